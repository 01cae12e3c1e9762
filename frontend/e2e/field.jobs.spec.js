import { as, assign, sendJob } from './api.js'
import { expect, noAxeFaults, setPin, signIn, test } from './base.js'

/** Each test has its own engineer, since a day is one person's. */
const dock = (page) => page.locator('.dock button.filled')

/** @param {import('@playwright/test').Page} page */
async function noAxeFaultsInAnyLight(page) {
  for (const colorScheme of /** @type {const} */ (['dark', 'light'])) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    await noAxeFaults(page)
  }
}

const NAME = [
  [0.2, 0.5],
  [0.4, 0.8],
]

/** @param {import('@playwright/test').Page} page @param {number[][]} strokes each from and to, as shares of the pad's width */
async function drawSignature(page, strokes = NAME) {
  const pad = page.locator('canvas')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('no pad')
  for (const [from, to] of strokes) {
    await page.mouse.move(box.x + box.width * from, box.y + 40)
    await page.mouse.down()
    for (let step = 1; step <= 6; step++)
      await page.mouse.move(
        box.x + box.width * (from + ((to - from) * step) / 6),
        box.y + 40 + step * 15
      )
    await page.mouse.up()
  }
}

test('an engineer walks a visit from the news of it to the handed-in record', async ({ page }) => {
  await signIn(page, 'fe.bj012', '/field/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('今天')
  const { order } = await sendJob('fe.bj012', { subject: '零点漂移' })
  const news = page.getByRole('status').filter({ hasText: '新派来一单' })
  await expect(news).toContainText(order.customer_name)
  await noAxeFaultsInAnyLight(page)
  await news.getByRole('link', { name: '看这一单' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('接单')
  await noAxeFaultsInAnyLight(page)
  await dock(page).click()
  await expect(dock(page)).toContainText('出发去')
  await dock(page).click()
  await expect(dock(page)).toContainText('我到了')
  await dock(page).click()

  await page.getByLabel('诊断').fill('光源老化，能量低于下限')
  await page.getByLabel('维修方案').fill('更换光源，重新标定')
  await noAxeFaultsInAnyLight(page)
  // The step that was taken brings up the next from its beginning; on a small phone too the way back stays.
  const size = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 640 })
  await dock(page).click()
  await expect(page.getByLabel('做了什么')).toBeVisible()
  await expect(page.getByRole('link', { name: '返回' })).toBeInViewport({ ratio: 1 })
  await page.setViewportSize(size ?? { width: 390, height: 844 })
  await page.getByLabel('做了什么').fill('更换光源，零点与量程重新标定')
  await page.getByLabel('检验结果').fill('标液 50 mg/L，读数 50.6，误差 1.2%')
  await page.getByRole('group', { name: '检验合格' }).getByText('是').click()
  await page.getByRole('group', { name: '已向客户交代' }).getByText('是').click()
  await noAxeFaultsInAnyLight(page)
  await dock(page).click()

  await expect(page.getByText('更换光源，零点与量程重新标定')).toBeVisible()
  await expect(page.getByText('应收 ￥0.00')).toBeVisible()
  await dock(page).click()
  await expect(page.getByText('还没填。')).toBeInViewport({ ratio: 1 })
  await drawSignature(page)
  await noAxeFaultsInAnyLight(page)
  // Signed anew over what was kept, in one stroke: it takes the place of the former.
  await page.reload()
  await expect(page.getByRole('button', { name: '重签' })).toBeVisible()
  await drawSignature(page, [[0.2, 0.8]])
  await expect(page.getByRole('button', { name: '重签' })).toBeVisible()
  await dock(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('交记录')
  await dock(page).click()
  await expect(page.getByRole('heading', { name: '记录已交' })).toBeVisible()
  await noAxeFaultsInAnyLight(page)
  await dock(page).click()
  await expect(page.locator(`[data-job="${order.number}"]`)).toHaveAttribute(
    'data-status',
    'record_in'
  )

  const told = await (await as('co.bj01')).get(`/work-orders/${order.id}`)
  expect(told.status).toBe('record_in')
  expect(told.signature).toMatchObject({ kind: 'drawn', signer: order.contact.name })
})

test('a moved time and a job taken away are told without a reload', async ({ page }) => {
  const { order, coordinator } = await sendJob('fe.bj013', { inMinutes: 120 })
  await signIn(page, 'fe.bj013', '/field/')
  const card = page.locator(`[data-job="${order.number}"]`)
  await expect(card).toBeVisible()
  await coordinator.post(`/work-orders/${order.id}/reschedule`, {
    promised_at: new Date(Date.parse(order.promised_at) + 40 * 60_000).toISOString(),
    reason: '客户上午停电',
  })
  await expect(page.getByText('已不派给您')).toBeVisible()
  await expect(card).toHaveCount(0)
  await assign(coordinator, 'fe.bj013', order.id, 600)
  await expect(page.getByText('原约')).not.toHaveCount(0)
  await expect(card.locator('s')).toBeVisible()
  await noAxeFaultsInAnyLight(page)
})

test.describe('what is refused', () => {
  test.use({ expected: ['409'] })
  test('says why, and offers what can be done instead', async ({ page }) => {
    const { order } = await sendJob('fe.bj014')
    const engineer = await as('fe.bj014')
    for (const step of ['accept', 'depart', 'arrive'])
      await engineer.post(`/work-orders/${order.id}/${step}`)
    await engineer.post(`/work-orders/${order.id}/diagnose`, {
      diagnosis: '漏气',
      plan: '换密封圈',
    })
    await signIn(page, 'fe.bj014', `/field/jobs/${order.id}`)
    await page.getByLabel('做了什么').fill('换密封圈')
    await page.getByLabel('检验结果').fill('仍漏气')
    await page.getByRole('group', { name: '检验合格' }).getByText('否').click()
    await page.getByRole('group', { name: '已向客户交代' }).getByText('是').click()
    await dock(page).click()
    await expect(page.getByRole('alert')).toContainText('检验不合格，不能完工')
    await noAxeFaultsInAnyLight(page)
    await page.getByRole('alert').getByRole('button', { name: '约二次上门' }).click()
    await expect(page.getByLabel('为什么要再来')).toHaveValue('检验不合格：仍漏气')
    await page.goBack()
    await expect(page.getByLabel('检验结果')).toHaveValue('仍漏气')
    // What he gave back himself is not told as if somebody had taken it from him.
    await page.goForward()
    await dock(page).click()
    await expect(page.getByText('已记下“需二次上门”')).toBeVisible()
    await expect(page.getByText('这一单已不在您名下')).toHaveCount(0)
  })
})

test('a refused signature is a full path, and strokes outlive a turned phone', async ({ page }) => {
  const { order } = await sendJob('fe.bj014')
  const engineer = await as('fe.bj014')
  for (const step of ['accept', 'depart', 'arrive'])
    await engineer.post(`/work-orders/${order.id}/${step}`)
  await engineer.post(`/work-orders/${order.id}/diagnose`, { diagnosis: '漏气', plan: '换密封圈' })
  await engineer.post(`/work-orders/${order.id}/complete`, {
    work_done: '换密封圈',
    test_result: '加压 10 分钟无渗漏',
    test_passed: true,
    instructed: true,
  })
  await signIn(page, 'fe.bj014', `/field/jobs/${order.id}`)
  await drawSignature(page)
  const again = page.getByRole('button', { name: '重签' })
  await page.setViewportSize({ width: 844, height: 390 })
  await expect(again).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: '客户不签，记录原因' }).click()
  await expect(page.getByText('加压 10 分钟无渗漏')).toBeVisible()
  await noAxeFaultsInAnyLight(page)
  await page.goBack()
  await expect(again).toBeVisible()
  await page.goForward()
  await page.getByLabel('拒签的原因').fill('客户临时被叫走')
  await dock(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('交记录')
  await dock(page).click()
  await expect(page.getByText('客户没签字：客户临时被叫走')).toBeVisible()
})

test.describe('without a network', () => {
  test.use({ expected: ['ERR_INTERNET_DISCONNECTED', 'Failed to fetch'] })
  test('work goes on as usual, and each deed goes out once', async ({ page, context }) => {
    const { order } = await sendJob('fe.bj015', { inMinutes: 200 })
    const engineer = await as('fe.bj015')
    for (const step of ['accept', 'depart', 'arrive'])
      await engineer.post(`/work-orders/${order.id}/${step}`)
    await signIn(page, 'fe.bj015', `/field/jobs/${order.id}`)
    await page.getByLabel('诊断').fill('泵管老化')
    await page.getByLabel('维修方案').fill('换泵管')
    await context.setOffline(true)
    await expect(page.getByText('没有网络，照常做')).toBeVisible()
    await dock(page).click()
    await expect(page.getByText('1 项存在本机')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('完工')
    await noAxeFaultsInAnyLight(page)
    await context.setOffline(false)
    await expect(page.getByText('没有网络，照常做')).toHaveCount(0)
    await expect(page.getByText('已收到')).toBeVisible()
    const { items } = await engineer.get(`/work-orders/${order.id}/events`)
    expect(items.filter((one) => one.type === 'work_order.diagnosed')).toHaveLength(1)
  })
})

test.describe('a lost answer', () => {
  test.use({ expected: ['ERR_FAILED'] })
  test('does not make a deed happen twice', async ({ page }) => {
    const { order } = await sendJob('fe.bj014')
    const engineer = await as('fe.bj014')
    for (const step of ['accept', 'depart', 'arrive'])
      await engineer.post(`/work-orders/${order.id}/${step}`)
    await signIn(page, 'fe.bj014', `/field/jobs/${order.id}`)
    await page.getByRole('button', { name: '做不了、修不好' }).click()
    const upward = page.getByRole('button', { name: '上报难题' })
    await expect(upward, 'above the dock').toBeInViewport({ ratio: 1 })
    await upward.click()
    await page.getByLabel('什么问题解决不了').fill('缺专用工装')
    let lost = 0
    await page.route(
      '**/escalate',
      async (route) => {
        await route.fetch()
        lost++
        await route.abort()
      },
      { times: 1 }
    )
    await dock(page).click()
    await expect(page.getByText('已收到')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('诊断')
    expect(lost).toBe(1)
    const { items } = await engineer.get(`/work-orders/${order.id}/events`)
    expect(items.filter((one) => one.type === 'work_order.escalated')).toHaveLength(1)
  })
})

test.describe('an expired session', () => {
  test.use({ expected: ['401'] })
  test('lets work go on, and leads back to the same step with what was typed', async ({
    page,
    context,
  }) => {
    const { order } = await sendJob('fe.bj015', { inMinutes: 400 })
    const engineer = await as('fe.bj015')
    await signIn(page, 'fe.bj015', `/field/jobs/${order.id}`)
    await expect(dock(page)).toContainText('接下')
    await page.getByRole('button', { name: '做不了、修不好' }).click()
    await page.getByRole('button', { name: '上报难题' }).click()
    await page.getByLabel('什么问题解决不了').fill('缺专用工装')
    await context.clearCookies()
    await page.route('**/api/v1/work-orders/**', (route) => {
      const headers = { ...route.request().headers(), authorization: 'Bearer expired' }
      return route.continue({ headers })
    })
    await dock(page).click()
    await expect(page.getByText('登录过期，照常做')).toBeVisible()
    await expect(dock(page)).toContainText('接下')
    await dock(page).click()
    await expect(dock(page)).toContainText('出发去')
    await noAxeFaultsInAnyLight(page)
    await page.unrouteAll()
    await page.getByRole('link', { name: '再登录' }).click()
    await page.getByLabel('密码').fill('demo-Only-4417')
    await page.getByRole('button', { name: '登录' }).click()
    await expect(dock(page)).toContainText('出发去')
    await expect(page.getByText('已收到')).toBeVisible()
    const told = await engineer.get(`/work-orders/${order.id}`)
    expect(told.problem).toBe('缺专用工装')
    expect(told.accepted_at).toBeTruthy()
  })
})

test('a demo account fills itself in, and English fits the same places', async ({ page }) => {
  await page.goto('/field/')
  await page.getByRole('button', { name: /赵建军/ }).click()
  await expect(page.getByLabel('账号')).toHaveValue('fe.bj01')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByLabel('Password')).toBeVisible()
  await noAxeFaultsInAnyLight(page)
  await page.getByLabel('Password').fill('demo-Only-4417')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set a PIN')
  await noAxeFaultsInAnyLight(page)
  await setPin(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('today')
  await noAxeFaultsInAnyLight(page)
  await page.getByRole('link', { name: 'Me', exact: true }).click()
  await noAxeFaultsInAnyLight(page)
})
