/**
 * The screens of the gallery. `account` signs in first; `show` brings the page to the state.
 * @typedef {object} Screen
 * @property {string} name file name without ending
 * @property {'desk' | 'field'} face
 * @property {string} [account]
 * @property {('light' | 'dark')[]} [themes]
 * @property {'zh-CN' | 'en'} [locale]
 * @property {(page: import('@playwright/test').Page) => Promise<void>} show
 */

/** @type {Screen[]} */
export const SCREENS = [
  {
    name: 'desk-sign-in',
    face: 'desk',
    themes: ['light', 'dark'],
    show: async (page) => {
      await page.goto('/sign-in')
      await page.getByLabel('账号').waitFor()
    },
  },
  {
    name: 'desk-start',
    face: 'desk',
    account: 'sm.bj01',
    show: async (page) => {
      await page.goto('/')
      await page.getByText('超时的需求').waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-intake',
    face: 'desk',
    account: 'hl.bj01',
    themes: ['light', 'dark'],
    show: async (page) => {
      await page.goto('/intake')
      await page.getByLabel('来电号码').fill('13800044170')
      await page.keyboard.press('Enter')
      await page.getByLabel('序列号后四位或型号').fill('NH-2200')
      await page.keyboard.press('Enter')
      await page.keyboard.type('氨氮读数偏高，屏幕反复报警，昨天夜里开始。换过试剂，没有好转。')
      await page.keyboard.press('Escape')
      await page.keyboard.press('h')
      await page.keyboard.press('4')
      await page.getByText('下一步', { exact: true }).waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-queue',
    face: 'desk',
    account: 'hl.bj01',
    themes: ['light', 'dark'],
    show: async (page) => {
      await page.goto('/service-requests')
      await page.getByRole('grid').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-case',
    face: 'desk',
    account: 'co.bj01',
    themes: ['light', 'dark'],
    show: async (page) => {
      await page.goto('/service-requests')
      await page.getByRole('grid').getByRole('link').first().click()
      await page.getByRole('list', { name: '四步' }).waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-case-english',
    face: 'desk',
    account: 'co.bj01',
    locale: 'en',
    show: async (page) => {
      await page.goto('/service-requests')
      await page.getByRole('grid').getByRole('link').first().click()
      await page.getByRole('list', { name: 'Four steps' }).waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-dispatch',
    face: 'desk',
    account: 'co.bj01',
    themes: ['light', 'dark'],
    show: async (page) => {
      await page.goto('/dispatch')
      await page.getByRole('radio').first().waitFor()
      await page.waitForTimeout(1500)
    },
  },
  {
    name: 'desk-order',
    face: 'desk',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/work-orders?view=done')
      await page.getByRole('grid').getByRole('link').first().click()
      await page.getByRole('region', { name: '作业' }).waitFor()
      await page.waitForTimeout(1000)
    },
  },
  {
    name: 'desk-follow-up',
    face: 'desk',
    account: 'fu.bj01',
    show: async (page) => {
      await page.goto('/follow-ups')
      await page.getByRole('list', { name: '问题' }).waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-customer',
    face: 'desk',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/customers?q=绿源')
      await page.getByRole('grid').getByRole('link').first().click()
      await page.getByRole('region', { name: '服务经过' }).waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'field-sign-in',
    face: 'field',
    show: async (page) => {
      await page.goto('/field/sign-in')
      await page.getByLabel('账号').waitFor()
    },
  },
]
