import { randomUUID } from 'node:crypto'
import { PASSWORD } from './server.mjs'

/**
 * The same API as any other client: what colleagues of the person at the browser do.
 * @param {string} account
 */
export async function as(account) {
  const base = `${process.env.SIBU_E2E_URL}/api/v1`
  const answer = await fetch(`${base}/auth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      username: account,
      password: PASSWORD,
      client_type: 'native',
    }),
  })
  const { access_token: token } = await answer.json()
  /** @param {string} method @param {string} path @param {object} [body] @param {number} [version] */
  const ask = async (method, path, body, version) => {
    const response = await fetch(base + path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      },
      body: body && JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text ? JSON.parse(text) : null
  }
  return {
    /** @param {string} path */
    get: (path) => ask('GET', path),
    /** @param {string} href a file's own address, as the API tells it @returns {Promise<Buffer>} */
    async bytes(href) {
      const answer = await fetch(new URL(href, base), {
        headers: { Authorization: `Bearer ${token}` },
      })
      if (!answer.ok) throw new Error(`${href}: ${answer.status}`)
      return Buffer.from(await answer.arrayBuffer())
    },
    /** @param {string} path @param {object} [body] */
    post: (path, body = {}) => ask('POST', path, body),
    /** @param {string} path @param {object} body @param {number} version */
    patch: (path, body, version) => ask('PATCH', path, body, version),
  }
}

const MINUTE = 60_000

/**
 * A customer's call taken, judged and sent to an engineer, as the station does it: steps one and two.
 * @param {string} engineer account that gets the job; empty: it is promised and waits
 * @param {{ subject?: string, inMinutes?: number, customer?: string }} [wish]
 * @returns {Promise<{ order: any, matter: any, coordinator: Awaited<ReturnType<typeof as>> }>}
 */
export async function sendJob(engineer, { subject = '读数漂移', inMinutes = 90, customer } = {}) {
  const [hotline, coordinator] = await Promise.all([as('hl.bj01'), as('co.bj01')])
  const devices = (await hotline.get('/assets?limit=200')).items
  const own = new Set((await hotline.get('/customers?limit=200')).items.map((one) => one.id))
  const device = devices.find(
    (one) =>
      one.verdict === 'free' &&
      own.has(one.customer.id) &&
      (!customer || one.customer.name.includes(customer))
  )
  const whose = await hotline.get(`/customers/${device.customer.id}`)
  const matter = await hotline.post('/service-requests', {
    channel: 'counter',
    customer_id: whose.id,
    contact_id: whose.contacts[0].id,
    site_id: whose.sites[0].id,
    asset_id: device.id,
    subject,
    group: 'hardware_repair',
    fault_kind: 'hardware',
  })
  await hotline.post(`/service-requests/${matter.id}/judge`, {
    group: 'hardware_repair',
    fault_kind: 'hardware',
    mode: 'on_site',
  })
  const sent = await hotline.post(`/service-requests/${matter.id}/dispatch`, {
    note: '故障时有时无，客户已断电重启过一次',
  })
  const { id } = sent.orders[0]
  await coordinator.post(`/work-orders/${id}/contact`, { note: '客户确认在现场等' })
  const order = engineer
    ? await assign(coordinator, engineer, id, inMinutes)
    : await coordinator.post(`/work-orders/${id}/promise`, {
        promised_at: new Date(Date.now() + inMinutes * MINUTE).toISOString(),
        duration_minutes: LASTS,
      })
  return { order, matter, coordinator }
}

const LASTS = 30
const TRAVEL = 10

/**
 * Promises the first time from so many minutes on at which the engineer is free, and assigns him.
 * @param {Awaited<ReturnType<typeof as>>} coordinator
 * @param {string} engineer
 * @param {string} id the order
 * @param {number} inMinutes
 */
export async function assign(coordinator, engineer, id, inMinutes) {
  const { employee } = await (await as(engineer)).get('/me')
  const from = Date.now() + inMinutes * MINUTE
  const query = new URLSearchParams({
    employee_id: employee.id,
    from: new Date(from - 24 * 60 * MINUTE).toISOString(),
    to: new Date(from + 48 * 60 * MINUTE).toISOString(),
    limit: '200',
  })
  const taken = (await coordinator.get(`/bookings?${query}`)).items.map((one) => ({
    from: Date.parse(one.starts_at) - one.travel_before_seconds * 1000 - LASTS * MINUTE,
    to: Date.parse(one.ends_at) + one.travel_after_seconds * 1000 + TRAVEL * MINUTE,
  }))
  let at = from
  for (let clash; (clash = taken.find((one) => one.from < at && at < one.to));) at = clash.to
  await onDuty(coordinator, employee.id, at)
  const order = await coordinator.get(`/work-orders/${id}`)
  await coordinator.post(`/work-orders/${id}/promise`, {
    promised_at: new Date(at).toISOString(),
    duration_minutes: LASTS,
    ...(order.promised_at ? { reason: '客户要求另约' } : {}),
  })
  return coordinator.post(`/work-orders/${id}/assign`, {
    employee_id: employee.id,
    travel_minutes: TRAVEL,
  })
}

/**
 * Puts the engineer on duty for the visit as far as the roster leaves it open: at whatever hour the tests run, a station
 * that has a roster sends nobody who is off.
 * @param {Awaited<ReturnType<typeof as>>} coordinator
 * @param {string} employee
 * @param {number} at
 */
async function onDuty(coordinator, employee, at) {
  const day = new Date(at + 8 * 60 * MINUTE).toISOString().slice(0, 10)
  const roster = await coordinator.get(`/roster?from=${day}&days=1`)
  if (roster.days[0].rostered)
    await fill(coordinator, roster.station.id, employee, at, at + LASTS * MINUTE)
}

/** Every engineer of the station is there from now until the morning after tomorrow, for tests that place jobs by hand. */
export async function allOnDuty() {
  const coordinator = await as('co.bj01')
  const day = new Date(Date.now() + 8 * 60 * MINUTE).toISOString().slice(0, 10)
  const { station, people } = await coordinator.get(`/roster?from=${day}&days=1`)
  const until = Date.parse(`${day}T00:00:00+08:00`) + 56 * 60 * MINUTE
  for (const one of people.filter(({ roles }) => roles.includes('上门工程师')))
    await fill(coordinator, station.id, one.id, Math.floor(Date.now() / MINUTE) * MINUTE, until)
}

const LONGEST = 12 * 60 * MINUTE

/**
 * Duty for what the roster leaves open of a span.
 * @param {Awaited<ReturnType<typeof as>>} coordinator
 * @param {string} station
 * @param {string} employee
 * @param {number} start
 * @param {number} end
 */
async function fill(coordinator, station, employee, start, end) {
  const query = new URLSearchParams({
    from: new Date(start - 24 * 60 * MINUTE).toISOString(),
    to: new Date(end + 24 * 60 * MINUTE).toISOString(),
    employee_id: employee,
  })
  const shifts = (await coordinator.get(`/shifts?${query}`)).items.map((one) => [
    Date.parse(one.starts_at),
    Date.parse(one.ends_at),
  ])
  let open = start
  while (open < end) {
    const now = open
    const within = shifts.find(([from, to]) => from <= now && now < to)
    const next = shifts.map(([from]) => from).filter((from) => from > now)
    const until = Math.min(end, now + LONGEST, ...next)
    if (!within)
      await coordinator.post('/shifts', {
        station_id: station,
        employee_id: employee,
        starts_at: new Date(now).toISOString(),
        ends_at: new Date(until).toISOString(),
        kind: 'duty',
      })
    open = within ? within[1] : until
  }
}
