import { as } from './api.js'
import { expect, noAxeFaults, signIn, test } from './base.js'

test('the manager words what is never said, and the hotline sees it at once', async ({ page }) => {
  await signIn(page, 'sm.bj01', '/phrases?view=forbidden')
  await expect(page.getByText('跟我们没关系')).toBeVisible()
  await noAxeFaults(page)
  await page.keyboard.press('n')
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('combobox').selectOption('answer')
  await sheet.getByLabel('不能说的话（中文）').fill('这不归我管')
  await sheet.getByLabel('不能说的话（英文）').fill('Not my job')
  await page.keyboard.press('Control+Enter')
  // A better one is part of it (R44): nothing is forbidden without saying what to say.
  await expect(sheet.getByLabel('改说（中文）')).toBeFocused()
  await sheet.getByLabel('改说（中文）').fill('我帮您找负责的同事。')
  await sheet.getByLabel('改说（英文）').fill('I will find the colleague in charge.')
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')
  await expect(sheet).toHaveCount(0)
  const row = page.getByRole('listitem').filter({ hasText: '这不归我管' })
  await expect(row).toContainText('改说：我帮您找负责的同事。')
  const seen = (await (await as('hl.bj01')).get('/phrases?active=true&limit=200')).items
  expect(seen.map((one) => one.words)).toContain('这不归我管')
  await row.getByRole('button').click()
  await sheet.getByRole('radio', { name: '否', exact: true }).check()
  await page.keyboard.press('Control+Enter')
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: /已停用/ }).click()
  await expect(row).toHaveCount(1)
})

test('a double file is noticed, compared and merged with a reason; the old one says where it went', async ({
  page,
}) => {
  const coordinator = await as('co.bj01')
  const [known] = (await coordinator.get('/customers?q=通州供热集团')).items
  const twin = await coordinator.post('/customers', {
    kind: 'company',
    name: `${known.name}（重复）`,
    contacts: [{ name: '周敏', phones: [{ value: '13911112222' }] }],
    sites: [{ label: '二厂', address: '北京市通州区张家湾 9 号' }],
    confirmed_new: true,
  })
  await signIn(page, 'sm.bj01', `/customers/${known.id}`)
  const alike = page.getByRole('list', { name: '可能重复' })
  await expect(alike).toContainText(twin.name)
  await noAxeFaults(page)
  await alike.getByRole('button', { name: '比一比' }).click()
  const sheet = page.getByRole('dialog', { name: '合并重复档案' })
  await expect(sheet.getByRole('row').filter({ hasText: '联系人' })).toContainText('周敏')
  await expect(sheet.getByText('联系人 1 位、地点 1 个、设备 0 台')).toBeVisible()
  await noAxeFaults(page)
  await page.keyboard.press('Control+Enter')
  await expect(sheet.getByLabel('为什么是同一位客户')).toBeFocused()
  await sheet.getByLabel('为什么是同一位客户').fill('同一家单位，录了两次')
  await page.keyboard.press('Control+Enter')
  await expect(sheet).toHaveCount(0)
  await expect(page.getByRole('region', { name: '联系人' })).toContainText('周敏')
  await expect(alike).toHaveCount(0)
  await page.goto(`/customers/${twin.id}`)
  await expect(page.getByRole('status').filter({ hasText: '已并入' })).toContainText(known.name)
})
