import { expect, noAxeFaults, signIn, test } from './base.js'

/** A number of the demo network that belongs to one customer with several devices. */
const PHONE = '13800044170'

/** @param {import('@playwright/test').Page} page */
async function takeCall(page, phone = PHONE) {
  await expect(page.getByLabel('来电号码')).toBeFocused()
  await page.keyboard.type(phone)
  await page.keyboard.press('Enter')
}

test('from the number to the order by keyboard alone', async ({ page }) => {
  await signIn(page, 'hl.bj01')
  await expect(page).toHaveURL(/\/intake/)
  await noAxeFaults(page)

  await takeCall(page)
  // The only match is taken by itself, and the hand stands at the devices.
  await expect(page.getByRole('region', { name: '客户', exact: true })).toContainText('华北绿源')
  await expect(page.getByLabel('序列号后四位或型号')).toBeFocused()
  await page.keyboard.type('CL-310')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('客户怎么说')).toBeFocused()
  await expect(page.getByText('免费上门').first()).toBeVisible()
  await page.keyboard.type('余氯读数一直为零，屏幕提示流量低。换过滤芯也没有好转。')
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await expect(page.getByRole('radio', { name: '硬件' })).toHaveAttribute('aria-checked', 'true')
  await page.keyboard.press('4')
  await expect(page.getByRole('button', { name: '生成派工单' })).toBeVisible()
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')

  const ended = page.getByRole('status').filter({ hasText: '已转派工' })
  await expect(ended).toBeVisible()
  await expect(ended.getByRole('link', { name: /^WO-BJ01-/ })).toBeVisible()
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('来电号码')).toBeFocused()
})

test('a paid visit goes act by act, survives a reload, and ends in an order', async ({ page }) => {
  await signIn(page, 'hl.bj01')
  await takeCall(page)
  await page.getByLabel('序列号后四位或型号').fill('NH-2200')
  await page.keyboard.press('Enter')
  await page.keyboard.type('氨氮读数偏高，试剂换过，昨天开始反复报警。')
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await page.keyboard.press('4')
  await expect(page.getByText('维修收费').first()).toBeVisible()

  const filled = (/** @type {string} */ name) => page.getByRole('button', { name, exact: false })
  await filled('已说明收费政策').click()
  await page.getByRole('button', { name: '客户愿意付费' }).waitFor()
  await page.reload()
  // The draft and the case on the server come back together.
  await expect(page.getByLabel('客户怎么说')).toHaveValue(/氨氮读数偏高/)
  await page.getByRole('button', { name: '客户愿意付费' }).waitFor()
  await page.keyboard.press('Control+Enter')
  const offer = page.getByRole('button', { name: '报给客户' })
  await offer.waitFor()
  await expect(page.getByText('还缺：报价项目')).toBeVisible()
  // On the smallest screen too, what it costs stays beside the price, and so does the main button.
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.getByRole('combobox', { name: '第 1 项' }).scrollIntoViewIfNeeded()
  await expect(page.getByRole('region', { name: '已过保修期，维修收费' })).toBeInViewport({
    ratio: 1,
  })
  await expect(offer).toBeInViewport({ ratio: 1 })
  expect(
    (await page.getByRole('combobox', { name: '第 1 项' }).boundingBox())?.width
  ).toBeGreaterThan(200)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('combobox', { name: '第 1 项' })).toBeFocused()
  for (const [code, quantity] of [
    ['CO-CITY', '1'],
    ['LB-STD', '1.5'],
  ]) {
    await page.keyboard.type(code)
    await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await page.keyboard.type(quantity)
    await page.keyboard.press('Enter')
  }
  const total = await page.locator('#intake-lines-total').textContent()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^已报/)).toContainText(String(total))
  await noAxeFaults(page)
  await page.getByRole('button', { name: '客户同意报价，生成派工单' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已转派工' })).toBeVisible()
})

