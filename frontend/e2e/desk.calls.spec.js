import { as } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'
import { exchangeWith } from './exchange.js'

/** Numbers of the demo network that belong to one customer each. */
const [FIRST, SECOND] = ['13800044170', '13800044207']

/** @type {Awaited<ReturnType<typeof exchangeWith>>} */
let exchange
let stop = async () => {}

test.setTimeout(180_000)

test.beforeAll(async () => {
  exchange = await exchangeWith({ 'hl.bj01': '1001', 'co.bj01': '1002' })
})
test.afterEach(() => stop())

test('a call pops up, is taken by key, and a second one interrupts it without loss', async ({
  page,
}) => {
  await signIn(page, 'hl.bj01')
  // The second call comes about ten seconds after the first.
  stop = exchange.play({ agents: ['1001'], numbers: [FIRST, SECOND], rate: 6 })
  const rings = page.getByRole('region', { name: '响铃的来电' })
  await expect(rings).toContainText('华北绿源', { timeout: 45_000 })
  // Announced, never taking the hand: what is typed goes where it went.
  await expect(page.getByLabel('来电号码')).toBeFocused()

  await page.keyboard.press('F2')
  const strip = page.getByRole('region', { name: '正在通话' })
  await expect(strip).toContainText('华北绿源', { timeout: 20_000 })
  await expect(page.getByRole('region', { name: '客户', exact: true })).toContainText('华北绿源')
  await page.getByLabel('客户怎么说').fill('余氯读数一直为零，屏幕提示流量低。')

  // The second stands beside the first and waits for its key.
  await expect(rings.getByRole('button', { name: '保持并接听' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByLabel('客户怎么说')).toBeFocused()
  await page.screenshot({ path: 'test-results/second-call.png' })
  await noAxeFaults(page)
  await page.keyboard.press('F2')
  const draft = page.getByRole('button', { name: /^草稿：华北绿源/ })
  await expect(draft).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Escape')
  await page.keyboard.press('F9')
  // What was on hold is on the line again; what was written of the first comes back whole.
  await expect(strip.getByRole('button', { name: '恢复' })).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByLabel('客户怎么说')).toHaveValue('余氯读数一直为零，屏幕提示流量低。')
  await page.keyboard.press('F7')
  await expect(strip.getByRole('button', { name: '保持' })).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('F9')
  await expect(page.getByText('已挂机，待登记')).toBeVisible({ timeout: 20_000 })
})

test('a call rings on every page, and is passed on with F4', async ({ page }) => {
  await signIn(page, 'co.bj01', '/calls')
  stop = exchange.play({ agents: ['1002'], numbers: [FIRST] })
  const rings = page.getByRole('region', { name: '响铃的来电' })
  await expect(rings).toContainText('华北绿源', { timeout: 45_000 })
  await page.screenshot({ path: 'test-results/rings-elsewhere.png' })
  await noAxeFaults(page)
  await page.keyboard.press('F4')
  await expect(rings).toBeHidden({ timeout: 45_000 })
})

test('presence is set from the top bar', async ({ page }) => {
  await signIn(page, 'hl.bj01')
  const bar = page.getByRole('banner')
  const state = bar.getByRole('button', { name: /我的状态/ })
  await state.click()
  const signOn = bar.getByRole('button', { name: '签到，可以接听' })
  if (await signOn.isVisible()) await signOn.click()
  else if (await bar.getByRole('button', { name: '可以接听' }).isVisible())
    await bar.getByRole('button', { name: '可以接听' }).click()
  await expect(state).toContainText('空闲')
  await state.click()
  await bar.getByRole('button', { name: '小休', exact: true }).click()
  await noAxeFaults(page)
  await bar.getByRole('button', { name: '用餐' }).click()
  await expect(state).toContainText('用餐')
})

test('the log holds every call, by view', async ({ page }) => {
  const stopping = exchange.play({ agents: ['1009'], numbers: [SECOND] })
  const hotline = await as('hl.bj01')
  await expect
    .poll(async () => (await hotline.get('/calls?status=ringing')).items.length, {
      timeout: 45_000,
    })
    .toBeGreaterThan(0)
  await stopping()
  await signIn(page, 'hl.bj01', '/calls')
  await expect(page.getByRole('heading', { name: '来电记录' })).toBeVisible()
  await expect(page.getByRole('grid')).toContainText('热线', { timeout: 20_000 })
  await page.screenshot({ path: 'test-results/log.png' })
  await noAxeFaults(page)
  await page.getByRole('button', { name: '我接的' }).click()
  await expect(page).toHaveURL(/view=mine/)
  await page.getByRole('button', { name: '今天' }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('今天')
})
