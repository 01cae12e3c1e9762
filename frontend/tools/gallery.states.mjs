import { as } from '../e2e/api.js'

/**
 * States of the screens beside the filled one: empty, refused, failed, being read, a sheet open; and a few screens
 * more, which say `state: false`.
 * @typedef {import('@playwright/test').Page} Page
 */

/** @param {Page} page @param {string} path of the API; the answer never comes */
const hold = (page, path) => page.route(`**/api/v1/${path}`, () => {})

/** @param {Page} page @param {string} path of the API; the line fails */
const fail = (page, path) => page.route(`**/api/v1/${path}`, (route) => route.abort())

/** @param {Page} page @param {string} list @param {string} [until] */
async function openFirst(page, list, until = 'article') {
  await page.goto(list)
  await page.getByRole('grid').getByRole('link').first().click()
  await page.locator(until).first().waitFor()
  await page.waitForTimeout(800)
}

/** @param {Page} page the first outlined or filled action that asks for something */
async function openSheet(page) {
  const acts = page.locator('.acts .button')
  for (let at = 0; at < (await acts.count()); at++) {
    await acts.nth(at).click()
    await page.waitForTimeout(600)
    if (await page.getByRole('dialog').isVisible()) break
  }
  await page.getByRole('dialog').waitFor()
  await page.waitForTimeout(400)
}

