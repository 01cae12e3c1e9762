import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { beforeAll, expect, it } from 'vitest'
import { setLocale } from '../../shared/i18n.js'
import OfferedActions from '../../shared/ui/OfferedActions.vue'
import KeysOverlay from './KeysOverlay.vue'

beforeAll(() => setLocale('zh-CN'))

/** @param {string} action */
const offer = (action) => ({
  action,
  label: `办 ${action}`,
  method: /** @type {const} */ ('POST'),
  href: `/x/${action}`,
  needs: [],
})

it('tells the key of what is offered now, and of nothing else: never an action by its code', async () => {
  const page = mount(OfferedActions, {
    props: { offered: [offer('assign'), offer('promise')], combos: { promise: 'P', contact: 'C' } },
  })
  const told = mount(KeysOverlay, { attachTo: document.body })
  const lines = () => [...document.querySelectorAll('dl > div')].map((one) => one.textContent)
  expect(lines()).toContain('办 promiseP')
  expect(lines().join()).not.toContain('contact')
  await page.setProps({ offered: [offer('contact')] })
  await nextTick()
  expect(lines()).toContain('办 contactC')
  expect(lines().join()).not.toContain('promise')
  told.unmount()
  page.unmount()
})
