import { as } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'
import { exchangeWith } from './exchange.js'

/** Numbers of the demo network that belong to one customer each. */
const [FIRST, SECOND] = ['13800044170', '13800044207']
const MACHINE_SECONDS = 45

/** @type {Awaited<ReturnType<typeof exchangeWith>>} */
let exchange
let stop = async () => {}

test.setTimeout(180_000)
test.beforeAll(async () => {
  exchange = await exchangeWith({ 'hl.bj01': '1001' })
})
test.afterEach(() => stop())

/**
 * Counts everything that a hand on a mouse would cause, in every document of the page from its start.
 * @param {import('@playwright/test').Page} page
 */
async function countMouse(page) {
  await page.addInitScript(() => {
    /** @type {any} */ const counted = window
    counted.mouseEvents = []
    const kinds = [
      'mousedown',
      'mouseup',
      'mousemove',
      'pointerdown',
      'pointermove',
      'wheel',
      'dblclick',
    ]
    for (const kind of [...kinds, 'click'])
      addEventListener(
        kind,
        (event) => {
          // Enter and Space on a button make a click too; only one with a pointer behind it is a hand's.
          const byKey = kind === 'click' && /** @type {MouseEvent} */ (event).detail === 0
          if (!byKey) counted.mouseEvents.push(kind)
        },
        { capture: true, passive: true }
      )
  })
  return {
    /** @returns {Promise<string[]>} */
    seen: () => page.evaluate(() => /** @type {any} */ (window).mouseEvents),
  }
}

