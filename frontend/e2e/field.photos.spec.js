import { sendJob } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'

test.use({ viewport: { width: 390, height: 844 } })

test('a photo goes into its named place and is received', async ({ page }) => {
  const { order } = await sendJob('fe.bj01')
  await signIn(page, 'fe.bj01', '/field/')
  await page.goto(`/field/jobs/${order.id}`)
  const photos = page.getByRole('region', { name: '照片' })
  await expect(photos.getByText('未拍')).toHaveCount(3)
  await noAxeFaults(page)
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 1200
    canvas.height = 900
    canvas.getContext('2d').fillRect(100, 100, 500, 300)
    return canvas.toDataURL('image/png')
  })
  await photos
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'IMG_0001.png',
      mimeType: 'image/png',
      buffer: Buffer.from(url.split(',')[1], 'base64'),
    })
  await expect(photos.getByText('已收到 1 张')).toBeVisible()
  await expect(photos.getByText('未拍')).toHaveCount(2)
  const picture = await photos.locator('.place img').boundingBox()
  expect(picture?.width, 'a picture that is not square fills its square place').toBeGreaterThan(60)
  expect(Math.abs((picture?.height ?? 0) - (picture?.width ?? 0))).toBeLessThan(2)
  await noAxeFaults(page)
})
