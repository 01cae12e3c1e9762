import { as, sendJob } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('a checklist of a job is filled in by touch, kept while it is written, and sent whole', async ({
  page,
}) => {
  const { order } = await sendJob('fe.bj015', { subject: '读数偏高' })
  await signIn(page, 'fe.bj015', `/field/jobs/${order.id}`)
  await page.getByRole('link', { name: /出发前检查/ }).click()
  const dock = page.locator('.dock')
  await expect(dock.getByText('还剩 5 项')).toBeVisible()
  await noAxeFaults(page)
  await page.getByText('维修工具带齐').click()
  await expect(dock.getByText('还剩 4 项')).toBeVisible()
  const parts = page.getByRole('group', { name: /所需备件带齐/ })
  await parts.getByText('不合格', { exact: true }).click()
  await page.keyboard.type('泵管只剩一根')
  // A page that is killed loses two seconds of typing at most (P7).
  await page.waitForTimeout(200)
  await page.reload()
  await expect(page.getByLabel('哪里不合格')).toHaveValue('泵管只剩一根')
  await dock.getByRole('button', { name: '填完“出发前检查”' }).click()
  await expect(page.getByText('还没填。').first()).toBeVisible()
  for (const words of [
    '已和客户确认故障情况和上门时间',
    '检测设备带齐，在检定期内',
    '维修工单已带上',
  ])
    await page.getByText(words).click()
  await expect(dock.getByText('都填了')).toBeVisible()
  await noAxeFaults(page)
  await dock.getByRole('button', { name: '填完“出发前检查”' }).click()
  await expect(page.getByRole('link', { name: /出发前检查.*不合格 1 项/ })).toBeVisible()
  const engineer = await as('fe.bj015')
  const { items } = await engineer.get(`/entries/asked?subject=work_order&subject_id=${order.id}`)
  const form = items.find((/** @type {any} */ one) => one.key === 'before_leaving')
  expect(form.entry.status).toBe('completed')
  expect(form.entry.failed).toBe(1)
})
