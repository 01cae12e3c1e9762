/**
 * Prices and quotes: the lists, a quote in the call, at its maker's and at its customer's, and the case's own part.
 * @typedef {import('@playwright/test').Page} Page
 */

/** @param {Page} page @param {string} list */
async function first(page, list) {
  await page.goto(list)
  await page.getByRole('grid').getByRole('link').first().click()
  await page.locator('article').first().waitFor()
  await page.waitForTimeout(900)
}

/** @type {import('./gallery.screens.mjs').Screen[]} */
export const PRICES = [
  {
    name: 'desk-intake-quote',
    face: 'desk',
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/intake')
      await page.getByLabel('来电号码').fill('13800044170')
      await page.keyboard.press('Enter')
      await page.getByLabel('序列号后四位或型号').fill('NH-2200')
      await page.keyboard.press('Enter')
      await page.keyboard.type('氨氮读数偏高，屏幕反复报警，昨天夜里开始。')
      await page.keyboard.press('Escape')
      await page.keyboard.press('h')
      await page.keyboard.press('4')
      for (const act of ['已说明收费政策', '客户愿意付费'])
        await page.getByRole('button', { name: act }).click()
      await page.getByLabel('第 1 项', { exact: true }).click()
      for (const code of ['CO-CITY', 'LB-STD']) {
        await page.keyboard.type(code)
        await page.getByRole('listbox').getByRole('option').first().waitFor()
        await page.waitForTimeout(300)
        await page.keyboard.press('Enter')
        await page.waitForTimeout(200)
        await page.keyboard.press('Enter')
      }
      await page.keyboard.type('bei')
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'desk-quotes',
    face: 'desk',
    account: 'hq.zb',
    show: async (page) => {
      await page.goto('/quotes?view=all')
      await page.getByRole('grid').waitFor()
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'desk-quote-approve',
    face: 'desk',
    account: 'hq.zb',
    show: (page) => first(page, '/quotes'),
  },
  {
    name: 'desk-quote-draft',
    face: 'desk',
    account: 'hl.sh01',
    show: async (page) => {
      await page.goto('/quotes?view=open')
      await page.getByRole('row').filter({ hasText: '草稿' }).getByRole('link').first().click()
      await page.getByLabel('第 1 项单价（元）').fill('120')
      await page.getByText('报出前要先批准').waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-quote-consent',
    face: 'desk',
    account: 'hq.zb',
    show: (page) => first(page, '/quotes?view=consented'),
  },
  {
    name: 'desk-quote-yes',
    face: 'desk',
    account: 'hl.bj02',
    show: async (page) => {
      await page.goto('/quotes?view=offered&q=QT-BJ02')
      await page.getByRole('row').filter({ hasText: '刘洋' }).getByRole('link').first().click()
      await page.getByRole('button', { name: '客户同意' }).click()
      await page.getByRole('dialog').waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-case-quotes',
    face: 'desk',
    account: 'hq.zb',
    show: async (page) => {
      await first(page, '/quotes?view=offered')
      await page.locator('header a[href^="/service-requests/"]').click()
      await page.getByRole('tab', { name: '报价' }).click()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-price-lists',
    face: 'desk',
    account: 'hq.zb',
    show: async (page) => {
      await page.goto('/price-lists')
      await page.getByRole('grid').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-prices',
    face: 'desk',
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/price-lists?view=A&q=beng')
      await page.getByRole('grid').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-price-list',
    face: 'desk',
    account: 'hq.zb',
    show: async (page) => {
      await page.goto('/price-lists?view=draft')
      await page.getByRole('grid').getByRole('link').first().click()
      await page.getByText('和上一版比').waitFor()
      await page.waitForTimeout(800)
    },
  },
]
