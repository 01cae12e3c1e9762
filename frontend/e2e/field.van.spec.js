import { as } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'

test.use({ viewport: { width: 390, height: 844 } })

test('the engineer sees his van and takes in what the station sent', async ({ page }) => {
  const clerk = await as('pc.bj01')
  const places = (await clerk.get('/stock-places?limit=200')).items
  const part = (await clerk.get('/parts?q=TMP-4100')).items[0]
  await clerk.post('/stock-transfers', {
    from_place_id: places.find((one) => one.code === 'BJ01').id,
    to_place_id: places.find((one) => one.code === 'VAN-2').id,
    part_id: part.id,
    quantity: 1,
  })
  await signIn(page, 'fe.bj012', '/field/van')
  await expect(page.getByText('给您发来的').first()).toBeVisible()
  await noAxeFaults(page)
  await page.getByRole('button', { name: /收下温度传感器/ }).click()
  await expect(page.getByText('给您发来的')).toHaveCount(0)
  await expect(page.getByRole('list', { name: '备件' })).toContainText('TMP-4100')
  await noAxeFaults(page)
})
