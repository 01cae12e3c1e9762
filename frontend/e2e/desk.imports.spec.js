import { expect, noAxeFaults, signIn, test } from './base.js'

const MAPPING = `
[source]
name = "e2e-crm"
label = "旧客户表"
files = []
[record]
resource = "/customers"
key = { column = "no" }
[record.fields]
kind = { column = "kind" }
name = { column = "name" }
`
const ROWS =
  'no,name,kind\n1,昌平水质监测中心,company\n2,怀柔第二水厂,company\n3,没有类别的客户,factory\n'

test('a file is judged, its bad row told in Chinese, and written when it is confirmed', async ({
  page,
}) => {
  await signIn(page, 'sm.bj01', '/imports')
  await page.keyboard.press('Alt+n')
  await page.getByLabel('哪个系统的文件').selectOption('用自己的映射文件')
  await page.getByLabel('映射文件').fill(MAPPING)
  await page
    .getByLabel('文件', { exact: true })
    .setInputFiles({ name: '客户.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS) })
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')
  const run = page.getByRole('article')
  await expect(run.getByText('待确认')).toBeVisible({ timeout: 15_000 })
  await expect(run.getByRole('cell', { name: /只能是/ })).toBeVisible()
  await noAxeFaults(page)
  await page.getByRole('button', { name: '写入 2 行' }).click()
  await expect(run.getByText('已导入')).toBeVisible({ timeout: 15_000 })
  await page.goto('/customers?q=昌平水质')
  await expect(page.getByText('昌平水质监测中心')).toBeVisible()
})

test('a file of another system is told so, with what to do', async ({ page }) => {
  await signIn(page, 'sm.bj01', '/imports')
  await page.keyboard.press('Alt+n')
  await page.getByLabel('哪个系统的文件').selectOption('服务台日志')
  await page
    .getByLabel('文件', { exact: true })
    .setInputFiles({ name: '客户.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS) })
  await page.keyboard.press('Control+Enter')
  const run = page.getByRole('article')
  await expect(run.getByText(/客户\.csv 没有这些列/)).toBeVisible()
  await expect(run.getByText(/改好后再导入一次/)).toBeVisible()
})
