/**
 * One case through all four steps, driven by a client that `openapi-typescript` generated and `openapi-fetch` runs.
 *
 *     npm install openapi-fetch openapi-typescript typescript
 *     npx openapi-typescript $SIBU_URL/api/v1/openapi.json --default-non-nullable=false -o schema.d.ts
 *     npx tsc --noEmit --skipLibCheck --strict --module nodenext --allowImportingTsExtensions walk.mts
 *     SIBU_URL=http://localhost:8000 SIBU_DEMO_PASSWORD=… node walk.mts
 *
 * Paths, bodies and answers below are checked against the document: a misspelt field does not compile.
 */
import createClient from 'openapi-fetch'
import type { components, paths } from './schema.d.ts'

declare const process: { env: Record<string, string | undefined> } // or `npm install @types/node`

const address = process.env.SIBU_URL ?? 'http://localhost:8000'
const password = process.env.SIBU_DEMO_PASSWORD ?? ''

/** The answer; what was refused is thrown, and its `problem.type` never changes. */
async function answer<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asked
  if (data !== undefined) return data
  throw new Refused(response.status, error as components['schemas']['Problem'])
}

class Refused extends Error {
  status: number
  problem: components['schemas']['Problem']

  constructor(status: number, problem: components['schemas']['Problem']) {
    super(`${status} ${problem.type}: ${problem.detail}`)
    this.status = status
    this.problem = problem
  }
}

