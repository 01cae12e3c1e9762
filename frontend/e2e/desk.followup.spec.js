import { expect, noAxeFaults, signIn, test } from './base.js'

test.describe('a follow-up', () => {
  test('is answered by digits, and a satisfied customer closes the case', async ({ page }) => {
    await signIn(page, 'fu.bj01')
    await expect(page).toHaveURL(/\/follow-ups\//)
    const questions = page.getByRole('list', { name: '问题' })
    await expect(questions).toBeVisible()
    await expect(page.getByText('还缺：6 题还没问')).toBeVisible()
    for (const score of [5, 4, 5, 5, 4, 5]) await page.keyboard.press(String(score))
    await expect(page.getByText('题还没问')).toHaveCount(0)
    await noAxeFaults(page)
    const case_ = await page
      .getByRole('complementary', { name: '这次服务' })
      .getByRole('link', { name: /^SR-/ })
      .getAttribute('href')
    // What a call came to may be written down at any hour; only trying to reach somebody has its hours.
    await page.keyboard.press('Control+Enter')
    // The next customer comes up by himself.
    await expect(
      page.getByRole('complementary', { name: '这次服务' }).locator(`a[href="${case_}"]`)
    ).toHaveCount(0)
    await page.goto(String(case_))
    await expect(page.getByText('已结案').first()).toBeVisible()
  })

  test('a low score at once asks what went wrong', async ({ page }) => {
    await signIn(page, 'fu.bj01')
    await expect(page.getByRole('list', { name: '问题' })).toBeVisible()
    for (const score of [5, 2, 5, 5, 4, 5]) await page.keyboard.press(String(score))
    await expect(page.getByLabel('哪里没做好')).toBeVisible()
    await expect(page.getByRole('button', { name: '记下原因，转改进' })).toBeVisible()
    await noAxeFaults(page)
  })
})
