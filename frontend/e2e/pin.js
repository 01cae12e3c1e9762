export const PIN = '258036'

/** The first opening of the field view on this phone. @param {import('@playwright/test').Page} page */
export async function setPin(page) {
  await page.getByLabel(/^(新 PIN 码|New PIN)$/).fill(PIN)
  await page.getByLabel(/^(再输一遍|Once more)$/).fill(PIN)
  await page.locator('button[type=submit]').click()
  await page.getByLabel(/^(新 PIN 码|New PIN)$/).waitFor({ state: 'detached' })
}