/** A client that is this person, as far as his token lasts: fifteen minutes. */
async function signedIn(username: string) {
  const door = createClient<paths>({ baseUrl: address })
  const token = await answer(
    door.POST('/api/v1/auth/token', {
      body: { grant_type: 'password', username, password, client_type: 'native' },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
  )
  const headers = { Authorization: `Bearer ${token.access_token}`, 'Accept-Language': 'en' }
  return createClient<paths>({ baseUrl: address, headers })
}

/** A write that must happen once: keep the key while you repeat the same intent. */
const once = () => ({ 'Idempotency-Key': crypto.randomUUID() })

const [hotline, coordinator, engineer, caller] = await Promise.all(
  ['hl.bj01', 'co.bj01', 'fe.bj01', 'fu.bj01'].map(signedIn)
)

// 1 understand the need: the number shows who calls and which devices he has
const call = await answer(
  hotline.POST('/api/v1/calls', { body: { direction: 'inbound', from_number: '13800044170', rings: 2 } })
)
const { matches } = await answer(hotline.GET('/api/v1/callers', { params: { query: { phone: '13800044170' } } }))
const { customer, contact, assets } = matches[0]
const entitled = await answer(
  hotline.GET('/api/v1/entitlements', { params: { query: { asset_id: assets[0].id } } })
)
console.log(`${customer.name}, ${assets[0].model} ${assets[0].serial}: ${entitled.headline}`)
await answer(
  hotline.POST('/api/v1/calls/{id}/identify', {
    params: { path: { id: call.id } },
    body: { customer_id: customer.id, contact_id: contact?.id },
  })
)
const made = await answer(
  hotline.POST('/api/v1/service-requests', {
    params: { header: once() },
    body: {
      channel: 'call', call_id: call.id, customer_id: customer.id, contact_id: contact?.id, asset_id: assets[0].id,
      subject: 'Readings drift', group: 'hardware_repair', fault_kind: 'hardware',
    },
  })
)
const ofCase = { params: { path: { id: made.id } } }

// 2 choose the way: what is paid needs the customer's consent before anything is done
const judged = await answer(
  hotline.POST('/api/v1/service-requests/{id}/judge', {
    ...ofCase,
    body: { group: 'hardware_repair', fault_kind: 'hardware', mode: 'on_site' },
  })
)
if (judged.paid) {
  await answer(hotline.POST('/api/v1/service-requests/{id}/explain-policy', { ...ofCase, body: {} }))
  await answer(hotline.POST('/api/v1/service-requests/{id}/accept-terms', { ...ofCase, body: {} }))
  const price = async (code: string) => {
    const query = { customer_id: customer.id, q: code }
    return (await answer(hotline.GET('/api/v1/price-lists/prices', { params: { query } }))).items[0].id
  }
  const quote = await answer(
    hotline.POST('/api/v1/quotes', {
      params: { header: once() },
      body: {
        case_id: made.id,
        lines: [{ price_item_id: await price('CO-CITY') }, { price_item_id: await price('LB-STD'), quantity: 1500 }],
      },
    })
  )
  const ofQuote = () => ({ params: { path: { id: quote.id }, header: once() } })
  const { fingerprint } = await answer(hotline.POST('/api/v1/quotes/{id}/offer', { ...ofQuote(), body: {} }))
  await answer(
    hotline.POST('/api/v1/quotes/{id}/consent', {
      ...ofQuote(),
      body: { fingerprint: fingerprint ?? '', by: contact?.name ?? customer.name, way: 'call', call_id: call.id },
    })
  )
}
const sent = await answer(hotline.POST('/api/v1/service-requests/{id}/dispatch', { ...ofCase, body: {} }))
const ofOrder = () => ({ params: { path: { id: sent.orders[0].id }, header: once() } })
const visit = new Date(Date.now() + 9 * 86_400_000)
visit.setUTCHours(6, 0, 0, 0)
await answer(
  coordinator.POST('/api/v1/work-orders/{id}/contact', { ...ofOrder(), body: { note: 'confirmed by telephone' } })
)
await answer(
  coordinator.POST('/api/v1/work-orders/{id}/promise', {
    ...ofOrder(),
    body: { promised_at: visit.toISOString(), duration_minutes: 90 },
  })
)
const { employee } = await answer(engineer.GET('/api/v1/me'))
if (!employee) throw new Error('fe.bj01 is no employee')
const assign = () => ({ employee_id: employee.id, starts_at: visit.toISOString(), duration_minutes: 90 })
for (let assigned = false; !assigned; ) {
  try {
    await answer(coordinator.POST('/api/v1/work-orders/{id}/assign', { ...ofOrder(), body: assign() }))
    assigned = true
  } catch (refused) {
    if (!(refused instanceof Refused && refused.problem.type === '/problems/clash')) throw refused
    visit.setUTCDate(visit.getUTCDate() + 1) // his time is taken: the day after
  }
}

// 3 do the work: each step is an action of its own, and none can be skipped
await answer(engineer.POST('/api/v1/work-orders/{id}/accept', { ...ofOrder(), body: {} }))
await answer(engineer.POST('/api/v1/work-orders/{id}/depart', { ...ofOrder(), body: {} }))
await answer(engineer.POST('/api/v1/work-orders/{id}/arrive', { ...ofOrder(), body: {} }))
await answer(
  engineer.POST('/api/v1/work-orders/{id}/diagnose', {
    ...ofOrder(),
    body: { diagnosis: 'light source worn', plan: 'replace and calibrate' },
  })
)
await answer(
  engineer.POST('/api/v1/work-orders/{id}/complete', {
    ...ofOrder(),
    body: {
      work_done: 'replaced the light source', test_result: '50.6 of 50 mg/L', test_passed: true, instructed: true,
    },
  })
)
await answer(
  engineer.POST('/api/v1/work-orders/{id}/refuse-signature', {
    ...ofOrder(),
    body: { reason: 'the customer was called away' },
  })
)
await answer(engineer.POST('/api/v1/work-orders/{id}/hand-in', { ...ofOrder(), body: {} }))

// 4 check and improve: the customer is called; only then the case closes
const due = await answer(caller.GET('/api/v1/follow-ups', { params: { query: { case_id: made.id } } }))
const done = await answer(
  caller.POST('/api/v1/follow-ups/{id}/satisfied', {
    params: { path: { id: due.items[0].id } },
    body: { answers: { q1: 5, q2: 5, q3: 5, q4: 5, q5: 4, q6: 4 } },
  })
)
const closed = await answer(hotline.GET('/api/v1/service-requests/{id}', ofCase))
console.log(`${closed.number} ${closed.status}, satisfaction ${done.csi}`)
