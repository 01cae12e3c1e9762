import { as, sendJob } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'

/**
 * Prints by this deed: a new tab opens, and what is fetched for it is a PDF.
 * @param {import('@playwright/test').Page} page @param {() => Promise<void>} deed
 */
async function printedBy(page, deed) {
  const tab = page.context().waitForEvent('page')
  const drawn = page.waitForResponse((one) =>
    /\/documents\/[^/]+\/(content|batch)$/.test(one.url())
  )
  await deed()
  await tab
  const answer = await drawn
  expect(answer.headers()['content-type']).toBe('application/pdf')
  expect(Number(answer.headers()['content-length'])).toBeGreaterThan(10_000)
}

test('an order is previewed as pages, printed by one stroke, and the printing stands below', async ({
  page,
}) => {
  const { order } = await sendJob('fe.bj01', { inMinutes: 60 * 24 * 5 })
  await signIn(page, 'co.bj01', `/work-orders/${order.id}`)
  await expect(page.getByRole('heading', { name: order.number })).toBeVisible()
  await page.keyboard.press('Alt+p')
  const sheet = page.getByRole('dialog', { name: '打印单据' })
  await expect(sheet.getByRole('radio', { name: '上门派工单' })).toBeChecked()
  const shown = sheet.getByRole('img', { name: '预览第 1 页，共 1 页' })
  await expect(shown).toBeVisible()
  expect(
    await shown.evaluate((img) => /** @type {HTMLImageElement} */ (img).naturalWidth)
  ).toBeGreaterThan(800)
  await noAxeFaults(page)
  await sheet.getByRole('button', { name: '客户联' }).click()
  await sheet.getByRole('button', { name: 'English' }).click()
  await sheet.getByRole('radio', { name: '维修工单' }).check()
  await expect(shown).toBeVisible()
  await printedBy(page, () => page.keyboard.press('Control+Enter'))
  await expect(sheet.getByRole('status').filter({ hasText: '第 1 次打印' })).toBeVisible()
  await expect(sheet.getByRole('link', { name: '打开 PDF' })).toBeVisible()
  await expect(sheet.getByText('客户联 · 第 1 次')).toBeVisible()
  await noAxeFaults(page)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  const told = await (await as('co.bj01')).get(`/work-orders/${order.id}/events`)
  expect(told.items.map((/** @type {any} */ one) => one.type)).toContain('document.printed')
})

test('rows are chosen by X and printed together', async ({ page }) => {
  await sendJob('fe.bj01', { inMinutes: 60 * 24 * 6 })
  await sendJob('fe.bj01', { inMinutes: 60 * 24 * 7 })
  await signIn(page, 'co.bj01', '/work-orders')
  await expect(page.getByRole('grid').getByRole('row').nth(2)).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByRole('button', { name: '打印所选 2 张' })).toBeVisible()
  await noAxeFaults(page)
  await page.keyboard.press('Alt+p')
  const sheet = page.getByRole('dialog', { name: '打印单据' })
  await expect(sheet.getByRole('img')).toBeVisible()
  await printedBy(page, () => sheet.getByRole('button', { name: '打印所选 2 张' }).click())
  await expect(sheet.getByRole('link', { name: '打开 PDF' })).toBeVisible()
})

test('who may not print sees no button', async ({ page }) => {
  await signIn(page, 'fu.bj01', '/work-orders')
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await page.getByRole('grid').getByRole('link').first().click()
  await expect(page.getByRole('tab').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /打印/ })).toHaveCount(0)
})

test('bills and quotes are printed from where they stand', async ({ page }) => {
  await signIn(page, 'ca.bj01', '/receivables')
  await page.getByRole('grid', { name: '应收款' }).getByRole('link').first().click()
  await page.locator('.bill').getByRole('button', { name: /^打印/ }).first().click()
  const sheet = page.getByRole('dialog', { name: '打印单据' })
  await expect(sheet.getByRole('radio').first()).toBeVisible()
  await noAxeFaults(page)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await noAxeFaults(page)
})

test('a quote is printed from its head', async ({ page }) => {
  await signIn(page, 'hl.sh01', '/quotes?view=open')
  await page.getByRole('row').filter({ hasText: '草稿' }).getByRole('link').first().click()
  await expect(page.getByRole('button', { name: '报给客户' })).toBeVisible()
  await page.keyboard.press('Alt+p')
  await expect(page.getByRole('dialog', { name: '打印单据' })).toBeVisible()
  await noAxeFaults(page)
})
