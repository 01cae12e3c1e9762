import { as } from './api.js'
import { expect, signIn, test } from './base.js'

/** Each sets the page's mark if it ever runs; none of them does, because text is text on every screen (T9). */
const RUNS = 'window.ran=1'
const NAMES = [
  `<img src=x onerror=${RUNS}>`,
  `"><svg onload=${RUNS}>`,
  `<script>${RUNS}</script>`,
  `{{constructor.constructor('${RUNS}')()}}`,
  `javascript:${RUNS}`,
]

/** Screens that show what was typed: lists, pages, the board, the search. */
const SCREENS = ['/service-requests', '/work-orders', '/customers', '/dispatch', '/follow-ups', '/']

test('hostile names are shown as they were typed and run on no screen', async ({ page }) => {
  const desk = await as('hl.bj01')
  const made = []
  for (const name of NAMES) {
    const customer = await desk.post('/customers', {
      kind: 'company',
      name,
      note: name,
      confirmed_new: true,
      contacts: [{ name }],
      sites: [{ label: name.slice(0, 40), address: `北京市通州区 ${name}` }],
    })
    const matter = await desk.post('/service-requests', {
      channel: 'counter',
      customer_id: customer.id,
      contact_id: customer.contacts[0].id,
      site_id: customer.sites[0].id,
      subject: name,
      description: name,
      group: 'hardware_repair',
      fault_kind: 'hardware',
    })
    made.push({ customer, matter, name })
  }
  await signIn(page, 'co.bj01', '/service-requests')
  const calm = async () => {
    await expect(page.locator('.skeleton')).toHaveCount(0)
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  }
  for (const at of SCREENS) {
    await page.goto(at)
    await calm()
  }
  for (const { customer, matter, name } of made.slice(0, 3)) {
    await page.goto(`/customers/${customer.id}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    await calm()
    await page.goto(`/service-requests/${matter.id}`)
    await expect(page.getByText(name).first()).toBeVisible()
    await calm()
  }
  await page.keyboard.press('Control+k')
  await expect(page.locator('input[role=combobox]:focus')).toBeVisible()
  await page.keyboard.type('constructor')
  await expect(page.getByRole('option').first()).toContainText(NAMES[3])
  await calm()
})