test('a second call about an open matter is counted and makes no new request', async ({ page }) => {
  await signIn(page, 'hl.bj01')
  await takeCall(page)
  const matters = page.getByRole('region', { name: '未结事项' })
  // The key is live as soon as its button stands: the matters may be there before the call is put on file.
  await expect(matters.getByRole('button', { name: '同一件事' }).first()).toBeVisible()
  const number = await matters.getByRole('link').first().textContent()
  await page.keyboard.press('Alt+o')
  await expect(page.getByRole('status').filter({ hasText: '计了这次来电' })).toContainText(
    String(number).trim()
  )
  // The call ends with it.
  const last = page.getByRole('region', { name: '最近的来电' }).getByRole('row').nth(1)
  await expect(last).toContainText('同一件事再打来')
  await expect(last).toContainText('已结束')
})

test.describe('an unknown caller', () => {
  test.use({ expected: ['409', '404'] })
  test('is put on file without leaving the call, and one who looks the same is shown first', async ({
    page,
  }) => {
    await signIn(page, 'hl.bj01')
    // Nobody's number yet, however often this runs on one server.
    const number = `139${String(Date.now()).slice(-8)}`
    await takeCall(page, number)
    await expect(page.getByLabel('名称')).toBeFocused()
    // Looked for by name first, he still calls from this number.
    await page.keyboard.press('Escape')
    await page.locator('#intake-phone').fill('没有这家水务')
    await page.locator('#intake-phone').press('Enter')
    await expect(page.getByLabel('电话')).toHaveValue(number)
    await page.getByLabel('名称').fill('华北绿源环境监测技术服务有限公司')
    // Enter goes through what is still empty, and saves from the last field.
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('联系人')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('地址')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: '就是这位' }).first()).toBeVisible()
    const fresh = `清河水务 ${String(Date.now()).slice(-6)} 号站`
    await page.getByLabel('名称').fill(fresh)
    await page.getByLabel('联系人').fill('高志远')
    await page.getByLabel('地址').fill('北京市海淀区清河路 8 号')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: '客户', exact: true })).toContainText(fresh)
    await noAxeFaults(page)
  })
})

test('what is on its way for one call is not written into the next, and is done once', async ({
  page,
}) => {
  await signIn(page, 'hl.bj01')
  await takeCall(page)
  await page.getByLabel('序列号后四位或型号').fill('CL-310')
  await page.keyboard.press('Enter')
  await page.keyboard.type('余氯读数时有时无，流量正常。')
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await page.keyboard.press('4')
  await expect(page.getByRole('button', { name: '生成派工单' })).toBeVisible()

  const made = /** @type {string[]} */ ([])
  const late = Promise.withResolvers()
  await page.route('**/api/v1/service-requests', async (route) => {
    const response = await route.fetch()
    made.push((await response.json()).id)
    await late.promise
    await route.fulfill({ response })
  })
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => made.length).toBe(1)
  await page.keyboard.press('F2')
  await expect(page.getByLabel('来电号码')).toBeFocused()
  const came = page.waitForResponse('**/api/v1/service-requests')
  late.resolve(null)
  await came
  await expect(page.getByRole('button', { name: /^草稿：华北绿源/ })).toBeVisible()
  await expect(page.getByText('还没有要存的内容')).toBeVisible()

  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByLabel('客户怎么说')).toHaveValue('余氯读数时有时无，流量正常。')
  await expect(page.getByText('免费上门').first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: '已转派工' })).toBeVisible()
  expect(made[1]).toBe(made[0])
})

test('a call that is put aside leaves its number to no other', async ({ page }) => {
  await signIn(page, 'hl.bj01')
  const number = `139${String(Date.now()).slice(-8)}`
  await takeCall(page, number)
  await expect(page.getByLabel('名称')).toBeFocused()
  await page.keyboard.press('F2')
  await expect(page.getByLabel('来电号码')).toHaveValue('')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByLabel('这位客户是谁')).toHaveValue(number)
})
