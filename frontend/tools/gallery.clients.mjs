/** One client out of its list, once its story is there. @param {string} list @param {string} name @param {string} story */
const opened =
  (list, name, story) => async (/** @type {import('@playwright/test').Page} */ page) => {
    await page.goto(list)
    await page.getByRole('link', { name }).click()
    await page.getByText(story).first().waitFor()
    await page.waitForTimeout(600)
  }

/** API clients: who comes in, one with its terms and use, registering one, and its secret. @type {import('./gallery.screens.mjs').Screen[]} */
export const CLIENTS = [
  {
    name: 'desk-start-administrator',
    face: 'desk',
    account: 'sa.zb',
    state: true,
    show: async (page) => {
      await page.goto('/')
      await page.getByText('在用的对接系统').waitFor()
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'desk-clients',
    face: 'desk',
    account: 'sa.zb',
    state: true,
    show: async (page) => {
      await page.goto('/api-clients')
      await page.getByText('呼叫中心').first().waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-client',
    face: 'desk',
    account: 'sa.zb',
    show: opened('/api-clients', '呼叫中心', '登记了对接系统'),
  },
  {
    name: 'desk-client-register',
    face: 'desk',
    account: 'sa.zb',
    state: true,
    show: async (page) => {
      await page.goto('/api-clients/new')
      await page.getByLabel('名称', { exact: true }).fill('金蝶云·星空')
      await page.getByLabel('只从这些地址').check()
      await page.getByLabel('地址', { exact: true }).fill('198.51.100.20\n2001:db8:9::/48')
      await page.getByLabel('查看服务需求').check()
      await page.getByLabel('查看结算单').check()
      await page.getByLabel('新建收款').check()
      await page.waitForTimeout(300)
    },
  },
  {
    name: 'desk-client-secret',
    face: 'desk',
    account: 'sa.zb',
    state: true,
    themes: ['light', 'dark'],
    show: async (page) => {
      await page.goto('/api-clients/new')
      await page.getByLabel('名称', { exact: true }).fill('金蝶云·星空')
      await page.getByLabel('任何地方').check()
      await page.getByLabel('全部服务站').check()
      await page.getByLabel('查看结算单').check()
      await page.keyboard.press('Control+Enter')
      await page.getByText('密钥只显示这一次').waitFor()
      await page.waitForTimeout(300)
    },
  },
  {
    name: 'desk-client-english',
    face: 'desk',
    account: 'sa.zb',
    state: true,
    locale: 'en',
    show: opened('/api-clients', '呼叫中心', 'Registered the API client'),
  },
  {
    name: 'desk-client-approval',
    face: 'desk',
    account: 'hq.zb',
    state: true,
    show: opened('/api-clients?view=approval', '短信平台', '登记了对接系统'),
  },
  {
    name: 'desk-client-approving',
    face: 'desk',
    account: 'hq.zb',
    state: true,
    show: async (page) => {
      await page.goto('/api-clients?view=approval')
      await page.getByRole('link', { name: '短信平台' }).click()
      await page.getByRole('button', { name: '批准看完整号码' }).click()
      await page.getByLabel('为什么要看完整号码').fill('上门前一天给客户发提醒短信')
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'desk-clients-approval',
    face: 'desk',
    account: 'hq.zb',
    state: true,
    show: async (page) => {
      await page.goto('/api-clients')
      await page.getByText('短信平台').first().waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-start-headquarters-approval',
    face: 'desk',
    account: 'hq.zb',
    state: true,
    show: async (page) => {
      await page.goto('/')
      await page.getByText('等总部批准的对接系统').waitFor()
      await page.waitForTimeout(600)
    },
  },
]
