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
  await expect(page.getByText('您不能看这一页，请找站长。')).toBeVisible()
})

for (const [account, at, seen] of [
  ['sm.bj01', '/', '超时的需求'],
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
