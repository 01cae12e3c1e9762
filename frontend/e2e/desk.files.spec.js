import { readFileSync } from 'node:fs'
import { as, sendJob } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'

/** A drawn photograph, large enough to be made smaller on its way. */
async function photo(page) {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 3000
    canvas.height = 2000
    const pen = canvas.getContext('2d')
    pen.fillStyle = '#3a7'
    pen.fillRect(0, 0, 3000, 2000)
    pen.fillStyle = '#fff'
    pen.fillRect(400, 400, 900, 500)
    return canvas.toDataURL('image/jpeg', 0.9)
  })
  return Buffer.from(url.split(',')[1], 'base64')
}

test('files are chosen, looked at with arrows, and one is void with its reason', async ({
  page,
}) => {
  const { matter } = await sendJob('fe.bj01')
  await signIn(page, 'co.bj01', `/service-requests/${matter.id}?tab=files`)
  const panel = page.getByRole('group', { name: '附件' })
  await expect(panel.getByText('还没有附件。')).toBeVisible()
  await noAxeFaults(page)

  const first = { name: '铭牌.jpg', mimeType: 'image/jpeg', buffer: await photo(page) }
  const paper = readFileSync(new URL('./data/one-page.pdf', import.meta.url))
  await panel
    .locator('input[type=file]')
    .setInputFiles([first, { name: '验收单.pdf', mimeType: 'application/pdf', buffer: paper }])
  await expect(panel.getByRole('button', { name: '看 铭牌.jpg' })).toBeVisible()
  await expect(panel.getByRole('button', { name: '看 验收单.pdf' })).toBeVisible()
  await expect(panel.locator('img').first()).toBeVisible()
  await noAxeFaults(page)

  const hotline = await as('hl.bj01')
  const listed = await hotline.get(`/attachments?case_id=${matter.id}`)
  const kept = listed.items.find((one) => one.name === '铭牌.jpg')
  expect([kept.width, kept.height]).toEqual([2560, 1707])

  await panel.getByRole('button', { name: '看 铭牌.jpg' }).click()
  const viewer = page.getByRole('dialog', { name: '看图' })
  await expect(viewer.getByRole('img', { name: '铭牌.jpg' })).toBeVisible()
  await noAxeFaults(page)
  const start = await viewer.getByText(/第 \d 个，共 2 个/).textContent()
  await page.keyboard.press(start.startsWith('第 1') ? 'ArrowRight' : 'ArrowLeft')
  await expect(viewer.getByText('PDF 请下载后看。')).toBeVisible()
  await page.keyboard.press(start.startsWith('第 1') ? 'ArrowLeft' : 'ArrowRight')
  await viewer.getByRole('button', { name: '作废' }).click()
  const sheet = page.getByRole('dialog', { name: '作废' })
  await sheet.getByLabel('作废原因').fill('拍错了设备')
  await sheet.getByRole('button', { name: '作废' }).click()
  await expect(viewer.getByText('拍错了设备')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(viewer).toBeHidden()
  await expect(panel.getByText('已作废')).toBeVisible()
})

test.describe('a file that is none of ours', () => {
  test.use({ expected: ['/api/v1/uploads'] })

  test('is refused in words, and given up', async ({ page }) => {
    const { order } = await sendJob('fe.bj01')
    await signIn(page, 'co.bj01', `/work-orders/${order.id}?tab=files`)
    const panel = page.getByRole('group', { name: '附件' })
    await panel.locator('input[type=file]').setInputFiles({
      name: 'screenshot.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('<!doctype html><script>alert(1)</script>'),
    })
    await expect(panel.getByText('只收 JPEG、PNG、WebP、HEIC 图片和 PDF')).toBeVisible()
    await panel.getByRole('button', { name: '不发了' }).click()
    await expect(panel.getByText('还没有附件。')).toBeVisible()
  })
})
