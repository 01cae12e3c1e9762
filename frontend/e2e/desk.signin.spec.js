import { expect, noAxeFaults, test } from './base.js'

test('the sign-in page of the desk renders without a fault', async ({ page }) => {
  await page.goto('/service-requests')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  await noAxeFaults(page)
})

test.describe('a wrong password', () => {
  test.use({ expected: ['401'] })
  test('says so above the fields and keeps the account', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByLabel('账号').fill('nobody')
    await page.getByLabel('密码').fill('not-the-password')
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('alert')).toContainText('账号或密码不对')
    await expect(page.getByLabel('账号')).toHaveValue('nobody')
    await noAxeFaults(page)
  })
})
