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

test('a job is moved by keys and by hand, put back, and undone', async ({ page }) => {
  await signIn(page, 'co.bj01')
  const board = page.getByRole('grid', { name: /派工台/ })
  await expect(board.getByRole('row').nth(1)).toBeVisible()
  // Tomorrow evening nobody works: one of the waiting orders is placed there first.
  await page
    .getByRole('radiogroup', { name: '待派' })
    .getByRole('radio')
    .filter({ hasText: '已承诺时间' })
    .first()
    .click()
  await expect(page.getByRole('button', { name: /^派给/ })).toBeEnabled()
  for (let hour = 0; hour < 2; hour++) await page.keyboard.press('Shift+ArrowRight')
  await expect(
    page.getByRole('radiogroup', { name: '合适人选' }).getByRole('radio').first()
  ).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '已派给' })).toBeVisible()

  // What is chosen next may be promised for another day; the board has followed it there.
  await page.keyboard.press('t')
  await expect(page.getByRole('button', { name: /^今天/ })).toBeVisible()
  await expect(board.locator('button.block.job:not(.fixed)').first()).toBeVisible()
  const job = board.locator('button.block.job:not(.fixed)').last()
  await expect(job).toBeVisible()
  const id = await job.getAttribute('data-booking')
  const same = board.locator(`[data-booking="${id}"]`)
  const before = await same.getAttribute('title')
  await same.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('status').filter({ hasText: '回车放下' })).toBeVisible()
  await expect(board.locator('.ghost')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(board.locator('.ghost')).toBeHidden()
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await expect(board.locator('.ghost')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '改到' })).toBeVisible()
  await expect(same).not.toHaveAttribute('title', String(before))
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('status').filter({ hasText: '已撤回' })).toBeVisible()
  await expect(same).toHaveAttribute('title', String(before))

  // The same by hand: shorter by its right edge.
  const at = await same.boundingBox()
  if (!at) throw new Error('the job is not on the screen')
  await page.mouse.move(at.x + at.width - 3, at.y + at.height / 2)
  await page.mouse.down()
  await page.mouse.move(at.x + at.width - 20, at.y + at.height / 2, { steps: 6 })
  await expect(board.locator('.held')).toBeVisible()
  await page.mouse.up()
  await expect(same).not.toHaveAttribute('title', String(before))

  await same.dblclick()
  await expect(page.getByRole('dialog')).toContainText('时长')
  await noAxeFaults(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '周', exact: true }).click()
  await expect(board.locator('button.block').first()).toBeVisible()
  // A job of the week is as wide as it lasts; the day has the same at full size, keys reach both (WCAG 2.5.8: equivalent).
  await noAxeFaults(page, ['target-size'])
  await page.getByRole('button', { name: '地图', exact: true }).click()
  await expect(
    page.getByRole('group', { name: '派工地图' }).getByRole('button').first()
  ).toBeVisible()
  await noAxeFaults(page)
})
