import { randomUUID } from 'node:crypto'
import { as, sendJob } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'

/** A phone of this account that counts what it does. @param {string} account */
async function phoneOf(account) {
  const api = await as(account)
  const id = randomUUID()
  const secret = Buffer.from(randomUUID() + randomUUID())
    .subarray(0, 32)
    .toString('base64url')
  await api.post('/devices', { id, secret, name: '试机', clock: new Date().toISOString() })
  let seq = 0
  return {
    api,
    id,
    /** @param {string} path @param {object} [body] */
    send: (path, body = {}) =>
      api.post(path, {
        ...body,
        device_id: id,
        device_seq: ++seq,
        occurred_at: new Date().toISOString(),
      }),
  }
}

test('the coordinator sees who is out, with what, and what is to decide', async ({ page }) => {
  await signIn(page, 'co.bj01', '/')
  // The navigation counts what waits behind pages that nobody has opened yet.
  const entry = page.getByRole('navigation').getByRole('link', { name: /^外勤/ })
  await expect(entry.locator('.count')).toHaveText(/^[1-9]/)
  await page.getByRole('link', { name: '工作台' }).click()
  await expect(page.getByRole('region', { name: '手机上没记入的，待决定' })).toBeVisible()
  await page.getByRole('link', { name: '手机上没记入的，待决定' }).click()
  await expect(page).toHaveURL(/\/crew$/)
  await expect(page.getByRole('heading', { name: '外勤' })).toBeVisible()
  await expect(page.getByRole('row').nth(2)).toBeVisible()
  await expect(page.getByRole('region', { name: '要您决定' })).toBeVisible()
  await expect(page.getByText('4 条没发').first()).toBeVisible()
  await noAxeFaults(page)
  await page.getByRole('row').nth(1).click()
  await expect(page.getByRole('heading', { name: '手机' })).toBeVisible()
  await expect(page.getByRole('button', { name: '清除手机数据' }).first()).toBeVisible()
  await noAxeFaults(page)
})

test('what a phone did on a job that was taken away counts once the job is given back', async ({
  page,
}) => {
  const phone = await phoneOf('fe.bj012')
  const { order, coordinator } = await sendJob('fe.bj012', { subject: '流通池漏液' })
  await phone.send(`/work-orders/${order.id}/accept`)
  await coordinator.post(`/work-orders/${order.id}/unassign`, { reason: '另有急单' })
  const held = await phone.send(`/work-orders/${order.id}/depart`)
  expect(held.reason).toBe('lost_job')
  await signIn(page, 'co.bj01', `/crew/held/${held.id}`)
  const beside = page.getByRole('article', { name: '出发' })
  await expect(beside.getByText('这单已经不在他名下')).toBeVisible()
  await expect(beside.getByText(order.number)).toBeVisible()
  await noAxeFaults(page)
  await beside.getByRole('button', { name: /^派回给/ }).click()
  // The button at work has no name for a moment: what says that it is done is the sentence that goes.
  await expect(beside.getByText('这单现在没有派人')).toHaveCount(0)
  await beside.getByRole('button', { name: '按他的记入' }).click()
  const sheet = page.getByRole('dialog', { name: '按他的记入' })
  await sheet.getByLabel('说明').fill('他已经在路上')
  await page.keyboard.press('Control+Enter')
  await expect(beside.getByText('已记入', { exact: true })).toBeVisible()
  const now = await coordinator.get(`/work-orders/${order.id}`)
  expect(now.status).toBe('on_the_way')
  expect(now.engineer.id).toBe(held.employee.id)
})

test('a field that two changed is decided with both values in sight', async ({ page }) => {
  const phone = await phoneOf('fe.bj012')
  const { order, coordinator } = await sendJob('fe.bj012', {
    subject: '数据有断点',
    inMinutes: 300,
  })
  const file = await coordinator.get(`/assets/${order.asset.id}`)
  const raised = await phone.send(`/assets/${order.asset.id}/fill`, {
    changes: { location_note: { base: '谁也没写过', value: '泵房二层，靠窗' } },
  })
  expect(raised.location_note).toBe(file.location_note)
  const open = await coordinator.get(`/conflicts?status=open&subject_id=${order.asset.id}`)
  const found = open.items.find((one) => one.device_id === phone.id)
  await signIn(page, 'co.bj01', `/crew/conflicts/${found.id}`)
  const beside = page.getByRole('article', { name: '安装位置' })
  await expect(beside.getByText('泵房二层，靠窗')).toBeVisible()
  await expect(beside.getByText('两个值都留在记录里')).toBeVisible()
  await noAxeFaults(page)
  await beside.getByRole('button', { name: '用手机上的' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(beside.getByText('用了手机上的').first()).toBeVisible()
  expect((await coordinator.get(`/assets/${order.asset.id}`)).location_note).toBe('泵房二层，靠窗')
})
