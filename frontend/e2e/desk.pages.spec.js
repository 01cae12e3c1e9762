import { expect, noAxeFaults, signIn, test } from './base.js'

test('the queue opens a case beside the list by J and Enter, and a note is kept', async ({
  page,
}) => {
  await signIn(page, 'co.bj01', '/service-requests')
  const table = page.getByRole('grid', { name: '需求队列' })
  await expect(table.getByRole('row').nth(1)).toBeVisible()
  await noAxeFaults(page)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const beside = page.getByRole('region', { name: '需求单' })
  await expect(beside.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await expect(beside.getByRole('list', { name: '四步' })).toBeVisible()
  await noAxeFaults(page)
  await expect(beside.getByLabel('写一条备注')).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.type('客户说下午都在，进门找门卫登记。')
  await page.keyboard.press('Enter')
  await expect(beside.getByText('进门找门卫登记').first()).toBeVisible()
  await page.keyboard.press('Escape')
})

test('an empty search says what to try, and a view without rows says so', async ({ page }) => {
  await signIn(page, 'co.bj01', '/service-requests?q=没有这样的客户')
  await expect(page.getByText('没找到“没有这样的客户”')).toBeVisible()
  await noAxeFaults(page)
})

test('a role without the right is told so, not shown an empty page', async ({ page }) => {
  await signIn(page, 'sa.zb', '/dispatch')
  await expect(page.getByText('您不能看这一页，请找站长或系统管理员。')).toBeVisible()
})

for (const [account, at, seen] of [
  ['sm.bj01', '/', '待批的退款'],
  ['co.bj01', '/work-orders', '上门工单'],
  ['co.bj01', '/customers', '华北绿源'],
  ['co.bj01', '/assets', '型号'],
  ['fu.bj01', '/follow-ups', '电话回访'],
])
  test(`${at} renders without a fault`, async ({ page }) => {
    await signIn(page, account, at)
    await expect(page.getByText(seen).first()).toBeVisible()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    await noAxeFaults(page)
  })

test('a search result opens the file of the customer, and a row of it the device', async ({
  page,
}) => {
  await signIn(page, 'co.bj01', '/customers')
  await page.keyboard.press('Control+k')
  await expect(page.locator('input[role=combobox]:focus')).toBeVisible()
  await page.keyboard.type('4170')
  await expect(page.getByRole('option').first()).toContainText('华北绿源')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('华北绿源')
  await noAxeFaults(page)
  await page.getByRole('region', { name: '设备' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/assets\//)
  await expect(page.getByText('依据')).toBeVisible()
  await noAxeFaults(page)
})

test('a contact and a place are changed where they are shown, and keep what was not touched', async ({
  page,
}) => {
  await signIn(page, 'co.bj01', '/customers?q=首都机场')
  await page.getByRole('grid').getByRole('link').first().click()
  const people = page.getByRole('region', { name: '联系人' })
  const masked = await people
    .getByText(/\d{3}\*{4}\d{4}/)
    .first()
    .textContent()
  await people.getByRole('button', { name: /^改 / }).first().click()
  await page.getByRole('dialog').getByLabel('职务').fill('动力车间主任')
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(people).toContainText('动力车间主任')
  await expect(people).toContainText(String(masked).trim())
  const places = page.getByRole('region', { name: '地点' })
  await places.getByRole('button', { name: /^改 / }).first().click()
  await page.getByRole('dialog').getByLabel('进场要求').fill('走西门，登记身份证')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(places).toContainText('走西门，登记身份证')
})

test('the parts of a case are tabs that the arrows walk along and the address remembers', async ({
  page,
}) => {
  await signIn(page, 'co.bj01', '/service-requests')
  await page.getByRole('grid').getByRole('link').first().click()
  const story = page.getByRole('tab', { name: '经过' })
  await expect(story).toHaveAttribute('aria-selected', 'true')
  await page.getByLabel('写一条备注').fill('还没写完的话')
  await story.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: '单据' })).toBeFocused()
  await expect(page).toHaveURL(/tab=papers/)
  await page.reload()
  await expect(page.getByRole('tab', { name: '单据' })).toHaveAttribute('aria-selected', 'true')
  await noAxeFaults(page)
  await page.locator('body').press('n')
  await expect(page.getByLabel('写一条备注')).toBeFocused()
})

test('on a phone the navigation folds, lists become blocks, and no page is wider than the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'co.bj01', '/service-requests')
  const navigation = page.getByRole('navigation', { name: '导航' })
  await expect(navigation).toBeHidden()
  for (const [link, heading] of [
    ['需求队列', '需求队列'],
    ['派工台', '派工台'],
    ['上门工单', '上门工单'],
    ['客户', '客户'],
    ['设备', '设备'],
  ]) {
    await page.getByRole('button', { name: '导航' }).click()
    await navigation
      .getByRole('link', { name: new RegExp(`^${link}(?![\\u4e00-\\u9fff])`) })
      .first()
      .click()
    await expect(navigation).toBeHidden()
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    // Long enough for rows to come: the line of facts stays open, so the network is never idle.
    await page.waitForTimeout(800)
    const wide = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('main, html')].map((one) => one.scrollWidth - 390))
    )
    expect(wide, link).toBeLessThanOrEqual(0)
  }
  await noAxeFaults(page)
})