/** @type {import('./gallery.screens.mjs').Screen[]} */
const DESK = [
  {
    name: 'desk-appointments-day',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/appointments')
      await page.waitForTimeout(600)
      await page.keyboard.press(']')
      await page.getByRole('grid').waitFor()
      await page.waitForTimeout(900)
    },
  },
  {
    name: 'desk-appointments-en',
    account: 'co.bj01',
    locale: 'en',
    show: async (page) => {
      await page.goto('/appointments?view=missed')
      await page.getByRole('link', { name: '来站换过滤器组件' }).click()
      await page.waitForTimeout(900)
    },
  },
  {
    name: 'desk-appointments-book',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/appointments')
      await page.waitForTimeout(500)
      await page.keyboard.press('n')
      await page.getByRole('combobox', { name: '为哪个需求单' }).fill('北京')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
      await page.getByText('站点营业').first().waitFor()
      await page.locator('.slot input').nth(1).check()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-appointments-visit',
    account: 'co.bj01',
    show: async (page) => {
      const found = await (
        await as('co.bj01')
      ).get('/work-orders?open=true&status=contacted&limit=1')
      await page.goto(`/work-orders/${found.items[0].id}?tab=appointments`)
      await page.getByRole('button', { name: '约上门时间' }).click()
      await page.locator('.slot input').first().check()
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'desk-appointments-empty',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/appointments')
      await page.waitForTimeout(500)
      for (let n = 0; n < 12; n++) await page.keyboard.press(']')
      await page.getByText('这一天没有预约').waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-roster-en',
    account: 'sm.bj01',
    locale: 'en',
    show: async (page) => {
      await page.goto('/roster')
      await page.getByRole('grid').waitFor()
      await page.keyboard.press(']')
      await page.waitForTimeout(1200)
    },
  },
  {
    name: 'desk-roster-empty',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/roster')
      await page.getByRole('grid').waitFor()
      for (let n = 0; n < 20; n++) await page.keyboard.press(']')
      await page.getByText('还没有排班').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-roster-refused',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/roster')
      await page.getByRole('grid').waitFor()
      await page.keyboard.press(']')
      await page.waitForTimeout(900)
      await page.locator('[data-cell^="林晓燕"]').first().click()
      await page.keyboard.press('Shift+ArrowDown')
      await page.keyboard.press('h')
      await page.getByText('没有办成').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-roster-shift',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/roster')
      await page.getByRole('grid').waitFor()
      await page.keyboard.press(']')
      await page.waitForTimeout(900)
      // The first press takes the cell, the second opens the shift.
      await page.locator('.shift').first().click()
      await page.locator('.shift').first().click()
      await page.getByRole('dialog').waitFor()
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'desk-roster-plan',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/roster')
      await page.getByRole('grid').waitFor()
      await page.keyboard.press(']')
      await page.waitForTimeout(700)
      await page.keyboard.press('n')
      await page.getByRole('dialog').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-roster-day',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/roster')
      await page.getByRole('grid').waitFor()
      await page.keyboard.press('d')
      await page.keyboard.press(']')
      await page.waitForTimeout(1200)
    },
  },
  {
    name: 'desk-roster-swap',
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/roster')
      await page.getByRole('button', { name: /换班 / }).nth(2).click()
      await page.getByText('和谁换').first().waitFor()
      await page.waitForTimeout(600)
      await page.getByRole('radio').first().check()
      await page.waitForTimeout(300)
    },
  },
  {
    name: 'desk-roster-failed',
    account: 'co.bj01',
    show: async (page) => {
      await fail(page, 'roster?*')
      await page.goto('/roster')
      await page.getByRole('button', { name: '再试一次' }).waitFor({ timeout: 40_000 })
    },
  },
  {
    name: 'desk-case-clock',
    account: 'co.bj01',
    show: async (page) => {
      await openFirst(page, '/service-requests')
      await page.locator('.clock .head').first().click()
      await page.getByRole('list', { name: '为什么是这一刻' }).first().scrollIntoViewIfNeeded()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-sign-in-wrong',
    show: async (page) => {
      await page.goto('/sign-in')
      await page.getByLabel('账号').fill('hl.bj01')
      await page.getByLabel('密码').fill('not-this-one-4417')
      await page.locator('button[type=submit]').click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'desk-start-nothing',
    account: 'hr.zb',
    show: async (page) => {
      await page.goto('/')
      await page.waitForTimeout(1000)
    },
  },
  {
    name: 'desk-intake-idle',
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/intake')
      await page.getByRole('region', { name: '最近的来电' }).waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-intake-unknown',
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/intake')
      await page.getByLabel('来电号码').fill('13900009999')
      await page.keyboard.press('Enter')
      await page.waitForTimeout(1200)
    },
  },
  {
    name: 'desk-queue-beside',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/service-requests')
      await page.getByRole('grid').getByRole('row').nth(3).click()
      await page.getByRole('list', { name: '四步' }).waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-queue-empty',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/service-requests?q=没有这家公司')
      await page.getByText('没找到').waitFor()
    },
  },
  {
    name: 'desk-queue-failed',
    account: 'co.bj01',
    show: async (page) => {
      await fail(page, 'service-requests?*')
      await page.goto('/service-requests')
      await page.getByRole('button', { name: '再试一次' }).waitFor({ timeout: 60_000 })
    },
  },
  {
    name: 'desk-queue-loading',
    account: 'co.bj01',
    show: async (page) => {
      await hold(page, 'service-requests?*')
      await page.goto('/service-requests')
      await page.waitForTimeout(1200)
    },
  },
  {
    name: 'desk-case-new',
    account: 'hl.bj01',
    show: (page) => openFirst(page, '/service-requests?view=new'),
  },
  {
    name: 'desk-case-sheet',
    account: 'hl.bj01',
    show: async (page) => {
      await openFirst(page, '/service-requests?view=new')
      await openSheet(page)
    },
  },
  {
    name: 'desk-case-papers',
    account: 'co.bj01',
    show: async (page) => {
      await openFirst(page, '/service-requests')
      await page.getByRole('tab', { name: '单据' }).click()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-case-absent',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/service-requests/00000000-0000-7000-8000-000000000000')
      await page.locator('#page').getByText('没有').first().waitFor()
    },
  },
  {
    name: 'desk-no-right',
    account: 'fe.bj01',
    show: async (page) => {
      await page.goto('/dispatch')
      await page.getByText('您不能看').waitFor()
    },
  },
  {
    name: 'desk-dispatch-week',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/dispatch')
      await page.getByRole('button', { name: '周', exact: true }).click()
      await page.waitForTimeout(1500)
    },
  },
  {
    name: 'desk-dispatch-map',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/dispatch')
      await page.getByRole('button', { name: '地图', exact: true }).click()
      await page.waitForTimeout(1500)
    },
  },
  {
    name: 'desk-dispatch-sheet',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/dispatch')
      await page.locator('button.block.job:not(.fixed)').first().waitFor()
      await page.waitForTimeout(1000)
      await page.locator('button.block.job:not(.fixed)').first().focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'desk-dispatch-nothing',
    account: 'co.sz01',
    show: async (page) => {
      await page.goto('/dispatch')
      await page.waitForTimeout(1500)
    },
  },
  {
    name: 'desk-orders',
    state: false,
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/work-orders')
      await page.getByRole('grid').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-orders-empty',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/work-orders?q=没有这一单')
      await page.getByText('没找到').waitFor()
    },
  },
  {
    name: 'desk-order-open',
    account: 'co.bj01',
    show: (page) => openFirst(page, '/work-orders'),
  },
  {
    name: 'desk-order-sheet',
    account: 'co.bj01',
    show: async (page) => {
      await openFirst(page, '/work-orders?view=unassigned')
      await openSheet(page)
    },
  },
  {
    name: 'desk-follow-up-nothing',
    account: 'fu.sz01',
    show: async (page) => {
      await page.goto('/follow-ups')
      await page.waitForTimeout(1200)
    },
  },
  {
    name: 'desk-customers',
    state: false,
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/customers')
      await page.getByRole('grid').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-customers-empty',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/customers?q=没有这家公司')
      await page.getByText('没找到').waitFor()
    },
  },
  {
    name: 'desk-customer-sheet',
    account: 'co.bj01',
    show: async (page) => {
      await openFirst(page, '/customers?q=绿源')
      await page.keyboard.press('e')
      await page.getByRole('dialog').waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-contact-sheet',
    account: 'co.bj01',
    show: async (page) => {
      await openFirst(page, '/customers?q=绿源')
      await page.getByRole('button', { name: /^改 / }).first().click()
      await page.getByRole('dialog').waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-navigation',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/service-requests')
      await page.getByRole('grid').waitFor()
      const fold = page.getByRole('button', { name: '导航' })
      if (await fold.isVisible()) await fold.click()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-devices',
    state: false,
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/assets')
      await page.getByRole('grid').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-device',
    state: false,
    account: 'co.bj01',
    show: (page) => openFirst(page, '/assets?q=NH-2200'),
  },
  {
    name: 'desk-device-sheet',
    account: 'co.bj01',
    show: async (page) => {
      await openFirst(page, '/assets?q=NH-2200')
      await page.keyboard.press('e')
      await page.getByRole('dialog').waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-search',
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/service-requests')
      await page.getByRole('grid').waitFor()
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('绿源')
      await page.getByRole('option').first().waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-keys',
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/service-requests')
      await page.getByRole('grid').waitFor()
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-not-found',
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/nowhere')
      await page.waitForTimeout(600)
    },
  },
]

