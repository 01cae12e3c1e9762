import { expect, noAxeFaults, signIn, test } from './base.js'

test('the coordinator places an order by keyboard and sees it on the day', async ({ page }) => {
  await signIn(page, 'co.bj01')
  await expect(page).toHaveURL(/\/dispatch/)
  const waiting = page.getByRole('radiogroup', { name: '待派' })
  await expect(waiting.getByRole('radio').first()).toBeVisible()
  await noAxeFaults(page)
  // One that has its time already is only to be placed.
  await waiting.getByRole('radio').filter({ hasText: '已承诺时间' }).first().click()
  const does = page.getByRole('button', { name: /^派给/ })
  await expect(does).toBeVisible()
  const number = await page
    .getByRole('region', { name: '派给谁' })
    .getByRole('link', { name: /^WO-/ })
    .textContent()
  // Evenings are free: an hour at a time, whoever works when this test runs.
  for (let hour = 0; hour < 3; hour++) await page.keyboard.press('Shift+ArrowRight')
  await expect(
    page.getByRole('radiogroup', { name: '合适人选' }).getByRole('radio').first()
  ).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '已派给' })).toContainText(
    String(number).trim()
  )
  await noAxeFaults(page)
})
