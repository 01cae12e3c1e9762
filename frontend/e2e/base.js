import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test as plain } from '@playwright/test'
import { PIN, setPin } from './pin.js'
import { PASSWORD } from './server.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Every test fails on a page error, a console error or a breach of the content policy.
 * Answers 4xx that a test provokes are listed in `expected` by a part of their text.
 */
export const test = plain.extend({
  // The server picks its port after this file is read.
  // eslint-disable-next-line no-empty-pattern
  baseURL: async ({}, use) => use(process.env.SIBU_E2E_URL),
  expected: [[], { option: true }],
  page: async ({ page, expected }, use) => {
    /** @type {string[]} */
    const errors = []
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      const text = `${message.text()} ${message.location().url}`
      // No session yet and no demo are ordinary answers, which Chromium prints as errors.
      if (/auth\/token|\/demo\b|\/me\b/.test(text) && /40[014]/.test(text)) return
      if (expected.some((part) => text.includes(part))) return
      errors.push(text)
    })
    await use(page)
    expect(errors, 'console errors').toEqual([])
  },
})

export { expect }

/**
 * @param {import('@playwright/test').Page} page
 * @param {string[]} [without] rules that do not apply here, with the reason beside the call
 */
export async function noAxeFaults(page, without = []) {
  // A page in the middle of a change (a colour in transition, a button at work) is judged again at rest.
  await expect(async () => {
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
    const faults = await page.evaluate(async (off) => {
      const { violations } = await window.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        rules: Object.fromEntries(off.map((id) => [id, { enabled: false }])),
      })
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`
      )
    }, without)
    expect(faults).toEqual([])
  }).toPass({ timeout: 15_000 })
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} account
 * @param {string} [at] address to begin with
 */
export async function signIn(page, account, at = '/') {
  await page.goto(at)
  await page.getByLabel(/账号|Account/).fill(account)
  await page.getByLabel(/密码|Password/).fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
  if (at.startsWith('/field')) await setPin(page)
}

export { PIN, setPin }