/** @type {import('./gallery.screens.mjs').Screen[]} */
const FIELD = [
  {
    name: 'field-sign-in-wrong',
    show: async (page) => {
      await page.goto('/field/sign-in')
      await page.getByLabel('账号').fill('fe.bj01')
      await page.getByLabel('密码').fill('not-this-one-4417')
      await page.locator('button[type=submit]').click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'field-failed',
    account: 'fe.bj01',
    show: async (page) => {
      await fail(page, 'field/bundle*')
      await page.goto('/field/')
      await page.getByRole('button', { name: '再试一次' }).waitFor({ timeout: 60_000 })
    },
  },
  {
    name: 'field-ways-out',
    account: 'fe.bj01',
    show: async (page) => {
      await page.locator('article').first().waitFor()
      await page.locator('.dock a, .dock button').first().click()
      await page.getByText('做不了、修不好').click()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'field-me',
    state: false,
    account: 'fe.bj01',
    show: async (page) => {
      await page.goto('/field/me')
      await page.waitForTimeout(800)
    },
  },
]

export const STATES = [
  {
    name: 'desk-crew-held',
    face: 'desk',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/crew')
      await page
        .getByRole('link', { name: /还没记入/ })
        .first()
        .click()
      await page.locator('article').waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-crew-conflict',
    face: 'desk',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/crew')
      await page
        .getByRole('link', { name: /和别人的不一样/ })
        .first()
        .click()
      await page.locator('article').waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-crew-person',
    face: 'desk',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/crew')
      await page.getByText('4 条没发').first().click()
      await page.locator('article').waitFor()
      await page.waitForTimeout(800)
    },
  },

  {
    name: 'desk-intake-guided',
    face: 'desk',
    account: 'hl.bj01',
    state: true,
    show: async (page) => {
      await page.goto('/intake')
      await page.getByLabel('来电号码').fill('13800044170')
      await page.keyboard.press('Enter')
      await page.getByLabel('序列号后四位或型号').fill('CL-310')
      await page.keyboard.press('Enter')
      await page.keyboard.type('余氯读数一直为零，屏幕提示流量低，换过滤芯没有好转。')
      await page.getByRole('button', { name: '引导客户试' }).first().waitFor()
      await page.keyboard.press('Alt+g')
      await page.getByText('第 1 问').waitFor()
      await page.keyboard.press('2')
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-intake-transfer',
    face: 'desk',
    account: 'hl.bj01',
    state: true,
    show: async (page) => {
      await page.goto('/intake')
      await page.getByLabel('来电号码').fill('13800044207')
      await page.keyboard.press('Enter')
      await page.getByLabel('客户怎么说').fill('校准报告的不确定度怎么填？月底验收要用。')
      await page.keyboard.press('Escape')
      await page.keyboard.press('3')
      await page
        .getByLabel('问题弄清到哪一步')
        .fill('客户要 10 月的校准报告，问不确定度取 k=2 的依据；')
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'desk-article-editor',
    face: 'desk',
    account: 'sm.bj01',
    state: true,
    show: async (page) => {
      await page.goto('/knowledge')
      await page.getByRole('link', { name: /余氯读数为零/ }).click()
      await page.getByRole('button', { name: '改文章' }).waitFor()
      await page.keyboard.press('e')
      await page.getByLabel('问客户').first().waitFor()
      await page.waitForTimeout(400)
    },
  },
  ...DESK.map((screen) => ({ face: /** @type {const} */ ('desk'), state: true, ...screen })),
  ...FIELD.map((screen) => ({ face: /** @type {const} */ ('field'), state: true, ...screen })),
]
