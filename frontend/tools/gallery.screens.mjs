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
    name: 'field-sign-in',
    face: 'field',
    show: async (page) => {
      await page.goto('/field/sign-in')
      await page.getByLabel('账号').waitFor()
    },
  },
]
