import { expect, noAxeFaults, signIn, test } from './base.js'

test.use({ expected: ['409', '422'] })

/** A week's roster by keyboard: planned, refused in place, changed, undone, repeated. */
test('the coordinator plans a week by keyboard, and what cannot be planned is named', async ({
  page,
}, { retry }) => {
  await signIn(page, 'co.bj01', '/roster')
  const grid = page.getByRole('grid')
  await expect(grid).toBeVisible()
  const cells = page.locator('[data-cell]')
  const told = page.getByRole('status')
  // Three weeks ahead nobody is planned yet: everybody works by the calendar. A second try begins after the first one's.
  for (let n = 0; n < 3 + 3 * retry; n++) await page.keyboard.press(']')
  await expect(page.getByText('还没有排班，大家按日历上班')).toBeVisible()
  await cells.first().click()
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowDown', 'h']) await page.keyboard.press(key)
  await expect(told.filter({ hasText: '排了 4 班' })).toBeVisible()
  await expect(page.getByText('没有排值班').first()).toBeVisible()
  await noAxeFaults(page)
  // Again: each is refused with the server's reason, in place.
  await page.keyboard.press('h')
  const refused = page.getByRole('alert')
  await expect(refused).toContainText('有 4 班没有办成')
  await expect(refused).toContainText('已经排了班')
  await refused.getByRole('button', { name: '关闭' }).click()
  // One of them ends earlier, by its sheet; then it goes, and comes back by undoing.
  await cells.first().focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('结束').fill('16:00')
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')
  await expect(sheet).toBeHidden()
  await expect(grid.getByText('08:30–16:00')).toHaveCount(1)
  await cells.first().focus()
  await page.keyboard.press('Delete')
  await expect(grid.getByText('08:30–16:00')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(grid.getByText('08:30–16:00')).toHaveCount(1)
  // By the mouse: the same shift is dragged onto the next but one day.
  await grid.locator('.shift', { hasText: '16:00' }).dragTo(cells.nth(3))
  await expect(cells.nth(3)).toContainText('08:30–16:00')
  // The week after repeats this one, and all of it is taken back in one step.
  await page.keyboard.press(']')
  await expect(page.getByText('还没有排班，大家按日历上班')).toBeVisible()
  await page.keyboard.press('y')
  await expect(told.filter({ hasText: '从上周复制了 4 班' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('还没有排班，大家按日历上班')).toBeVisible()
  // A pattern with exact times, for several people and days.
  await page.keyboard.press('n')
  await sheet.getByRole('radio', { name: '值班' }).check()
  await sheet.getByLabel('开始').fill('20:00')
  await sheet.getByLabel('结束').fill('6:00')
  await expect(sheet.getByText('结束在次日')).toBeVisible()
  for (const day of ['周三', '周四']) await sheet.getByRole('checkbox', { name: day }).check()
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')
  await expect(grid.getByText('20:00–06:00 次日')).toHaveCount(3)
  await page.keyboard.press('d')
  await expect(page.getByRole('button', { name: /值班 20:00–06:00/ })).toHaveCount(1)
  await noAxeFaults(page)
})

test('leave is asked for, refused with a reason and approved; a swap is answered', async ({
  page,
  browser,
}) => {
  await signIn(page, 'hl.bj01', '/roster')
  await expect(page.getByRole('heading', { name: '我的请假和换班' })).toBeVisible()
  const ask = page.getByRole('dialog')
  for (const [index, why] of ['参加婚礼', '体检'].entries()) {
    await page.keyboard.press('l')
    await ask.getByRole('radio', { name: '事假' }).check()
    for (const [at, name] of ['从什么时候', '到什么时候'].entries()) {
      const field = ask.locator('.need').filter({ hasText: name })
      await field.getByRole('combobox').selectOption({ index: 38 + index * 3 + at })
      await field.getByRole('textbox').fill('00:00')
    }
    await ask.getByLabel('原因').fill(why)
    if (!index) await noAxeFaults(page)
    await page.keyboard.press('Control+Enter')
    await expect(ask).toBeHidden()
    await expect(page.getByText(why)).toBeVisible()
  }
  // A colleague's swap waits for an answer: it goes on to the manager, who is neither of the two.
  const asked = page.getByRole('article', { name: '林晓燕替张敏上班' })
  await asked.getByRole('button', { name: '同意', exact: false }).first().click()
  await expect(asked.getByText('待批准')).toBeVisible()
  await noAxeFaults(page)

  const other = await browser.newContext()
  const manager = await other.newPage()
  await signIn(manager, 'sm.bj01', '/')
  const waiting = manager.getByRole('region', { name: '待批的请假' })
  await expect(waiting.getByRole('listitem').filter({ hasText: '参加婚礼' })).toBeVisible()
  await noAxeFaults(manager)
  await waiting.getByRole('link').first().click()
  const card = (/** @type {string} */ why) => manager.getByRole('article').filter({ hasText: why })
  await expect(card('参加婚礼')).toContainText('这段时间没有给他排班')
  await noAxeFaults(manager)
  const sheet = manager.getByRole('dialog')
  /** @param {string} why @param {string} deed @param {string} [words] */
  const decide = async (why, deed, words) => {
    await card(why).getByRole('button', { name: deed, exact: true }).click()
    await expect(sheet).toBeVisible()
    if (words) await sheet.getByLabel('原因').fill(words)
    await manager.keyboard.press('Control+Enter')
    await expect(sheet).toBeHidden()
    await expect(card(why)).toHaveCount(0)
  }
  await decide('参加婚礼', '不批准', '当天年终盘点')
  await decide('体检', '批准')
  await decide('下回替您', '批准')
  await manager.goto('/roster?view=attendance')
  await manager.getByRole('button', { name: '周', exact: true }).click()
  await manager.getByRole('button', { name: '往前' }).click()
  await expect(manager.getByRole('heading', { name: '排班' })).toBeVisible()
  await noAxeFaults(manager)
  await other.close()

  await page.reload()
  await expect(page.getByText('当天年终盘点')).toBeVisible()
  await expect(
    page.getByRole('article', { name: '林晓燕替张敏上班' }).getByText('已换班')
  ).toBeVisible()
})

test('an appointment is booked out of free times, moved with a reason and told again', async ({
  page,
}) => {
  await signIn(page, 'co.bj01', '/appointments')
  await expect(page.getByRole('heading', { name: '预约' })).toBeVisible()
  await page.keyboard.press('n')
  const sheet = page.getByRole('dialog')
  await page.keyboard.press('Control+Enter')
  await expect(sheet.getByRole('alert')).toContainText('还缺：需求单')
  await sheet.getByRole('combobox', { name: '为哪个需求单' }).fill('SR-BJ01')
  await sheet.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await expect(sheet.getByText('站点营业').first()).toBeVisible()
  await sheet.locator('.slot').nth(2).click()
  await sheet.getByLabel('客户的需要').fill('带表头来校准')
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')
  await expect(sheet).toBeHidden()
  const one = page.getByRole('region', { name: '这个预约' })
  await expect(one.getByText('带表头来校准')).toBeVisible()
  await noAxeFaults(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    one.getByRole('button', { name: '日历文件' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/\.ics$/)
  // Another time: not without its reason; both times stay (R95).
  await page.keyboard.press('r')
  await sheet.locator('.slot').last().click()
  await page.keyboard.press('Control+Enter')
  await expect(sheet.getByRole('alert')).toContainText('还缺：改期的原因')
  await sheet.getByLabel('原因').fill('客户临时出差')
  await page.keyboard.press('Control+Enter')
  await expect(sheet).toBeHidden()
  await expect(one.getByText('已改期')).toBeVisible()
  await expect(one.locator('s')).toBeVisible()
  await expect(one.getByText('客户临时出差')).toBeVisible()
  // What is to be asked again stands in a list of its own (D32).
  await page.goto('/appointments?view=reconfirm')
  await page.getByRole('grid').getByRole('link').first().click()
  await one.getByRole('button', { name: '再次确认' }).click()
  await sheet.getByRole('radio', { name: '客户确认' }).check()
  await page.keyboard.press('Control+Enter')
  await expect(sheet).toBeHidden()
  await expect(one.getByText(/提前确认|当天确认/)).toBeVisible()
})

test('a visit gets its time and its engineer from the order', async ({ page }) => {
  await signIn(page, 'co.bj01', '/work-orders')
  await page.getByRole('row').filter({ hasText: '已联系' }).getByRole('link').first().click()
  await page.getByRole('tab', { name: '预约' }).click()
  await page.getByRole('button', { name: '约上门时间' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText(/距站|距上一处/).first()).toBeVisible()
  await sheet.locator('.slot').first().click()
  await expect(sheet.getByLabel(/同时派给/)).toBeChecked()
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')
  await expect(sheet).toBeHidden()
  await expect(page.getByRole('article').first()).toContainText('已派')
})
