import { as } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'

test.use({ expected: ['422'] })

test('a line that is typed when the page is left is saved with its quote', async ({ page }) => {
  await signIn(page, 'hl.sh01')
  await page.goto('/quotes?view=open')
  await page.getByRole('row').filter({ hasText: '草稿' }).getByRole('link').first().click()
  const quantity = page.getByLabel('第 1 项数量')
  await expect(quantity).toBeVisible()
  const address = page.url()
  await quantity.fill('3')
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT')
  await page.getByRole('article').getByRole('link', { name: '报价', exact: true }).click()
  expect((await saved).url()).toContain(`${address.split('/').at(-1)}/lines`)
  expect((await saved).status()).toBe(200)
  await expect(page).toHaveURL(/\/quotes$/)
  await page.goto(address)
  await expect(quantity).toHaveValue('3')
})

/** A quote from the draft to the customer's yes, with the approval between. */
test('a price below the list is approved by the manager before it is offered', async ({
  page,
  browser,
}) => {
  await signIn(page, 'hl.sh01')
  await page.goto('/quotes?view=open')
  await page.getByRole('row').filter({ hasText: '草稿' }).getByRole('link').first().click()
  await expect(page.getByRole('button', { name: '报给客户' })).toBeVisible()
  // What was not saved is not offered: the customer gets the sum that stands on the screen.
  await page.route('**/api/v1/quotes/*/lines', (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: '/problems/invalid', title: '填写有误', status: 422 }),
    })
  )
  await page.getByLabel('第 1 项单价（元）').fill('151')
  await expect(page.getByText('改动还没存上')).toBeVisible()
  await expect(page.getByRole('button', { name: '报给客户' })).toHaveCount(0)
  await page.unrouteAll()
  await page.getByLabel('第 1 项单价（元）').fill('150')
  await expect(page.getByText('报出前要先批准')).toBeVisible()
  await noAxeFaults(page)
  await page.getByRole('button', { name: '提请批准' }).click()
  await expect(page.getByText('待批', { exact: true })).toBeVisible()
  const address = page.url()

  const other = await browser.newContext()
  const manager = await other.newPage()
  await signIn(manager, 'hq.zb')
  // It stands among what waits for who may approve.
  await expect(
    manager.getByRole('region', { name: '待批的报价' }).getByRole('listitem').first()
  ).toContainText('￥')
  await noAxeFaults(manager)
  await manager.goto(address)
  await manager.getByRole('button', { name: '批准', exact: false }).first().click()
  await expect(manager.getByText('草稿', { exact: true })).toBeVisible()
  await other.close()

  await page.reload()
  await page.getByRole('button', { name: '报给客户' }).click()
  await expect(page.getByText('已报', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '客户同意' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已同意', { exact: true })).toBeVisible()
})

test('a case whose quote has run out leads to the next one by its one filled button', async ({
  page,
}) => {
  const hotline = await as('hl.bj02')
  const found = await hotline.get('/service-requests?open=true&status=awaiting_consent&limit=200')
  const cases = await Promise.all(
    found.items.map((one) => hotline.get(`/service-requests/${one.id}`))
  )
  const matter = cases.find((one) => one.may_quote && one.quote)
  await signIn(page, 'hl.bj02', `/service-requests/${matter.id}`)
  // It is charged, and nothing on the page says that it is free.
  await expect(page.getByRole('region', { name: /收费/ }).first()).toBeVisible()
  await expect(page.getByText('免费上门维修')).toHaveCount(0)
  await expect(page.locator('.button.filled')).toHaveText(/起草报价/)
  await page.keyboard.press('b')
  await expect(page.getByRole('heading', { level: 1, name: /^QT-/ })).toBeVisible()
  await expect(page.getByRole('region', { name: /收费/ }).first()).toBeVisible()
  await noAxeFaults(page)
})

test('prices are looked up by class and sound, each with its list', async ({ page }) => {
  await signIn(page, 'hl.bj01')
  await page.goto('/price-lists?view=A&q=gymk')
  const row = page.getByRole('row').filter({ hasText: '光源模块' })
  await expect(row).toContainText('A 类客户价目表')
  await noAxeFaults(page)
})

test('headquarters changes a draft and sees what differs', async ({ page }) => {
  await signIn(page, 'hq.zb')
  await page.goto('/price-lists?view=draft')
  await page.getByRole('grid').getByRole('link').first().click()
  await page.getByLabel('上门维修工时的单价（元）').fill('288')
  await page.getByRole('button', { name: '保存价目' }).click()
  const changes = page.getByRole('region', { name: '和上一版比' })
  await expect(changes.getByRole('listitem').filter({ hasText: '上门维修工时' })).toContainText(
    '288.00'
  )
  await noAxeFaults(page)
})

test('a further item takes nothing away of the prices that are typed', async ({ page }) => {
  await signIn(page, 'hq.zb')
  await page.goto('/price-lists?view=draft')
  await page.getByRole('grid').getByRole('link').first().click()
  const price = page.getByLabel('上门维修工时的单价（元）')
  await price.fill('279')
  await page.getByRole('button', { name: '加一项' }).click()
  const sheet = page.getByRole('dialog')
  const code = `LB-${Date.now()}`
  await sheet.getByLabel('类别').selectOption({ label: '人工费' })
  await sheet.getByLabel('编码').fill(code)
  await sheet.getByLabel('名称').fill('夜间工时')
  await sheet.getByLabel('单价').fill('400')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('cell', { name: code })).toBeVisible()
  await expect(price).toHaveValue('279')
  await page.getByRole('button', { name: '保存价目' }).click()
  await expect(page.getByRole('button', { name: '保存价目' })).toHaveCount(0)
  await page.reload()
  await expect(price).toHaveValue('279')
})
