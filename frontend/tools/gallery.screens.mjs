import { PASSWORD } from '../e2e/server.mjs'
import { as, sendJob } from '../e2e/api.js'
import { CLIENTS } from './gallery.clients.mjs'
import { IMPORTED } from './gallery.imported.mjs'
import { PRICES } from './gallery.prices.mjs'
import { STATES } from './gallery.states.mjs'
import { WEBHOOKS } from './gallery.webhooks.mjs'

/**
 * The screens of the gallery, each taken at 1440×900 and 390×844. `account` signs in first; `show`
 * brings the page to the state.
 * @typedef {object} Screen
 * @property {string} name file name without ending
 * @property {'desk' | 'field'} face
 * @property {{ width: number, height: number }} [size] of its own face, where that is neither a desk nor a phone
 * @property {string} [account]
 * @property {('light' | 'dark')[]} [themes] at the size of its face
 * @property {'demo' | 'imported'} [data] what is in the database
 * @property {boolean} [state] one more state of a screen: looked at, not kept in the repository
 * @property {'zh-CN' | 'en'} [locale]
 * @property {(page: import('@playwright/test').Page) => Promise<void>} show
 */

/** The photos of a visit. @param {{ id: string }} order @returns {Promise<any[]>} */
async function filesOf({ id }) {
  const coordinator = await as('co.bj01')
  return (await coordinator.get(`/attachments?parent_kind=work_order&parent_id=${id}`)).items
}

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
    name: 'desk-crew',
    face: 'desk',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/crew')
      await page.getByText('要您决定').first().waitFor()
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'desk-exports',
    face: 'desk',
    account: 'sm.bj01',
    state: true,
    show: async (page) => {
      const finance = await as('fi.zb')
      await finance.post('/exports', { path: '/quotes', reason: '季度报价分析' })
      const manager = await as('sm.bj01')
      await manager.post('/exports', { path: '/customers', form: 'csv' })
      await page.goto('/exports?view=all')
      await page.getByRole('row').nth(1).click()
      await page.waitForTimeout(1500)
    },
  },
  {
    name: 'field-calendar',
    face: 'field',
    account: 'fe.bj01',
    state: true,
    show: async (page) => {
      await page.goto('/field/me')
      // The address is told once: where one was made already, another is asked for.
      const make = page.getByRole('button', { name: '生成订阅地址' })
      const again = page.getByRole('button', { name: '换一个地址' })
      await make.or(again).click()
      const sure = page.getByRole('button', { name: '换，旧地址作废' })
      const copy = page.getByRole('button', { name: '复制地址' })
      await sure.or(copy).waitFor()
      if (await sure.isVisible()) await sure.click()
      await page.getByRole('button', { name: '复制地址' }).scrollIntoViewIfNeeded()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-imports',
    face: 'desk',
    account: 'sm.bj01',
    state: true,
    show: async (page) => {
      await page.goto('/imports')
      await page.getByRole('button', { name: '导入文件' }).first().click()
      await page.getByLabel('哪个系统的文件').selectOption('nyc-311')
      const rows =
        'unique_key,created_date,closed_date,agency,complaint_type,descriptor,location_type,incident_zip,city,borough,status,resolution_description,open_data_channel_type\n' +
        '1,2024-05-27T02:08:51.000,,DOT,Street Condition,Pothole,,10033,M,MANHATTAN,Open,,PHONE\n' +
        '2,not a time,,DOT,Street Condition,Pothole,,10033,M,MANHATTAN,Open,,PHONE\n' +
        '3,2024-05-27T02:08:51.000,,DOT,,,,10033,M,,Open,,PHONE\n'
      await page
        .getByLabel('文件', { exact: true })
        .setInputFiles({ name: 'requests.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
      await page.getByRole('button', { name: '发送并核对' }).click()
      await page.getByText('不收的行').waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-export-button',
    face: 'desk',
    account: 'sm.bj01',
    state: true,
    show: async (page) => {
      await page.goto('/customers')
      await page.getByRole('button', { name: '导出', exact: false }).click()
      await page.getByLabel('用途').waitFor()
    },
  },
  {
    name: 'desk-questions',
    face: 'desk',
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/consultations')
      await page.getByText('光源能不能').first().click()
      await page.getByRole('button', { name: '记下答复' }).first().waitFor()
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'desk-knowledge',
    face: 'desk',
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/knowledge')
      await page.getByText('五步排查').first().waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-article',
    face: 'desk',
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/knowledge')
      await page.getByRole('link', { name: /余氯读数为零/ }).click()
      await page.getByText('引导排查').waitFor()
      await page.waitForTimeout(400)
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
    name: 'desk-customer-relation',
    face: 'desk',
    account: 'sm.bj01',
    show: async (page) => {
      const [account] = (await (await as('sm.bj01')).get('/key-accounts')).items
      await page.goto(`/customers/${account.customer.id}`)
      await page.getByRole('heading', { name: '关怀消息' }).scrollIntoViewIfNeeded()
      await page.waitForTimeout(900)
    },
  },
  {
    name: 'desk-roster',
    face: 'desk',
    account: 'sm.bj01',
    themes: ['light', 'dark'],
    show: async (page) => {
      await page.goto('/roster')
      await page.getByRole('grid').waitFor()
      await page.keyboard.press(']')
      await page
        .getByText(/没有热线|没有缺口/)
        .first()
        .waitFor()
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'desk-roster-mine',
    face: 'desk',
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/roster')
      await page.getByText('我的请假和换班').waitFor()
      await page.waitForTimeout(900)
    },
  },
  {
    name: 'desk-roster-attendance',
    face: 'desk',
    account: 'sm.bj01',
    show: async (page) => {
      await page.goto('/roster?view=attendance')
      await page.getByText('应到岗').first().waitFor()
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'desk-roster-waiting',
    face: 'desk',
    account: 'sm.bj01',
    show: async (page) => {
      await page.goto('/roster?view=waiting')
      await page.getByText('批准后排班表少').first().waitFor()
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'desk-appointments',
    face: 'desk',
    account: 'co.bj01',
    themes: ['light', 'dark'],
    show: async (page) => {
      await page.goto('/appointments?view=reconfirm')
      await page.getByRole('grid').waitFor()
      await page.getByRole('grid').getByRole('link').first().click()
      await page.getByText('再次确认').first().waitFor()
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'desk-customer-care',
    face: 'desk',
    account: 'sm.bj01',
    show: async (page) => {
      await page.goto('/customer-care')
      await page.getByRole('grid').waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-queues',
    face: 'desk',
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/queues')
      await page.getByRole('table').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-wall',
    face: 'desk',
    size: { width: 1920, height: 1080 },
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/wall')
      await page.getByRole('region', { name: '今天来电' }).waitFor()
      await page.waitForTimeout(900)
    },
  },
  {
    name: 'desk-case-files',
    face: 'desk',
    account: 'co.bj01',
    themes: ['light', 'dark'],
    state: true,
    show: async (page) => {
      const orders = await (await as('co.bj01')).get('/work-orders?limit=200')
      for (const order of orders.items) {
        const files = await filesOf(order)
        if (files.length < 3) continue
        await page.goto(`/service-requests/${files[0].case_id}?tab=files`)
        break
      }
      await page.locator('.tiles img').nth(2).waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-file-viewer',
    face: 'desk',
    account: 'co.bj01',
    state: true,
    show: async (page) => {
      const orders = await (await as('co.bj01')).get('/work-orders?limit=200')
      for (const order of orders.items) {
        if ((await filesOf(order)).length < 3) continue
        await page.goto(`/work-orders/${order.id}?tab=files`)
        break
      }
      await page.locator('.tiles .look').first().click()
      await page.locator('.viewer img').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'field-job-photos',
    face: 'field',
    account: 'fe.bj01',
    state: true,
    show: async (page) => {
      // Two places hold what the engineer took at an earlier visit, the third waits.
      const engineer = await as('fe.bj01')
      const { items } = await engineer.get('/work-orders?limit=200')
      const former = []
      for (const order of items) if (former.length < 2) former.push(...(await filesOf(order)))
      const { order } = await sendJob('fe.bj01', { subject: '读数偏低', inMinutes: 90 })
      await page.goto(`/field/jobs/${order.id}`)
      const places = page.getByRole('region', { name: '照片' }).locator('input[type=file]')
      await places.first().waitFor({ state: 'attached' })
      for (const [n, file] of former.slice(0, 2).entries())
        await places.nth(n).setInputFiles({
          name: `IMG_${n}.jpg`,
          mimeType: 'image/jpeg',
          buffer: await engineer.bytes(file.content),
        })
      await page.locator('.photos img').first().waitFor()
      await page.locator('.photos').scrollIntoViewIfNeeded()
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
    name: 'desk-case-payment',
    face: 'desk',
    account: 'ca.bj01',
    show: async (page) => {
      await page.goto('/receivables')
      await page.getByRole('grid').getByRole('link').first().click()
      await page.getByRole('button', { name: /^收款 ￥/ }).waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-my-money',
    face: 'desk',
    account: 'ca.bj01',
    state: true,
    show: async (page) => {
      await page.goto('/cash-handovers')
      await page.getByRole('heading', { name: '我手里的钱' }).waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-till',
    face: 'desk',
    account: 'ca.bj01',
    show: async (page) => {
      await page.goto('/cash-days')
      await page.getByRole('button', { name: /^点收/ }).waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-till-held',
    face: 'desk',
    account: 'ca.bj01',
    state: true,
    show: async (page) => {
      await page.goto('/cash-days?view=held')
      await page.getByText('应在').first().waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-till-days',
    face: 'desk',
    account: 'ca.bj01',
    state: true,
    show: async (page) => {
      await page.goto('/cash-days?view=days')
      await page.getByText('已日结').first().waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-till-refunds',
    face: 'desk',
    account: 'sm.bj01',
    state: true,
    show: async (page) => {
      await page.goto('/cash-days?view=refunds')
      await page.getByRole('button', { name: /^同意退款/ }).waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-receivables',
    face: 'desk',
    account: 'ca.bj01',
    show: async (page) => {
      await page.goto('/receivables')
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
      await page.getByRole('tab', { name: '作业' }).waitFor()
      await page.waitForTimeout(1000)
    },
  },
  {
    name: 'desk-print',
    face: 'desk',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/work-orders?view=done')
      await page.getByRole('grid').getByRole('link').first().click()
      await page.getByRole('tab', { name: '作业' }).waitFor()
      await page.keyboard.press('Alt+p')
      await page.getByRole('radio', { name: '维修工单' }).check()
      await page.getByRole('img', { name: /预览第 1 页/ }).waitFor()
      await page.waitForTimeout(1200)
    },
  },
  {
    name: 'desk-print-batch',
    face: 'desk',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/work-orders')
      await page.getByRole('grid').waitFor()
      for (let at = 0; at < 3; at++) {
        await page.keyboard.press('j')
        await page.keyboard.press('x')
      }
      await page.getByRole('button', { name: /打印所选 3 张/ }).waitFor()
      await page.waitForTimeout(500)
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
    name: 'desk-forms',
    face: 'desk',
    account: 'sm.bj01',
    show: async (page) => {
      await page.goto('/entries')
      await page.getByRole('grid').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'desk-form-fill',
    face: 'desk',
    account: 'hl.bj01',
    show: async (page) => {
      await page.goto('/')
      await page.getByRole('button', { name: '填“上岗前检查”' }).click()
      await page.getByRole('group', { name: /着装规范/ }).waitFor()
      await page.getByRole('radio', { name: '合格', exact: true }).first().focus()
      await page.keyboard.press('1')
      await page.keyboard.press('2')
      await page.keyboard.type('隔夜茶杯没收')
      await page.waitForTimeout(1500)
    },
  },
  {
    name: 'desk-form-builder',
    face: 'desk',
    account: 'hq.zb',
    themes: ['light', 'dark'],
    show: async (page) => {
      await page.goto('/templates?q=现场')
      await page.getByRole('grid').getByRole('link').first().click()
      await page.getByRole('region', { name: '预览' }).waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-form-builder-english',
    face: 'desk',
    account: 'hq.zb',
    locale: 'en',
    show: async (page) => {
      await page.goto('/templates')
      await page.getByRole('grid').getByRole('link').first().click()
      await page.getByRole('region', { name: 'Preview' }).waitFor()
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'desk-form-order',
    face: 'desk',
    account: 'co.bj01',
    show: async (page) => {
      await page.goto('/work-orders?view=done')
      await page.getByRole('grid').getByRole('link').first().click()
      await page.getByRole('tab', { name: '检查表' }).click()
      await page.getByText('现场作业步骤').waitFor()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'field-checklist',
    face: 'field',
    account: 'fe.bj014',
    themes: ['light', 'dark'],
    show: async (page) => {
      await jobOnSite()
      await openJob(page, 'fe.bj014', ['on_site'])
      await page.getByRole('link', { name: /现场作业步骤/ }).click()
      await page.getByText('佩戴胸卡，说明来意').waitFor()
      await page.getByText('合格', { exact: true }).first().click()
      await page.getByText('不合格', { exact: true }).nth(1).click()
      await page.keyboard.type('地面没铺垫，已补铺')
      await page.waitForTimeout(300)
    },
  },
  {
    name: 'field-job-forms',
    face: 'field',
    account: 'fe.bj014',
    show: async (page) => {
      await jobOnSite()
      await openJob(page, 'fe.bj014', ['on_site'])
      await page.getByRole('link', { name: /现场作业步骤/ }).waitFor()
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
  {
    name: 'desk-stock',
    face: 'desk',
    account: 'pc.bj01',
    themes: ['light', 'dark'],
    show: async (page) => {
      await page.goto('/stock?q=VAL-3010')
      await page
        .getByRole('row', { name: /VAL-3010/ })
        .first()
        .click()
      await page.getByRole('complementary', { name: '库存卡' }).waitFor()
      await page.getByLabel('件号、名称、拼音').fill('')
      await page.waitForTimeout(900)
    },
  },
  {
    name: 'desk-stock-issue',
    face: 'desk',
    account: 'pc.bj01',
    show: async (page) => {
      await page.goto('/stock')
      await page.getByRole('row').nth(2).waitFor()
      await page.keyboard.press('t')
      await page.getByRole('combobox', { name: '备件（扫码或输入件号）' }).fill('htr-4010')
      await page.getByRole('option').first().click()
      await page.getByLabel('数量').fill('2')
      await page.keyboard.press('Enter')
      await page.getByText('消解加热丝').first().waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-parts',
    face: 'desk',
    account: 'pc.bj01',
    show: async (page) => {
      await page.goto('/parts')
      await page.getByText('OPT-2100').waitFor()
    },
  },
  {
    name: 'desk-part',
    face: 'desk',
    account: 'pc.bj01',
    show: async (page) => {
      await page.goto('/parts?q=OPT-2300')
      await page.getByRole('row', { name: /OPT-2300/ }).click()
      await page.getByRole('heading', { name: '可替代' }).waitFor()
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'desk-stock-tasks',
    face: 'desk',
    account: 'sm.bj01',
    show: async (page) => {
      await page.goto('/stock-tasks')
      await page.getByText('账实不符，待查明').waitFor()
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'desk-stock-count',
    face: 'desk',
    account: 'sm.bj01',
    show: async (page) => {
      await page.goto('/stock-counts')
      await page.getByRole('row').nth(1).click()
      await page.getByText('差异金额合计').waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'field-van',
    face: 'field',
    account: 'fe.bj01',
    themes: ['light', 'dark'],
    show: async (page) => {
      await page.goto('/field/van')
      await page.getByRole('listitem').first().waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'field-today',
    face: 'field',
    account: 'fe.bj01',
    themes: ['light', 'dark'],
    show: (page) => page.locator('article').first().waitFor(),
  },
  {
    name: 'field-today-english',
    face: 'field',
    account: 'fe.bj01',
    locale: 'en',
    show: (page) => page.locator('article').first().waitFor(),
  },
  {
    name: 'field-new-job',
    face: 'field',
    account: 'fe.bj013',
    show: async (page) => {
      await page.locator('article').first().waitFor()
      await sendJob('fe.bj013', { subject: '零点漂移，数据间歇性为负', inMinutes: 60 })
      await page.getByText('新派来一单').waitFor()
    },
  },
  {
    name: 'field-offline',
    face: 'field',
    account: 'fe.bj01',
    show: async (page) => {
      await page.locator('article').first().waitFor()
      await page.context().setOffline(true)
      await page.getByText('没有网络').waitFor()
    },
  },
  {
    name: 'field-pin',
    face: 'field',
    show: async (page) => {
      await page.goto('/field/sign-in')
      await page.getByLabel('账号').fill('fe.bj013')
      await page.getByLabel('密码').fill(PASSWORD)
      await page.locator('button[type=submit]').click()
      await page.getByLabel('新 PIN 码').waitFor()
    },
  },
  {
    name: 'field-lock',
    face: 'field',
    account: 'fe.bj013',
    themes: ['light', 'dark'],
    show: async (page) => {
      await page.goto('/field/me')
      await page.getByRole('button', { name: '现在锁上' }).click()
      await page.getByLabel('PIN 码').fill('111112')
      await page.getByRole('button', { name: '打开' }).click()
      await page.getByText('还可以试').waitFor()
    },
  },
  {
    name: 'field-sync',
    face: 'field',
    account: 'fe.bj013',
    themes: ['light', 'dark'],
    show: async (page) => {
      const { order } = await sendJob('fe.bj013', { subject: '零点漂移', inMinutes: 90 })
      const dock = page.locator('.dock button.filled')
      await page.goto(`/field/jobs/${order.id}`)
      await page.getByText('看过时间').waitFor()
      await dock.click()
      await page.getByText('已收到').waitFor()
      await page.context().setOffline(true)
      for (const words of ['我到了', '记下诊断']) {
        await dock.click()
        await dock.filter({ hasText: words }).waitFor()
      }
      await page.goto('/field/sync')
      await page.getByRole('heading', { name: '项存在本机' }).waitFor()
    },
  },
  {
    name: 'field-empty',
    face: 'field',
    account: 'fe.bj023',
    show: (page) => page.getByText('没有派给您的单').waitFor(),
  },
  {
    name: 'field-job',
    face: 'field',
    account: 'fe.bj01',
    themes: ['light', 'dark'],
    show: async (page) => {
      await openJob(page, 'fe.bj01', ['assigned', 'on_the_way', 'on_site'])
      await page.getByText('做不了、修不好').waitFor()
    },
  },
  {
    name: 'field-device',
    face: 'field',
    account: 'fe.bj01',
    show: async (page) => {
      await openJob(page, 'fe.bj01', ['assigned', 'on_the_way', 'on_site'])
      await page.getByRole('link', { name: '和铭牌不一样？改档案' }).click()
      await page
        .getByLabel('安装位置')
        .fill('二号泵房地下二层，靠配电间的第三根柱子后面，铁门找门卫开')
      await page.getByLabel('序列号').focus()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'field-diagnosis',
    face: 'field',
    account: 'fe.bj014',
    show: async (page) => {
      await jobOnSite()
      await openJob(page, 'fe.bj014', ['on_site'])
      await page.getByLabel('诊断').fill('光源能量低于下限，零点漂移')
      await page.getByLabel('维修方案').fill('更换光源，零点与量程重新标定')
    },
  },
  {
    name: 'field-signature',
    face: 'field',
    account: 'fe.bj014',
    themes: ['light', 'dark'],
    show: async (page) => {
      await jobDone()
      await openJob(page, 'fe.bj014', ['work_done'])
      await write(page)
    },
  },
  ...PRICES,
  ...CLIENTS,
  ...STATES,
  ...IMPORTED,
  ...WEBHOOKS,
]

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} account
 * @param {string[]} states the first of these that the account has a job in
 */
async function openJob(page, account, states) {
  const { items } = await (await as(account)).get('/work-orders?mine=true&open=true&limit=50')
  const found = states.map((state) => items.find((one) => one.status === state)).find(Boolean)
  await page.goto(`/field/jobs/${found.id}`)
  await page.locator('main .card').first().waitFor()
}

/** A visit of fe.bj014 up to the arrival, unless he is at one. */
async function jobOnSite() {
  const engineer = await as('fe.bj014')
  const { items } = await engineer.get('/work-orders?mine=true&open=true&limit=50')
  const there = items.find((one) => one.status === 'on_site')
  if (there) return there
  const { order } = await sendJob('fe.bj014', { subject: '零点漂移，数据间歇性为负' })
  for (const step of ['accept', 'depart', 'arrive'])
    await engineer.post(`/work-orders/${order.id}/${step}`)
  return order
}

/** A visit of fe.bj014 up to the work done, unless one waits for the signature. */
async function jobDone() {
  const engineer = await as('fe.bj014')
  const { items } = await engineer.get('/work-orders?mine=true&open=true&limit=50')
  if (items.some((one) => one.status === 'work_done')) return
  const { id } = await jobOnSite()
  await engineer.post(`/work-orders/${id}/diagnose`, {
    diagnosis: '光源能量低于下限，零点漂移',
    plan: '更换光源，零点与量程重新标定',
  })
  await engineer.post(`/work-orders/${id}/complete`, {
    work_done: '更换 COD 光源模块，零点与量程重新标定',
    test_result: '标液 50 mg/L，读数 50.6，误差 1.2%',
    test_passed: true,
    instructed: true,
  })
}

/** Strokes of a name in shares of the pad: x, y of each point. */
const STROKES = [
  [0.16, 0.28, 0.34, 0.22],
  [0.24, 0.14, 0.23, 0.5, 0.17, 0.8],
  [0.23, 0.46, 0.32, 0.62],
  [0.42, 0.26, 0.5, 0.24, 0.5, 0.42, 0.43, 0.46],
  [0.43, 0.26, 0.43, 0.78],
  [0.64, 0.3, 0.86, 0.26],
  [0.75, 0.16, 0.74, 0.5],
  [0.66, 0.5, 0.84, 0.48],
  [0.64, 0.76, 0.68, 0.62],
  [0.72, 0.62, 0.74, 0.8, 0.84, 0.78, 0.85, 0.68],
  [0.9, 0.6, 0.93, 0.72],
]

/** @param {import('@playwright/test').Page} page */
async function write(page) {
  const box = await page.locator('canvas').boundingBox()
  if (!box) throw new Error('no pad')
  for (const [x, y, ...rest] of STROKES) {
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height)
    await page.mouse.down()
    for (let at = 0; at < rest.length; at += 2)
      await page.mouse.move(box.x + rest[at] * box.width, box.y + rest[at + 1] * box.height, {
        steps: 6,
      })
    await page.mouse.up()
  }
}
