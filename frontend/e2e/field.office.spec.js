import { sendJob } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'
import { paidVisit } from './paid.js'

/**
 * The phone and the office about the same things: money taken on the spot, a device's file that both changed, a job that
 * was taken away meanwhile. One phone and one desk for all of it.
 */
const ENGINEER = 'fe.bj014'
const turn = Date.now() % 10_000
const MINE = `泵房二层，靠窗 ${turn}`
const THEIRS = `一号泵房 ${turn}`

test.use({ viewport: { width: 390, height: 844 }, expected: ['ERR_INTERNET_DISCONNECTED'] })

const dock = (page) => page.locator('.dock button.filled')

test('the phone and the office agree on money, on a file both changed, and on a job that went to somebody else', async ({
  page,
  context,
  browser,
}) => {
  const { order, coordinator } = await sendJob(ENGINEER, { subject: '读数跳动', inMinutes: 500 })
  const paid = await paidVisit(ENGINEER)
  await signIn(page, ENGINEER, '/field/')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))

  // In the basement the customer agrees to exactly what is shown, and the device's file is set right.
  await page.goto(`/field/jobs/${paid.id}`)
  const money = page.getByRole('region', { name: '费用' })
  await expect(money.getByText(paid.extra.number)).toBeVisible()
  await context.setOffline(true)
  // Who agrees is typed, and outlives the page (P7).
  await money.getByLabel('谁同意的').fill('周主任')
  await page.reload()
  await expect(money.getByLabel('谁同意的')).toHaveValue('周主任')
  await money.getByRole('button', { name: /^客户同意 ￥/ }).click()
  await expect(money.getByText(paid.extra.number)).toHaveCount(0)
  await page.goto(`/field/jobs/${order.id}`)
  await page.getByRole('link', { name: '和铭牌不一样？改档案' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('设备档案')
  await page.getByLabel('安装位置').fill(MINE)
  await page.getByLabel('出厂日期').fill('2025-03-31')
  await noAxeFaults(page)
  await dock(page).click()
  await expect(page.getByText(MINE)).toBeVisible()

  // Meanwhile the office writes the same field: the other one merges, this one waits for a person.
  const file = await coordinator.get(`/assets/${order.asset.id}`)
  await coordinator.patch(`/assets/${order.asset.id}`, { location_note: THEIRS }, file.version)
  await context.setOffline(false)
  await page.goto('/field/sync')
  await expect(page.getByText('“安装位置”办公室也改过。两边都留着。')).toBeVisible()
  await expect(page.getByText(THEIRS)).toBeVisible()
  await noAxeFaults(page)
  const merged = await coordinator.get(`/assets/${order.asset.id}`)
  expect([merged.location_note, merged.factory_date]).toEqual([THEIRS, '2025-03-31'])
  const quote = await paid.hotline.get(`/quotes/${paid.extra.id}`)
  expect(quote.status).toBe('consented')

  // What he does in the basement on a job that is given to somebody else comes before the coordinator.
  await page.goto(`/field/jobs/${order.id}`)
  await expect(dock(page)).toContainText('接下')
  await context.setOffline(true)
  await dock(page).click()
  await expect(dock(page)).toContainText('出发去')
  await dock(page).click()
  await expect(dock(page)).toContainText('我到了')
  await coordinator.post(`/work-orders/${order.id}/unassign`, { reason: '另有急单' })
  await context.setOffline(false)
  await page.goto('/field/sync')
  await expect(page.getByText('您记的已交给协调员').first()).toBeVisible()

  // The coordinator decides both at the desk.
  const desk = await browser.newContext({
    baseURL: process.env.SIBU_E2E_URL,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
  })
  const board = await desk.newPage()
  const { items } = await coordinator.get(`/conflicts?status=open&subject_id=${order.asset.id}`)
  await signIn(board, 'co.bj01', `/crew/conflicts/${items[0].id}`)
  const both = board.getByRole('article', { name: '安装位置' })
  await expect(both.getByText(MINE)).toBeVisible()
  await both.getByRole('button', { name: '用手机上的' }).click()
  await board.keyboard.press('Control+Enter')
  await expect(both.getByText('用了手机上的').first()).toBeVisible()
  const [held] = (await coordinator.get('/held-commands?status=held&limit=200')).items.filter(
    ({ job }) => job?.id === order.id
  )
  await board.goto(`/crew/held/${held.id}`)
  const beside = board.getByRole('article', { name: '接单' })
  await beside.getByRole('button', { name: /^派回给/ }).click()
  await beside.getByRole('button', { name: '按他的记入' }).click()
  await board.keyboard.press('Control+Enter')
  await expect(beside.getByText('已记入', { exact: true })).toBeVisible()
  await desk.close()

  // What followed it counts by itself: the job is back on the phone where its engineer left it, and the file says what was decided.
  await page.goto(`/field/jobs/${order.id}`)
  await expect(dock(page)).toContainText('我到了')
  await expect(page.getByText(MINE)).toBeVisible()

  // The work is done and billed; the cash is taken without a network, under a number of this phone's own block.
  const { engineer, id } = paid
  await engineer.post(`/work-orders/${id}/complete`, {
    work_done: '换了光源',
    test_result: '50.6 mg/L',
    test_passed: true,
    instructed: true,
  })
  await engineer.post(`/work-orders/${id}/refuse-signature`, { reason: '章不在现场' })
  const bill = await engineer.post('/settlement-bills', { case_id: paid.matter.id })
  await page.goto(`/field/jobs/${id}`)
  await expect(money.getByText(bill.number)).toBeVisible()
  await context.setOffline(true)
  await money.getByRole('button', { name: /^收现金 ￥/ }).click()
  const said = money.getByText(/^RC-BJ01-\d{8}-\d{4}-0001$/)
  await expect(said).toBeVisible()
  await expect(money.getByRole('button', { name: /^收现金/ })).toHaveCount(0)
  const number = await said.textContent()
  await noAxeFaults(page)
  // Its number is given once: also after the page was killed there is nothing to collect a second time.
  await page.goto(`/field/jobs/${id}`)
  await expect(money.getByText(String(number))).toBeVisible()
  await expect(money.getByRole('button', { name: /^收现金/ })).toHaveCount(0)
  await context.setOffline(false)
  const booked = async () => {
    const { items } = await engineer.get(`/payments?case_id=${paid.matter.id}`)
    const whole = await Promise.all(items.map((one) => engineer.get(`/payments/${one.id}`)))
    return whole.map((one) => [one.receipt_number, one.amount_fen, one.way])
  }
  await expect.poll(booked, { timeout: 20_000 }).toEqual([[number, bill.open_fen, 'cash']])
})
