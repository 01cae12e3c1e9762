import { as } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'

test.use({ expected: ['409', '422'] })

test('what is owed leads to its case, and a part of it is collected by card', async ({ page }) => {
  await signIn(page, 'ca.bj01', '/receivables')
  const owed = page.getByRole('grid', { name: '应收款' })
  await expect(owed.getByRole('row').nth(1)).toBeVisible()
  await noAxeFaults(page)
  await owed.getByRole('link').first().click()
  await page.getByRole('button', { name: /^收款 ￥/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('刷卡', { exact: true }).check()
  await sheet.getByLabel('金额', { exact: true }).fill('10')
  await sheet.getByLabel(/刷卡或转账的单号/).fill('POS 0042')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('POS 0042')).toBeVisible()
  await noAxeFaults(page)
})

test('a code is shown for WeChat Pay, and the page follows when the customer has paid', async ({
  page,
}) => {
  await signIn(page, 'ca.bj01', '/receivables')
  await page.getByRole('grid').getByRole('link').last().click()
  await page.getByRole('button', { name: /^收款 ￥/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('微信支付', { exact: true }).check()
  await sheet.getByLabel('金额', { exact: true }).fill('1')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('img', { name: '请客户用微信支付扫码' })).toBeVisible()
  await noAxeFaults(page)
  await page.getByRole('button', { name: '演示：客户已扫码付款' }).click()
  await expect(page.getByRole('img', { name: '请客户用微信支付扫码' })).toHaveCount(0)
  await expect(page.getByText('￥1.00', { exact: true }).first()).toBeVisible()
})

test('an invoice is asked for, issued by finance, and taken back by a red-letter one', async ({
  page,
  browser,
}) => {
  await signIn(page, 'ca.bj01', '/receivables')
  await page.getByRole('grid').getByRole('link').first().click()
  // A refusal leaves the hand in the sheet, the sum stands on the button, and Esc closes.
  await page.getByRole('button', { name: /^收款 ￥/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('金额', { exact: true }).fill('999999')
  await page.keyboard.press('Control+Enter')
  await expect(sheet.getByRole('button', { name: '收款 ￥999,999.00' })).toBeVisible()
  await expect(sheet.getByText('超过应收金额')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)

  await page.getByRole('button', { name: /^申请发票 ￥/ }).click()
  await sheet.getByLabel('专用发票', { exact: true }).check()
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')
  await expect(sheet.getByText('专用发票要有税号')).toBeVisible()
  await sheet.getByLabel(/税号/).fill('91110112ma01abcd5x')
  await page.keyboard.press('Control+Enter')
  const invoices = page.getByRole('region', { name: '发票' })
  await expect(invoices.getByText('待开票')).toBeVisible()
  await noAxeFaults(page)

  const other = await browser.newContext()
  const finance = await other.newPage()
  await signIn(finance, 'fi.zb')
  await finance.getByRole('region', { name: '待开的发票' }).getByRole('listitem').first().click()
  await expect(finance.getByText('91110112MA01ABCD5X')).toBeVisible()
  await noAxeFaults(finance)
  await finance.getByRole('button', { name: /^开票 ￥/ }).click()
  await finance.getByLabel(/^发票号码/).fill('26112000000318845521')
  await finance.keyboard.press('Control+Enter')
  await expect(finance.getByText('没有待开的发票')).toBeVisible()
  await finance.goto(page.url())
  await finance.getByRole('button', { name: /^红冲 ￥/ }).click()
  await finance.getByLabel('错在哪里').fill('税号写错')
  await finance.getByLabel(/^红字发票号码/).fill('26112000000318845522')
  await finance.keyboard.press('Control+Enter')
  await expect(finance.getByText('已红冲')).toBeVisible()
  await other.close()

  // Both stay, and the whole sum may be invoiced again.
  await expect(invoices.getByText('红字', { exact: true })).toBeVisible()
  await expect(invoices.getByText(/^-￥/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^申请发票 ￥/ })).toBeVisible()
})

for (const [account, at, seen] of [
  ['ca.bj01', '/cash-days?view=held', '应在'],
  ['ca.bj01', '/cash-days?view=days', '已日结'],
  ['sm.bj01', '/cash-days?view=refunds', '同意退款'],
  ['ca.bj01', '/cash-handovers', '我的交款单'],
])
  test(`${at} renders without a fault`, async ({ page }) => {
    await signIn(page, account, at)
    await expect(page.getByText(seen).first()).toBeVisible()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    await noAxeFaults(page)
  })

test('the admin specialist counts in what an engineer hands over', async ({ page }) => {
  // Whatever the hour of the demo: who still holds money hands it over; the others have none, and are told so.
  for (const account of ['fe.bj01', 'fe.bj012', 'fe.bj013', 'fe.bj014', 'fe.bj015']) {
    const engineer = await as(account)
    await engineer.post('/cash-handovers', {}).catch(() => {})
  }
  await signIn(page, 'ca.bj01', '/cash-days')
  const count = page.getByRole('button', { name: /^点收/ }).first()
  await expect(count).toBeVisible()
  await noAxeFaults(page)
  for (let left = await page.getByRole('button', { name: /^点收/ }).count(); left; left--) {
    await count.click()
    await page.getByRole('dialog').getByRole('button', { name: /^点收/ }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('button', { name: /^点收/ })).toHaveCount(left - 1)
  }
  await expect(page.getByText('没有待点收的交款单')).toBeVisible()
})
