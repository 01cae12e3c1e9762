import { readFileSync } from 'node:fs'
import { as } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'

test('a list goes out as a file by key, and what needs approval waits for another person', async ({
  page,
}) => {
  await signIn(page, 'sm.bj01', '/customers')
  await expect(page.getByRole('button', { name: '导出' })).toBeVisible()
  await page.keyboard.press('Alt+e')
  await page.getByLabel('用途').fill('核对客户档案')
  await noAxeFaults(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^EX-.*\.csv$/)
  const text = readFileSync(await file.path(), 'utf8')
  expect(text.charCodeAt(0)).toBe(0xfeff)
  expect(text.split('\r\n')[0]).toContain('名称,类别,客户类别')
  await expect(page.getByText(/行已导出/)).toBeVisible()

  // nobody has the right to take quotes out in bulk: another person approves
  await page.goto('/quotes')
  await expect(page.getByRole('button', { name: '导出' })).toBeVisible()
  await page.keyboard.press('Alt+e')
  await page.getByLabel('用途').fill('季度分析')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '看这份导出' }).click()
  await expect(page.getByRole('article')).toContainText('季度分析')
  await noAxeFaults(page)
  const number = await page.getByRole('article').getAttribute('aria-label')

  const director = await as('hq.zb')
  const waiting = (await director.get('/exports?status=waiting')).items
  const mine = waiting.find((/** @type {any} */ one) => one.number === number)
  await director.post(`/exports/${mine.id}/approve`, {})
  await expect(page.getByRole('button', { name: '下载 Excel' })).toBeVisible({ timeout: 15_000 })
})
