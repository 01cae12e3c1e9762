import { allOnDuty, as, sendJob } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'

// A block is as wide as its time, and one that ends just after midnight is a sliver: how wide is essential (WCAG 2.5.8),
// and the same is done by keys.
const NARROW = ['target-size']

// Whatever the hour: what is placed by hand here lies in somebody's shift, and enough of it waits.
test.beforeAll(async () => {
  await allOnDuty()
  for (let n = 0; n < 3; n++) await sendJob('', { subject: '出水口读数偏低', inMinutes: 60 * 20 })
})

/**
 * Moves the chosen order on, an hour at a time, to where somebody is free, and waits until he is chosen: whatever the hour
 * at which this runs, and whatever the tests before it have filled.
 * @param {import('@playwright/test').Page} page
 */
async function toAFreeHour(page) {
  // Somebody or nobody can go at the promised time: what is told of it has come.
  await expect(page.getByRole('heading', { name: '合适人选', exact: true })).toBeVisible()
  await expect(async () => {
    const told = page.waitForResponse((answer) => answer.url().includes('/candidates?'))
    await page.keyboard.press('Shift+ArrowRight')
    const { items } = await (await told).json()
    const free = items.filter((one) => one.fit && one.free).map((one) => one.employee.name)
    expect(free.length).toBeGreaterThan(0)
    const list = page.getByRole('radiogroup', { name: '合适人选' })
    await expect(list.getByRole('radio', { checked: true })).toContainText(
      new RegExp(free.join('|'))
    )
  }).toPass()
}

/** @param {import('@playwright/test').Page} page @param {string} name */
const rowOf = (page, name) =>
  page
    .getByRole('grid', { name: /派工台/ })
    .getByRole('row')
    .filter({ hasText: name })

/**
 * Where in a row nothing lies, for a job and the way to it.
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').Locator} row
 */
async function freeSpot(page, row) {
  await expect(row).toBeVisible()
  await expect(page.locator('.skeleton')).toHaveCount(0)
  const at = await row.boundingBox()
  if (!at) throw new Error('the row is not on the screen')
  const taken = await Promise.all(
    (await row.locator('.block').all()).map((one) => one.boundingBox())
  )
  // Jobs at night make the day longer and each hour narrower: two hours and a half with the way, at its scale.
  const hours = await page.locator('.head .mark').count()
  const hour = Math.min(70, (at.width - 140) / Math.max(1, hours))
  const clear = (/** @type {number} */ x) =>
    taken.every((one) => !one || x + 2.8 * hour < one.x || x > one.x + one.width + 0.9 * hour)
  let x = at.x + at.width - 150
  while (!clear(x) && x > at.x + 160) x -= 20
  return { x, y: at.y + at.height / 2 }
}

/** Minutes until ten o'clock, station time, of the day after tomorrow: a day that most tests do not look at. */
function inTwoDays() {
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const at = Date.parse(`${day}T10:00:00+08:00`) + 48 * 3_600_000
  return Math.round((at - Date.now()) / 60_000)
}

test('the coordinator places an order by keyboard and sees it on the day', async ({ page }) => {
  await signIn(page, 'co.bj01')
  await expect(page).toHaveURL(/\/dispatch/)
  const waiting = page.getByRole('radiogroup', { name: '待派' })
  await expect(waiting.getByRole('radio').first()).toBeVisible()
  await noAxeFaults(page, NARROW)
  // One that has its time already is only to be placed.
  await waiting.getByRole('radio').filter({ hasText: '已承诺时间' }).first().click()
  const number = await page
    .getByRole('region', { name: '派给谁' })
    .getByRole('link', { name: /^WO-/ })
    .textContent()
  await toAFreeHour(page)
  await expect(page.getByRole('button', { name: /^派给/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '已派给' })).toContainText(
    String(number).trim()
  )
  await noAxeFaults(page, NARROW)
})

