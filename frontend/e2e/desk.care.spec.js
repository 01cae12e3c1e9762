import { as } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'

test('a word with a customer is noted by keyboard and moves him out of the list of those due', async ({
  page,
}) => {
  const row = (await (await as('sm.bj01')).get('/customer-relations?due=contact')).items[0]
  await signIn(page, 'sm.bj01', '/customer-care')
  const table = page.getByRole('grid', { name: '客户关系' })
  await expect(table.getByText(row.customer.name)).toBeVisible()
  await noAxeFaults(page)
  await page.goto(`/customers/${row.id}`)
  await page.getByRole('button', { name: '记一次联系' }).click()
  await page.getByLabel('结果').fill('问了设备情况，一切正常。')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('问了设备情况，一切正常。').first()).toBeVisible()
  await noAxeFaults(page)
  const after = await (await as('sm.bj01')).get(`/customer-relations/${row.id}`)
  expect(after.next_contact_on > row.next_contact_on).toBe(true)
})

test.use({ expected: ['boards/wall'] })

test('the queues lead to their cases, and the wall board says when its line is lost and goes on', async ({
  page,
}) => {
  await signIn(page, 'hl.bj01', '/queues')
  await expect(page.getByRole('table')).toBeVisible()
  await noAxeFaults(page)
  await page.getByRole('link', { name: /超时/ }).first().click()
  await expect(page).toHaveURL(/view=late/)
  await expect(page.getByRole('button', { name: '看全部站和人' })).toBeVisible()
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto('/wall')
  await expect(page.getByRole('region', { name: '今天来电' })).toBeVisible()
  await noAxeFaults(page)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1080)
  // Anything that happens makes the board ask again.
  const hotline = await as('hl.bj01')
  const ring = () =>
    hotline.post('/calls', { direction: 'inbound', from_number: '13800044170', rings: 2 })
  // A token lasts a quarter of an hour: it is renewed, and nobody sees anything of it.
  const [renewed] = await Promise.all([
    page.waitForRequest(
      (request) =>
        request.url().endsWith('/auth/token') && /refresh_token/.test(request.postData() ?? '')
    ),
    page.route('**/api/v1/boards/wall**', (route) => route.fulfill({ status: 401 }), { times: 1 }),
    ring(),
  ])
  expect((await renewed.response())?.ok()).toBe(true)
  await expect(page.getByRole('status')).toHaveCount(0)
  let down = true
  await page.route('**/api/v1/boards/wall**', (route) => (down ? route.abort() : route.continue()))
  await ring()
  await expect(page.getByText('连接断开，显示的是')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('region', { name: '今天来电' })).toBeVisible()
  down = false
  await ring()
  await expect(page.getByText('连接断开，显示的是')).toBeHidden({ timeout: 30_000 })
  await expect(page.locator('main.old')).toHaveCount(0)
  // After a working day the session is over: what was shown stays behind the veil, with the way on.
  await page.context().clearCookies()
  await page.route('**/api/v1/boards/wall**', (route) => route.fulfill({ status: 401 }))
  await ring()
  await expect(page.getByText('登录到期，显示的是')).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('main.old')).toHaveCount(1)
  await expect(page.getByRole('region', { name: '今天来电' })).toBeVisible()
  await noAxeFaults(page)
  await page.getByRole('link', { name: '在这台机器上重新登录' }).click()
  await expect(page.getByText('登录过期了')).toBeVisible()
})
