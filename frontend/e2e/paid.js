import { as, assign } from './api.js'

/**
 * A paid visit under this engineer's hands with the customer's first yes, on site, and a second quote for what was found
 * there, which waits for an answer (R177).
 * @param {string} account of the engineer
 */
export async function paidVisit(account) {
  const [hotline, coordinator, engineer] = await Promise.all([
    as('hl.bj01'),
    as('co.bj01'),
    as(account),
  ])
  const own = new Set((await hotline.get('/customers?limit=200')).items.map((one) => one.id))
  const device = (await hotline.get('/assets?limit=200')).items.find(
    (one) => one.verdict === 'paid' && own.has(one.customer.id)
  )
  const whose = await hotline.get(`/customers/${device.customer.id}`)
  const matter = await hotline.post('/service-requests', {
    channel: 'counter',
    customer_id: whose.id,
    contact_id: whose.contacts[0].id,
    site_id: whose.sites[0].id,
    asset_id: device.id,
    subject: '光源不亮',
    group: 'hardware_repair',
    fault_kind: 'hardware',
  })
  const step = (action, body) => hotline.post(`/service-requests/${matter.id}/${action}`, body)
  await step('judge', { group: 'hardware_repair', fault_kind: 'hardware', mode: 'on_site' })
  await step('explain-policy')
  await step('accept-terms')
  const price = async (code) =>
    (await hotline.get(`/price-lists/prices?customer_id=${whose.id}&q=${code}`)).items[0].id
  const quoted = async (lines, more = {}) => {
    const quote = await hotline.post('/quotes', { case_id: matter.id, lines, ...more })
    return hotline.post(`/quotes/${quote.id}/offer`)
  }
  const first = await quoted([
    { price_item_id: await price('CO-CITY') },
    { price_item_id: await price('LB-STD'), quantity: 1000 },
  ])
  const { fingerprint } = first
  await hotline.post(`/quotes/${first.id}/consent`, { fingerprint, by: '陈', way: 'signature' })
  const { id } = (await step('dispatch')).orders[0]
  await coordinator.post(`/work-orders/${id}/contact`, { note: '客户在现场等' })
  await assign(coordinator, account, id, 400)
  for (const action of ['accept', 'depart', 'arrive'])
    await engineer.post(`/work-orders/${id}/${action}`)
  await engineer.post(`/work-orders/${id}/diagnose`, { diagnosis: '光源坏', plan: '换光源' })
  const extra = await quoted([{ price_item_id: await price('LB-STD'), quantity: 500 }], {
    supplement: true,
  })
  return { id, matter, extra, engineer, hotline }
}