test('a job is moved by keys and by hand, put back, and undone', async ({ page }) => {
  await signIn(page, 'co.bj01')
  const board = page.getByRole('grid', { name: /派工台/ })
  await expect(board.getByRole('row').nth(1)).toBeVisible()
  // Tomorrow evening nobody works: one of the waiting orders is placed there first.
  await page
    .getByRole('radiogroup', { name: '待派' })
    .getByRole('radio')
    .filter({ hasText: '已承诺时间' })
    .first()
    .click()
  await toAFreeHour(page)
  await expect(page.getByRole('button', { name: /^派给/ })).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '已派给' })).toBeVisible()

  // What is chosen next may be promised for another day; the board has followed it there.
  await page.keyboard.press('t')
  await expect(page.getByRole('button', { name: /^今天/ })).toBeVisible()
  await expect(board.locator('button.block.job:not(.fixed)').first()).toBeVisible()
  const job = board.locator('button.block.job:not(.fixed)').last()
  await expect(job).toBeVisible()
  const id = await job.getAttribute('data-booking')
  const same = board.locator(`[data-booking="${id}"]`)
  const before = await same.getAttribute('title')
  await same.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('status').filter({ hasText: '回车放下' })).toBeVisible()
  await expect(board.locator('.ghost')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(board.locator('.ghost')).toBeHidden()
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await expect(board.locator('.ghost')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '改到' })).toBeVisible()
  await expect(same).not.toHaveAttribute('title', String(before))
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('status').filter({ hasText: '已撤回' })).toBeVisible()
  await expect(same).toHaveAttribute('title', String(before))

  // The same by hand: shorter by its right edge.
  const at = await same.boundingBox()
  if (!at) throw new Error('the job is not on the screen')
  await page.mouse.move(at.x + at.width - 3, at.y + at.height / 2)
  await page.mouse.down()
  await page.mouse.move(at.x + at.width - 20, at.y + at.height / 2, { steps: 6 })
  await expect(board.locator('.held')).toBeVisible()
  await page.mouse.up()
  await expect(same).not.toHaveAttribute('title', String(before))

  await same.dblclick()
  await expect(page.getByRole('dialog')).toContainText('时长')
  await noAxeFaults(page, NARROW)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '周', exact: true }).click()
  await expect(board.locator('button.block').first()).toBeVisible()
  await noAxeFaults(page, NARROW)
  await page.getByRole('button', { name: '地图', exact: true }).click()
  await expect(
    page.getByRole('group', { name: '派工地图' }).getByRole('button').first()
  ).toBeVisible()
  await noAxeFaults(page, NARROW)
})

test('what is carried out of the list leaves the day that is looked at', async ({ page }) => {
  const { order } = await sendJob('', { subject: '后天的拖到明天', inMinutes: inTwoDays() })
  await signIn(page, 'co.bj01', '/dispatch')
  const waiting = page.getByRole('radiogroup', { name: '待派' })
  const carried = waiting.getByRole('radio').filter({ hasText: '后天的拖到明天' })
  await expect(carried).toBeVisible()
  // Another one was chosen by hand, and its day followed; then somebody looks at tomorrow.
  const other = waiting.getByRole('radio').filter({ hasText: '出水口读数偏低' }).first()
  await other.click()
  await expect(page.getByRole('heading', { name: '合适人选', exact: true })).toBeVisible()
  await page.keyboard.press('t')
  await page.keyboard.press(']')
  await expect(page.getByRole('button', { name: /^明天/ })).toBeVisible()
  await expect(
    page
      .getByRole('grid', { name: /派工台/ })
      .getByRole('row')
      .nth(1)
  ).toBeVisible()

  await carried.scrollIntoViewIfNeeded()
  const from = await carried.boundingBox()
  if (!from) throw new Error('the order is not on the screen')
  await page.mouse.move(from.x + 40, from.y + 20)
  await page.mouse.down()
  await page.mouse.move(from.x + 80, from.y + 30, { steps: 4 })
  const place = page.getByRole('region', { name: '派给谁' })
  await expect(place.getByRole('link', { name: order.number })).toBeVisible()
  await expect(place.getByRole('radiogroup', { name: '合适人选' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^明天/ })).toBeVisible()
  const fits = place.getByRole('radiogroup', { name: '合适人选' }).getByRole('radio')
  const name = String(await fits.first().locator('b').first().textContent()).trim()
  const { x, y } = await freeSpot(page, rowOf(page, name))
  await page.mouse.move(x, y, { steps: 12 })
  await expect(page.locator('.ghost')).toBeVisible()
  await page.mouse.up()
  await expect(page.getByRole('status').filter({ hasText: '已派给' })).toContainText(/明天/)
})

test('a job is moved to another day, and back from whatever day is looked at', async ({ page }) => {
  const { order } = await sendJob('fe.bj013', { subject: '后天改到明天', inMinutes: inTwoDays() })
  await signIn(page, 'co.bj01', '/dispatch')
  const board = page.getByRole('grid', { name: /派工台/ })
  await expect(board.getByRole('row').nth(1)).toBeVisible()
  const job = board.locator(`[data-booking="${order.booking_id}"]`)
  await page.keyboard.press('t')
  await page.keyboard.press(']')
  await page.keyboard.press(']')
  await job.click()
  await expect(page.getByText(/已经在这里/)).toBeVisible()

  await page.keyboard.press('[')
  await expect(page.getByRole('button', { name: /^明天/ })).toBeVisible()
  await expect(job).toHaveCount(0)
  const { x, y } = await freeSpot(page, rowOf(page, order.engineer.name))
  await page.mouse.click(x, y)
  await expect(board.locator('.ghost')).toBeVisible()
  await page.getByRole('button', { name: /^改到/ }).click()
  await expect(page.getByRole('status').filter({ hasText: '改到' })).toContainText(/明天/)
  await expect(job).toBeVisible()

  await page.keyboard.press('t')
  await expect(job).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('status').filter({ hasText: '已撤回' })).toBeVisible()
  await page.keyboard.press(']')
  await page.keyboard.press(']')
  await expect(job).toBeVisible()
})

