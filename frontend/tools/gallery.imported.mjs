import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Where the records of other projects lie, found as tests/shared_data.py finds them. */
export function sharedData() {
  const folder = join(process.env.SIBU_SHARED ?? resolve(root, '..', 'shared'), 'data')
  return existsSync(folder) ? folder : null
}

/** What is imported for the pictures, and who gets it. */
export const IMPORTS = [
  { mapping: 'helpdesk-log', folder: 'helpdesk-log', station: 'BJ01' },
  { mapping: 'open-repair', folder: 'open-repair', station: 'BJ02' },
]

/**
 * The first case, customer or device that the search finds, opened.
 * @param {import('@playwright/test').Page} page
 * @param {string} list address of the list
 */
async function openFirst(page, list) {
  await page.goto(list)
  await page.getByRole('grid').getByRole('link').first().click()
  await page.locator('article').waitFor()
  await page.waitForTimeout(800)
}

/** @type {import('./gallery.screens.mjs').Screen[]} */
export const IMPORTED = [
  {
    name: 'desk-imported-queue',
    show: async (page) => {
      await page.goto('/service-requests')
      await page.getByRole('grid').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-imported-search',
    show: async (page) => {
      await page.goto('/service-requests')
      await page.getByRole('grid').waitFor()
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('Case 38')
      await page.getByRole('option').first().waitFor()
      await page.waitForTimeout(500)
    },
  },
  { name: 'desk-imported-ticket', show: (page) => openFirst(page, '/service-requests?q=Case') },
  {
    name: 'desk-imported-repair',
    account: 'co.bj02',
    show: async (page) => {
      await page.goto('/assets?q=ORD')
      await page.getByRole('grid').getByRole('link').first().click()
      await page.getByRole('region', { name: '服务经过' }).getByRole('link').first().click()
      await page.getByRole('list', { name: '四步' }).waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-imported-devices',
    account: 'co.bj02',
    show: async (page) => {
      await page.goto('/assets?q=ORD')
      await page.getByRole('grid').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-imported-device',
    account: 'co.bj02',
    show: (page) => openFirst(page, '/assets?q=ORD'),
  },
  {
    name: 'desk-imported-customers',
    show: async (page) => {
      await page.goto('/customers?q=Help')
      await page.getByRole('grid').waitFor()
      await page.waitForTimeout(500)
    },
  },
  { name: 'desk-imported-customer', show: (page) => openFirst(page, '/customers?q=Help') },
].map((screen) => ({ face: 'desk', account: 'co.bj01', data: 'imported', state: true, ...screen }))
