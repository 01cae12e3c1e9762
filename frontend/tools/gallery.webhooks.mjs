/** Webhooks: all with how they fare, one with what was sent, one message with every try, registering one. @type {import('./gallery.screens.mjs').Screen[]} */
export const WEBHOOKS = [
  {
    name: 'desk-webhooks',
    face: 'desk',
    account: 'sa.zb',
    state: true,
    show: async (page) => {
      await page.goto('/webhooks')
      await page.getByText('呼叫中心弹屏').first().waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-webhook',
    face: 'desk',
    account: 'sa.zb',
    show: async (page) => {
      await page.goto('/webhooks')
      await page.getByRole('link', { name: '呼叫中心弹屏' }).click()
      await page.getByText('登记了推送地址').first().waitFor()
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'desk-webhook-off',
    face: 'desk',
    account: 'sa.zb',
    state: true,
    themes: ['light', 'dark'],
    show: async (page) => {
      await page.goto('/webhooks?view=attention')
      await page.getByRole('link', { name: '旧工单系统' }).click()
      await page.getByText('系统停用了推送地址').first().waitFor()
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'desk-webhook-delivery',
    face: 'desk',
    account: 'sa.zb',
    state: true,
    show: async (page) => {
      await page.goto('/webhooks')
      await page.getByRole('link', { name: '旧工单系统' }).click()
      await page.getByRole('button', { name: '待发', exact: true }).click()
      await page
        .getByRole('region', { name: '推送记录' })
        .getByRole('row')
        .nth(1)
        .getByRole('link')
        .click()
      await page.getByText('webhook-id').waitFor()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'desk-webhook-register',
    face: 'desk',
    account: 'sa.zb',
    state: true,
    show: async (page) => {
      await page.goto('/webhooks/new')
      await page.getByLabel('名称', { exact: true }).fill('金蝶云·星空')
      await page.getByLabel('地址', { exact: true }).fill('https://erp.example.com/hooks/sibu')
      await page.getByLabel('只推勾选的').check()
      await page.getByLabel('找事件').fill('上门工单')
      await page.getByLabel('上门工单的全部事件').check()
      await page.waitForTimeout(300)
    },
  },
]