test.describe('two dispatchers at once', () => {
  test.use({ expected: ['409'] })

  /**
   * Drags the order of this subject onto a row of tomorrow.
   * @param {import('@playwright/test').Page} page
   * @param {string} subject
   * @param {{ name: string, x: number }} [spot] else where somebody who fits has time
   */
  async function drag(page, subject, spot) {
    const waiting = page.getByRole('radiogroup', { name: '待派' })
    const order = waiting.getByRole('radio').filter({ hasText: subject })
    await order.click()
    const fits = page.getByRole('radiogroup', { name: '合适人选' }).getByRole('radio')
    await expect(fits.first()).toBeVisible()
    const place = page.getByRole('region', { name: '派给谁' })
    const number = String(await place.getByRole('link').first().textContent()).trim()
    await page.keyboard.press('t')
    await page.keyboard.press(']')
    await expect(page.getByRole('button', { name: /^明天/ })).toBeVisible()
    const name = spot?.name ?? String(await fits.first().locator('b').first().textContent()).trim()
    const free = await freeSpot(page, rowOf(page, name))
    const x = spot?.x ?? free.x
    const from = await order.boundingBox()
    if (!from) throw new Error('the list is not on the screen')
    await page.mouse.move(from.x + 40, from.y + 20)
    await page.mouse.down()
    await page.mouse.move(from.x + 80, from.y + 30, { steps: 4 })
    await page.mouse.move(x, free.y, { steps: 12 })
    await expect(page.locator('.ghost')).toBeVisible()
    await page.mouse.up()
    return { number, name, x }
  }
  test('what one drags out of the list the other sees; a taken place needs a reason and is flagged', async ({
    page,
    browser,
  }) => {
    for (const subject of ['拖给人', '拖到同一处']) {
      const { order, coordinator } = await sendJob('fe.bj013', { subject })
      await coordinator.post(`/work-orders/${order.id}/unassign`, { reason: '换人去' })
    }
    const other = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const manager = await other.newPage()
    await signIn(manager, 'sm.bj01', '/dispatch')
    await signIn(page, 'co.bj01', '/dispatch')
    const { number, name, x } = await drag(page, '拖给人')
    const said = page.getByRole('status').filter({ hasText: '已派给' })
    await expect(said).toContainText(number)
    await expect(said).toContainText(name)

    // The other touches nothing but the day: it stands there, and waits for nobody any more.
    await manager.keyboard.press('t')
    await manager.keyboard.press(']')
    const coordinator = await as('co.bj01')
    const [made] = (await coordinator.get(`/work-orders?q=${number}`)).items
    const { booking_id: booking } = await coordinator.get(`/work-orders/${made.id}`)
    const block = rowOf(manager, name).locator(`[data-booking="${booking}"]`)
    await expect(block).toBeVisible()
    await expect(
      manager
        .getByRole('radiogroup', { name: '待派' })
        .getByRole('radio')
        .filter({ hasText: number })
    ).toHaveCount(0)

    // Onto the very same place: refused, and put there all the same only with the manager's reason.
    const second = await drag(manager, '拖到同一处', { name, x })
    const why = manager.getByLabel('重叠也要派，原因是')
    await expect(why).toBeVisible()
    await noAxeFaults(manager, NARROW)
    await why.fill('两家在同一厂区，一趟做完')
    await manager.getByRole('button', { name: /^派给/ }).click()
    await expect(manager.getByRole('status').filter({ hasText: '已派给' })).toContainText(
      second.number
    )
    await expect(rowOf(manager, name).locator('.block.flagged').first()).toBeVisible()
    await page.keyboard.press('t')
    await page.keyboard.press(']')
    await expect(rowOf(page, name).locator('.block.flagged').first()).toBeVisible()
    await other.close()
  })
})

test('whoever answers for several stations looks at one of them, and the address remembers', async ({
  page,
}) => {
  await signIn(page, 'rm.hb', '/dispatch')
  const board = page.getByRole('grid', { name: /派工台/ })
  await expect(board).toContainText('赵建军')
  await page.getByLabel('看哪些站').selectOption({ label: '北京二站' })
  await expect(board).not.toContainText('赵建军')
  await expect(board).toContainText('郭振东')
  await noAxeFaults(page, NARROW)
  await page.reload()
  await expect(page.getByLabel('看哪些站').locator('option:checked')).toHaveText('北京二站')
  await expect(board).not.toContainText('赵建军')
})
