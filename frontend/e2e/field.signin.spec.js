import { expect, noAxeFaults, test } from './base.js'

test('the sign-in page of the field view renders without a fault', async ({ page }) => {
  await page.goto('/field/')
  await expect(page).toHaveURL(/\/field\/sign-in/)
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  await noAxeFaults(page)
})
