import { as, sendJob } from './api.js'
import { codeOf } from './codes.mjs'
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

test('a part out of the van is named by the code on it, where the camera cannot be had by a photo of it', async ({
  page,
}) => {
  const { order } = await sendJob('fe.bj012')
  const engineer = await as('fe.bj012')
  for (const step of ['accept', 'depart', 'arrive'])
    await engineer.post(`/work-orders/${order.id}/${step}`)
  await engineer.post(`/work-orders/${order.id}/diagnose`, { diagnosis: '漏气', plan: '换密封圈' })
  await signIn(page, 'fe.bj012', `/field/jobs/${order.id}`)
  await page.getByRole('button', { name: '用了这个备件' }).click()
  await page.getByRole('button', { name: '扫码' }).click()
  await expect(page.getByText('打不开相机')).toBeVisible()
  await noAxeFaults(page)
  const picture = page.getByLabel('拍照来认')
  const label = async (/** @type {string} */ text) =>
    picture.last().setInputFiles({
      name: 'code.png',
      mimeType: 'image/png',
      buffer: await codeOf(text),
    })
  await label('NOT-9999')
  await expect(page.getByText('车上没有这个：NOT-9999')).toBeVisible()
  await page.getByRole('button', { name: '扫码' }).click()
  await label('GAS-7010')
  await expect(page.getByLabel('备件', { exact: true })).toHaveValue(/GAS-7010/)
  await page.getByLabel('数量').fill('1')
  await page.locator('.dock button.filled').click()
  await expect(page.getByText('已收到')).toBeVisible()
  const { parts } = await engineer.get(`/work-orders/${order.id}`)
  expect(parts.movements.map((/** @type {any} */ one) => one.part.number)).toEqual(['GAS-7010'])
})
