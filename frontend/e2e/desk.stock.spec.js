import { as, sendJob } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'

for (const [account, at, seen] of [
  ['pc.bj01', '/stock', 'VAL-3010'],
  ['pc.bj01', '/parts', 'OPT-2100'],
  ['sm.bj01', '/stock-tasks', '账实不符，待查明'],
  ['sm.bj01', '/stock-counts', 'B 架易耗件'],
])
  test(`${at} renders without a fault`, async ({ page }) => {
    await signIn(page, account, at)
    await expect(page.getByText(seen).first()).toBeVisible()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    await noAxeFaults(page)
  })

test('a part is issued for an order by keyboard alone, and the card tells the balance', async ({
  page,
}) => {
  const { order } = await sendJob('fe.bj012', { subject: '流量不稳' })
  await signIn(page, 'pc.bj01', '/stock?q=TMP-4100')
  const row = page.getByRole('row', { name: /TMP-4100.*北京一站库/ })
  await expect(row).toBeVisible()
  await page.keyboard.press('i')
  const sheet = page.getByRole('dialog', { name: '发料' })
  await sheet.getByRole('combobox', { name: '工单' }).fill(order.number)
  await page.getByRole('option', { name: new RegExp(order.number) }).click()
  await sheet.getByRole('combobox', { name: '备件（扫码或输入件号）' }).fill('tmp-4100')
  await expect(page.getByRole('option').first()).toContainText('TMP-4100')
  await page.keyboard.press('Enter')
  await sheet.getByLabel('数量').fill('2')
  await noAxeFaults(page)
  await page.keyboard.press('Enter')
  await expect(sheet.getByRole('list', { name: '明细' })).toContainText('TMP-4100')
  await page.keyboard.press('Control+Enter')
  await expect(sheet).toHaveCount(0)
  await row.click()
  const card = page.getByRole('complementary', { name: '库存卡' })
  await expect(card).toContainText(order.number)
  await expect(card).toContainText('−2')
  await noAxeFaults(page)
})

test('Enter keeps the place that is chosen already', async ({ page }) => {
  await signIn(page, 'pc.bj01', '/stock?q=TMP-4100')
  await expect(page.getByRole('row', { name: /TMP-4100.*北京一站库/ })).toBeVisible()
  await page.keyboard.press('r')
  const place = page.getByRole('dialog', { name: '入库' }).getByRole('combobox', { name: '到' })
  await expect(place).toHaveValue('北京一站库')
  // The sheet shows its form first; the list drops when it is asked for.
  await expect(place).toBeFocused()
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { name: /北京一站库/ })).toHaveAttribute(
    'aria-selected',
    'true'
  )
  await page.keyboard.press('Enter')
  await expect(place).toHaveValue('北京一站库')
})

test('more than is there is refused in place and says what is left', async ({ page }) => {
  const { order } = await sendJob('fe.bj012', { subject: '屏幕不亮' })
  await signIn(page, 'pc.bj01', `/work-orders/${order.id}?tab=parts`)
  await page.getByRole('button', { name: '留备件' }).click()
  await page.getByRole('combobox', { name: '备件（扫码或输入件号）' }).fill('VAL-3100')
  await page.getByRole('option', { name: /VAL-3100/ }).click()
  await page.getByLabel('数量').fill('9')
  await page.getByRole('button', { name: '留给这一单' }).click()
  await expect(page.getByText('可留').first()).toBeVisible()
  await page.getByRole('button', { name: '向备件中心申请' }).click()
  await expect(page.getByText('等到货').first()).toBeVisible()
  await noAxeFaults(page)
})

test.use({ expected: ['409'] })
test('the manager settles a stock-take that another counted', async ({ page }) => {
  const clerk = await as('pc.bj01')
  const shelf = (await clerk.get('/stock-places?limit=200')).items.find(
    (one) => one.code === 'A-01'
  )
  const sheet = await clerk.post('/stock-counts', { place_id: shelf.id })
  const lines = sheet.sheet.map((line) => ({
    part_id: line.part.id,
    place_id: line.place.id,
    counted: 5,
  }))
  await clerk.post(`/stock-counts/${sheet.id}/enter`, { lines })
  await clerk.post(`/stock-counts/${sheet.id}/submit`)
  await signIn(page, 'sm.bj01', `/stock-counts/${sheet.id}`)
  await expect(page.getByText('▼ −1')).toBeVisible()
  await noAxeFaults(page)
  await page.getByRole('button', { name: '批准差异' }).click()
  await expect(page.getByText('已结清').first()).toBeVisible()
})
