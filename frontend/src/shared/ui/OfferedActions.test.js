import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { setLocale } from '../i18n.js'
import { listenForKeys } from '../keys.js'
import { Problem } from '../problems.js'
import OfferedActions from './OfferedActions.vue'

beforeAll(async () => {
  await setLocale('zh-CN')
  listenForKeys()
})

/** @type {import('@vue/test-utils').VueWrapper | undefined} */
let shown
afterEach(() => shown?.unmount())

/** @param {string} action @param {object[]} [needs] */
const offer = (action, needs = []) => ({
  action,
  label: `办 ${action}`,
  method: 'POST',
  href: `/x/${action}`,
  needs,
})
const reason = {
  name: 'reason',
  type: 'textarea',
  label: '原因',
  required: true,
  options: null,
  max: 200,
}

/** @param {any} props */
function draw(props) {
  shown = mount(OfferedActions, { props, attachTo: document.body })
  return shown
}

const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await nextTick()
}
const sheet = () => document.querySelector('[role=dialog]')

it('fills the first, outlines three with keys, and keeps the rest under more', () => {
  const page = draw({
    offered: ['a', 'b', 'c', 'd', 'e'].map((action) => offer(action)),
    combos: { b: 'B' },
  })
  const buttons = page.findAll('button')
  expect(buttons.map((button) => button.classes().includes('filled'))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
  expect(buttons[1].text()).toContain('B')
  expect(buttons[4].text()).toBe('更多')
  expect(page.text()).not.toContain('办 e')
})

it('asks for what is missing before it sends, and sends only what was filled in', async () => {
  /** @type {any[]} */
  const sent = []
  const page = draw({
    offered: [offer('decline', [reason])],
    carry: async (...args) => (sent.push(args), { id: '1' }),
  })
  await page.find('button').trigger('click')
  await settled()
  sheet()?.querySelector('form')?.dispatchEvent(new Event('submit'))
  await settled()
  expect(sent).toEqual([])
  expect(sheet()?.textContent).toContain('还没填')

  const box = /** @type {HTMLTextAreaElement} */ (sheet()?.querySelector('textarea'))
  box.value = '客户不愿付费'
  box.dispatchEvent(new Event('input'))
  await settled()
  sheet()?.querySelector('form')?.dispatchEvent(new Event('submit'))
  await settled()
  expect(sent[0][1]).toEqual({ reason: '客户不愿付费' })
  expect(page.emitted('done')).toHaveLength(1)
  expect(sheet()).toBeNull()
})

it('keeps the sheet when refused, says why, and hands on what is offered instead', async () => {
  const instead = [offer('reopen')]
  const page = draw({
    offered: [offer('decline', [{ ...reason, required: false }])],
    carry: async () => {
      throw new Problem({
        type: '/problems/transition-refused',
        title: '已经结案。',
        status: 409,
        offered: instead,
      })
    },
  })
  await page.find('button').trigger('click')
  await settled()
  sheet()?.querySelector('form')?.dispatchEvent(new Event('submit'))
  await settled()
  expect(sheet()?.querySelector('[role=alert]')?.textContent).toContain('已经结案。')
  expect(page.emitted('instead')).toEqual([[instead]])
})

it('keeps the key of an intent whose answer was lost, so that it cannot happen twice', async () => {
  /** @type {string[]} */
  const used = []
  const page = draw({
    offered: [offer('decline', [{ ...reason, required: false }])],
    carry: async (_, __, key) => {
      used.push(key)
      throw new Problem({ type: '/problems/no-connection', title: '连不上', status: 0 })
    },
  })
  await page.find('button').trigger('click')
  for (let round = 0; round < 2; round++) {
    await settled()
    sheet()?.querySelector('form')?.dispatchEvent(new Event('submit'))
    await settled()
  }
  expect(used).toHaveLength(2)
  expect(used[0]).toBe(used[1])
})

it('does the filled action on Enter outside fields, but never on the input method’s Enter', async () => {
  let count = 0
  draw({ offered: [offer('take')], carry: async () => (count++, {}) })
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
  )
  await settled()
  expect(count).toBe(0)
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  await settled()
  expect(count).toBe(1)
})

it('sends the number that stands in the field, also where the key comes before the field is left', async () => {
  const sent = /** @type {any[]} */ ([])
  const count = { ...reason, name: 'counted_fen', type: 'money', label: '点到的现金' }
  const page = draw({
    offered: [offer('confirm', [count])],
    presets: { confirm: { counted_fen: 70800 } },
    carry: async (/** @type {any} */ _, /** @type {any} */ values) => sent.push(values),
  })
  await page.find('button').trigger('click')
  await settled()
  const field = /** @type {HTMLInputElement} */ (sheet()?.querySelector('input'))
  field.focus()
  field.value = '700'
  field.dispatchEvent(new Event('input'))
  // Browsers tell a change when the field is left; this one leaves that to the test.
  field.addEventListener('blur', () => field.dispatchEvent(new Event('change')), { once: true })
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }))
  await settled()
  expect(sent).toEqual([{ counted_fen: 70000 }])
})