test('a pop-up becomes a dispatched order by keyboard alone, and a second call interrupts it without loss', async ({
  page,
}) => {
  const mouse = await countMouse(page)
  await signIn(page, 'hl.bj01')
  await page.goto('/intake')
  const rings = page.getByRole('region', { name: '响铃的来电' })
  const words = page.getByLabel('客户怎么说')
  stop = exchange.play({ agents: ['1001'], numbers: [FIRST, SECOND], rate: 6 })
  await expect(rings).toContainText('华北绿源', { timeout: 45_000 })
  const popped = Date.now()
  await page.keyboard.press('F2')
  await expect(page.getByRole('region', { name: '客户', exact: true })).toContainText('华北绿源', {
    timeout: 20_000,
  })
  const device = page.getByLabel('序列号后四位或型号')
  await expect(device).toBeVisible() // His devices are there: before, no key leads to them.
  await page.keyboard.press('Alt+2')
  await expect(device).toBeFocused()
  await page.keyboard.type('CL-310')
  await page.keyboard.press('Enter')
  await expect(words).toBeFocused()
  const said = '余氯读数一直为零，屏幕提示流量低，换过滤芯没有好转。'
  await page.keyboard.type(said)

  // The second call rings beside it, takes nothing from the hand, and interrupts.
  await expect(rings.getByRole('button', { name: '保持并接听' })).toBeVisible({ timeout: 60_000 })
  await expect(words).toBeFocused()
  const waited = Date.now()
  await page.keyboard.press('F2')
  const draft = page.getByRole('button', { name: /^草稿：华北绿源/ })
  await expect(draft).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('region', { name: '客户', exact: true })).toContainText('经开区')
  await expect(words).toHaveValue('')
  await words.focus()
  await page.keyboard.type('只是问发票什么时候寄。')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F9')

  // The first comes back whole, after a reload of the page too.
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(words).toHaveValue(said)
  await page.reload()
  await expect(words).toHaveValue(said)
  await expect(page.getByRole('button', { name: /^草稿：北京经开区/ })).toBeVisible()
  expect(await mouse.seen()).toEqual([])

  // The guided questions judge, the judgement opens the order.
  await expect(page.getByRole('button', { name: '引导客户试' }).first()).toBeVisible()
  await page.keyboard.press('Alt+g')
  await expect(page.getByText('第 1 问')).toBeVisible()
  await page.keyboard.press('2')
  await page.keyboard.press('1')
  await expect(page.getByText('结论：硬件、采样泵')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: '硬件' })).toHaveAttribute('aria-checked', 'true')
  await page.keyboard.press('Escape')
  await page.keyboard.press('4')
  await expect(page.getByRole('button', { name: '生成派工单' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const ended = page.getByRole('status').filter({ hasText: '已转派工' })
  await expect(ended.getByRole('link', { name: /^WO-BJ01-/ })).toBeVisible({ timeout: 20_000 })
  const seconds = (Date.now() - popped) / 1000
  // Without the wait for the second customer to call, which is his and not the desk's.
  console.log(
    `pop-up to order: ${seconds.toFixed(1)} s, of it waiting for the second call until ${((waited - popped) / 1000).toFixed(1)} s`
  )
  expect(seconds).toBeLessThan(MACHINE_SECONDS)
  expect(await mouse.seen()).toEqual([])
  const hotline = await as('hl.bj01')
  const number = await ended.getByRole('link', { name: /^WO-BJ01-/ }).textContent()
  const orders = await hotline.get(`/work-orders?q=${String(number).trim()}`)
  expect(orders.items).toHaveLength(1)
})

test('the counter of mouse events is not blind', async ({ page }) => {
  const mouse = await countMouse(page)
  await signIn(page, 'hl.bj01')
  await page.goto('/intake')
  await page.getByLabel('来电号码').focus()
  expect(await mouse.seen()).toEqual([])
  await page.getByLabel('来电号码').click()
  expect(await mouse.seen()).toContain('mousedown')
})

test('a question is promised, passed on only when clear, and answered from the queue', async ({
  page,
}) => {
  await signIn(page, 'hl.bj01')
  await expect(page.getByLabel('来电号码')).toBeFocused()
  // Who is calling is written down slowly: what is asked for meanwhile waits for it.
  /** @type {(value?: unknown) => void} */
  let release = () => {}
  const slow = new Promise((resolve) => (release = resolve))
  await page.route('**/identify', (route) => slow.then(() => route.continue()))
  await page.keyboard.type(SECOND)
  await page.keyboard.press('Enter')
  await page.getByLabel('客户怎么说').fill('校准报告的不确定度怎么填？')
  await page.keyboard.press('Escape')
  await page.keyboard.press('3')
  await page.getByLabel('或转给哪个岗位').selectOption('station_manager')
  await expect(page.getByText('还缺：弄清的问题')).toBeVisible()
  await page.getByLabel('问题弄清到哪一步').fill('客户要 10 月报告，问 k=2 的依据；证书已核对')
  await expect(page.getByText('不填就按最迟时间')).toBeVisible()
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')
  release()
  const ended = page.getByRole('status').filter({ hasText: '已转给别人' })
  await expect(ended).toContainText(/CS-BJ01-/)
  await expect(ended).toContainText('站长')

  await page.goto('/consultations')
  await page.getByRole('row').filter({ hasText: '不确定度' }).first().click()
  const view = page.getByRole('article')
  await expect(view).toContainText('k=2')
  await noAxeFaults(page)
  await view.getByRole('button', { name: '记下答复' }).click()
  await page.getByLabel('怎么答复的', { exact: true }).fill('按证书第 3 页，k=2，95% 置信')
  await noAxeFaults(page)
  await page.getByRole('button', { name: '记下答复' }).last().click()
  await expect(view).toContainText('已回复')
})

test('knowledge is found by two characters, written by keyboard and published by another', async ({
  page,
}) => {
  await signIn(page, 'sm.bj01', '/knowledge')
  await page
    .getByRole('searchbox')
    .or(page.getByLabel('现象、故障、型号、编号'))
    .first()
    .fill('余氯')
  await expect(page.getByRole('row').filter({ hasText: '五步排查' })).toBeVisible()
  await noAxeFaults(page)
  await page.goto('/knowledge/new')
  const title = `浮子卡住 ${String(Date.now()).slice(-6)}`
  await page.getByLabel('标题').fill(title)
  await page.getByLabel('现象').fill('流量计浮子不动')
  await page.getByLabel('怎么办').first().fill('轻敲管壁，拆下清洗')
  await page.getByLabel('怎么办').first().focus()
  await page.keyboard.press('Alt+q')
  await expect(page.getByLabel('问客户')).toBeFocused()
  await page.keyboard.type('敲过以后动了吗？')
  await page.getByLabel('答案 1', { exact: true }).fill('动了')
  await page.getByLabel('答案 1 之后').selectOption('+end')
  await expect(page.getByText('0 条路到结论')).toBeHidden()
  await page.keyboard.press('Control+Enter')
  // Unfinished: it is kept, and each fault stands at its step.
  await expect(page.getByText('答案没有下一步').first()).toBeVisible()
  await noAxeFaults(page)
  await page.getByLabel('答案 2', { exact: true }).fill('没动')
  await page.getByLabel('答案 2 之后').selectOption({ index: 2 })
  await page.getByLabel('初步判断').selectOption('hardware')
  await page.getByLabel('怎么办').last().fill('拆下清洗，仍不动换流量计')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await expect(page.getByRole('button', { name: '发布' })).toBeHidden()
  const id = page.url().split('/').pop()
  const boss = await as('hq.zb')
  await boss.post(`/knowledge-articles/${id}/publish`, { changes: '初版' })
  await page.reload()
  await expect(page.getByText('第 1 版')).toBeVisible()
  await noAxeFaults(page)
})
