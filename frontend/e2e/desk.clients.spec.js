import { as } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'

test.use({ expected: ['api-clients', 'auth/token'] })

test('the administrator registers an API client by keyboard, keeps its secret, changes, rotates and ends it', async ({
  page,
}) => {
  await signIn(page, 'sa.zb', '/')
  await expect(page.getByRole('region', { name: '在用的对接系统' })).toContainText('呼叫中心')
  await noAxeFaults(page)
  await page.getByRole('link', { name: '对接系统', exact: true }).first().click()
  await expect(page.getByRole('grid', { name: '对接系统' })).toContainText('呼叫中心')
  await noAxeFaults(page)
  await page.keyboard.press('Alt+n')
  await page.getByLabel('名称', { exact: true }).fill('金蝶云·星空')
  // What is missing is said, and the hand is led there.
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('还缺 3 处')).toBeVisible()
  await page.getByText('只从这些地址').click()
  await page.getByLabel('地址', { exact: true }).fill('203.0.113.7\nnonsense')
  await page.getByLabel('全部服务站').check()
  for (const scope of ['查看客户', '查看结算单'])
    await page.getByLabel(scope, { exact: true }).check()
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('地址写成', { exact: false }).first()).toBeVisible()
  await page.getByLabel('地址', { exact: true }).fill('203.0.113.7\n2001:db8::/32')
  await page.keyboard.press('Control+Enter')
  const secret = page.getByRole('alert', { name: '密钥只显示这一次' })
  await expect(secret).toBeVisible()
  await noAxeFaults(page)
  const said = (await secret.getByRole('code').allTextContents()).map((text) => text.trim())
  expect(said[1]).toHaveLength(43)
  await secret.getByRole('button', { name: /已收好/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '金蝶云·星空' })).toBeVisible()
  await expect(page.getByText(said[1])).toHaveCount(0)
  await expect(page.getByRole('region', { name: '能做什么' })).toContainText('结算单')
  await noAxeFaults(page)
  // Whoever comes from elsewhere is refused, and the history says so.
  const url = `${process.env.SIBU_E2E_URL}/api/v1/auth/token`
  const form = { grant_type: 'client_credentials', client_id: said[0], client_secret: said[1] }
  const ask = () => fetch(url, { method: 'POST', body: new URLSearchParams(form) })
  expect((await ask()).status).toBe(401)
  await page.keyboard.press('e')
  await page.getByText('任何地方').click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: '登记内容' })).toContainText('任何地方')
  await expect(page.getByRole('region', { name: '经过' })).toContainText('不是登记的地址')
  const answer = await ask()
  expect(answer.headers.get('ratelimit-policy')).toBe('"minute";q=600;w=60')
  // A new secret, the old one for a day beside it.
  await page.keyboard.press('r')
  await page.keyboard.press('Control+Enter')
  await expect(secret).toBeVisible()
  await secret.getByRole('button', { name: '已收好' }).click()
  await expect(page.getByText('旧密钥到')).toBeVisible()
  expect((await ask()).status).toBe(200)
  await page.getByRole('button', { name: '停用' }).click()
  await page.getByLabel('原因').fill('换了系统')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('停用了对接系统：换了系统')).toBeVisible()
  expect((await ask()).status).toBe(401)
  await noAxeFaults(page)
})

test('headquarters sees API clients and their terms, and approves whole numbers that another asked for', async ({
  page,
}) => {
  const one = (await (await as('sa.zb')).get('/api-clients?status=active')).items[0]
  await signIn(page, 'hq.zb', `/api-clients/${one.id}`)
  await expect(page.getByRole('region', { name: '用量' })).toContainText('600')
  await expect(page.getByRole('button', { name: '换密钥' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '改登记内容' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '批准看完整号码' })).toHaveCount(0)
  await page.goto('/')
  await page.getByRole('region', { name: '等总部批准的对接系统' }).getByText('短信平台').click()
  await expect(page.getByText('它要看完整号码，等总部批准', { exact: false })).toBeVisible()
  await noAxeFaults(page)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('为什么要看完整号码')).toBeFocused()
  await page.getByLabel('为什么要看完整号码').fill('上门前一天的提醒短信')
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('批准它查看完整号码：上门前一天的提醒短信')).toBeVisible()
  await expect(page.getByText('完整号码由周立新于', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: '批准看完整号码' })).toHaveCount(0)
})
