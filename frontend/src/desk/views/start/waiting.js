import { api, call } from '../../../shared/api/client.js'
import { date, money, when } from '../../../shared/format.js'
import { t } from '../../../shared/i18n.js'
import { paths } from '../../../shared/paths.js'
import { session } from '../../../shared/session.js'

/**
 * What may wait for somebody: a list of the server, its first rows, and the page behind it.
 * @typedef {object} Waiting
 * @property {string} key message key after `start.`
 * @property {string} need permission
 * @property {string} resource
 * @property {string} to the page with the whole list
 * @property {boolean} [bad] waiting here is itself bad news: its number is red
 * @property {boolean} [rare] seldom anything: shown only while something waits
 * @property {(limit: number, signal: AbortSignal) => Promise<any>} load
 * @property {(row: any) => string} path
 */

/** @param {object} query @param {AbortSignal} signal @returns {Promise<any>} */
const requests = (query, signal) =>
  call(
    api.GET('/api/v1/service-requests', {
      params: { query: { ...query, sort: 'due', count: 'exact' } },
      signal,
    })
  )

/** @param {object} query @param {AbortSignal} signal @returns {Promise<any>} */
const orders = (query, signal) =>
  call(
    api.GET('/api/v1/work-orders', {
      params: { query: { ...query, sort: 'due', count: 'exact' } },
      signal,
    })
  )

/** @param {object} query @param {AbortSignal} signal @returns {Promise<any>} */
const followUps = (query, signal) =>
  call(
    api.GET('/api/v1/follow-ups', {
      params: { query: { ...query, sort: 'due', count: 'exact' } },
      signal,
    })
  )

/** Slips to be counted in, of the admin specialist and of who may stand in for him. @type {Omit<Waiting, 'need'>} */
const SLIPS = {
  key: 'slips',
  resource: 'cash-handovers',
  to: '/cash-days',
  load: async (limit, signal) => {
    const query = { status: /** @type {const} */ ('presented'), limit }
    const found = /** @type {any} */ (
      await call(
        api.GET('/api/v1/cash-handovers', {
          params: { query: { ...query, sort: 'created_at', count: 'exact' } },
          signal,
        })
      )
    )
    const items = found.items.map((/** @type {any} */ row) => ({
      ...row,
      subject: t('till.cash', { amount: money(row.declared_fen) }),
      customer_name: row.giver.name,
    }))
    return { ...found, items }
  },
  path: () => '/cash-days',
}

/** Swaps in the words of a row: whose shift goes to whom. @param {any} query @param {AbortSignal} signal */
async function swaps(query, signal) {
  const found = /** @type {any} */ (
    await call(
      api.GET('/api/v1/shift-swaps', {
        params: { query: { ...query, count: 'exact' } },
        signal,
      })
    )
  )
  const items = found.items.map((/** @type {any} */ row) => ({
    ...row,
    status: `swap_${row.status}`,
    subject: t(row.other_shift ? 'roster.swap_of' : 'roster.takes_over', {
      asker: row.asker.name,
      other: row.other.name,
    }),
    customer_name: [when(row.shift.starts_at), row.note].filter(Boolean).join(' · '),
  }))
  return { ...found, items }
}

const soon = () => new Date(Date.now() + 30 * 86_400_000).toISOString()
/** @param {any} row a client that works */
const ends = (row) => (row.ends_at < soon() ? 'client_ending' : `client_${row.status}`)

/** Integrations in the words of a row: until when, and how often they came. @param {object} query @param {AbortSignal} signal */
async function clients(query, signal) {
  const found = /** @type {any} */ (
    await call(
      api.GET('/api/v1/api-clients', {
        params: { query: { ...query, status: 'active', count: 'exact' } },
        signal,
      })
    )
  )
  const items = found.items.map((/** @type {any} */ row) => ({
    ...row,
    status: ends(row),
    status_label: t('start.until', { on: date(row.ends_at) }),
    subject: row.name,
    customer_name: row.recent_refused
      ? t('start.came_refused', {
          n: row.recent_requests.toLocaleString('en'),
          over: row.recent_refused.toLocaleString('en'),
        })
      : t('start.came', { n: row.recent_requests.toLocaleString('en') }),
  }))
  return { ...found, items }
}

/** @type {Waiting[]} */
export const WAITING = [
  {
    key: 'late',
    need: 'service-requests:view',
    resource: 'service-requests',
    to: '/service-requests?view=late',
    bad: true,
    load: (limit, signal) => requests({ open: true, late: true, limit }, signal),
    path: (row) => paths.case(row.id),
  },
  {
    key: 'new',
    need: 'service-requests:edit',
    resource: 'service-requests',
    to: '/service-requests?view=new',
    load: (limit, signal) => requests({ open: true, status: 'new', limit }, signal),
    path: (row) => paths.case(row.id),
  },
  {
    key: 'approval',
    need: 'quotes:approve',
    resource: 'quotes',
    to: '/quotes?view=approval',
    load: async (limit, signal) => {
      const query = { status: /** @type {const} */ ('awaiting_approval'), limit }
      const found = /** @type {any} */ (
        await call(
          api.GET('/api/v1/quotes', { params: { query: { ...query, count: 'exact' } }, signal })
        )
      )
      const items = found.items.map((/** @type {any} */ row) => ({
        ...row,
        subject: `${money(row.total_fen)} ${row.case.subject}`,
        customer_name: row.customer.name,
      }))
      return { ...found, items }
    },
    path: (row) => paths.quote(row.id),
  },
  {
    key: 'exports',
    need: 'exports:approve',
    resource: 'exports',
    to: '/exports',
    rare: true,
    load: async (limit, signal) => {
      const query = { to_decide: true, limit, count: /** @type {const} */ ('exact') }
      const found = /** @type {any} */ (
        await call(api.GET('/api/v1/exports', { params: { query }, signal }))
      )
      const items = found.items.map((/** @type {any} */ row) => ({
        ...row,
        status: `export_${row.status}`,
        subject: [row.list_label, row.reason].filter(Boolean).join(' · '),
        customer_name: row.asked_by.name,
      }))
      return { ...found, items }
    },
    path: (row) => `/exports?open=${row.id}`,
  },
  { ...SLIPS, need: 'cash-days:create' },
  { ...SLIPS, need: 'cash-handovers:approve' },
  {
    key: 'days',
    need: 'cash-days:create',
    resource: 'cash-days',
    to: '/cash-days?view=days',
    load: async (limit, signal) => {
      const query = { status: /** @type {const} */ ('open'), limit }
      const found = /** @type {any} */ (
        await call(
          api.GET('/api/v1/cash-days', {
            params: { query: { ...query, sort: 'day', count: 'exact' } },
            signal,
          })
        )
      )
      const items = found.items.map((/** @type {any} */ row) => ({ ...row, subject: row.day }))
      return { ...found, items }
    },
    path: () => '/cash-days?view=days',
  },
  {
    key: 'refunds',
    need: 'payments:approve',
    resource: 'refunds',
    to: '/cash-days?view=refunds',
    load: async (limit, signal) => {
      const query = { status: /** @type {const} */ ('requested'), limit }
      const found = /** @type {any} */ (
        await call(
          api.GET('/api/v1/refunds', { params: { query: { ...query, count: 'exact' } }, signal })
        )
      )
      const items = found.items.map((/** @type {any} */ row) => ({
        ...row,
        subject: `${money(row.amount_fen)} ${row.case.subject}`,
        customer_name: row.customer.name,
      }))
      return { ...found, items }
    },
    path: () => '/cash-days?view=refunds',
  },
  {
    key: 'invoices',
    need: 'invoices:edit',
    resource: 'invoices',
    to: '/cash-days?view=invoices',
    load: async (limit, signal) => {
      const query = { status: /** @type {const} */ ('requested'), limit }
      const found = /** @type {any} */ (
        await call(
          api.GET('/api/v1/invoices', { params: { query: { ...query, count: 'exact' } }, signal })
        )
      )
      const items = found.items.map((/** @type {any} */ row) => ({
        ...row,
        subject: `${money(row.amount_fen)} ${row.title}`,
        customer_name: row.case.number,
      }))
      return { ...found, items }
    },
    path: () => '/cash-days?view=invoices',
  },
  {
    key: 'variances',
    need: 'stock-exceptions:edit',
    resource: 'stock-exceptions',
    to: '/stock-tasks',
    load: async (limit, signal) => {
      const query = { status: /** @type {const} */ ('open'), limit }
      const found = /** @type {any} */ (
        await call(
          api.GET('/api/v1/stock-exceptions', {
            params: { query: { ...query, count: 'exact' } },
            signal,
          })
        )
      )
      const items = found.items.map((/** @type {any} */ row) => ({
        ...row,
        model: row.part.number,
        subject: `${row.part.name} ${row.quantity} ${row.part.unit}`,
        customer_name: row.place.name,
      }))
      return { ...found, items }
    },
    path: () => '/stock-tasks',
  },
  {
    key: 'leave',
    need: 'leave-requests:approve',
    resource: 'leave-requests',
    to: '/roster?view=waiting',
    load: async (limit, signal) => {
      const query = { status: /** @type {const} */ ('asked'), limit }
      const found = /** @type {any} */ (
        await call(
          api.GET('/api/v1/leave-requests', {
            params: { query: { ...query, count: 'exact' } },
            signal,
          })
        )
      )
      const items = found.items.map((/** @type {any} */ row) => ({
        ...row,
        status: `leave_${row.status}`,
        subject: `${row.employee.name} ${row.kind_label}`,
        customer_name: [when(row.starts_at), row.reason].filter(Boolean).join(' · '),
      }))
      return { ...found, items }
    },
    path: () => '/roster?view=waiting',
  },
  {
    key: 'swaps',
    need: 'shift-swaps:approve',
    resource: 'shift-swaps',
    to: '/roster?view=waiting',
    load: (limit, signal) => swaps({ status: 'agreed', limit }, signal),
    path: () => '/roster?view=waiting',
  },
  {
    key: 'answer_swaps',
    need: 'shift-swaps:edit',
    resource: 'shift-swaps',
    to: '/roster?view=mine',
    rare: true,
    load: (limit, signal) =>
      swaps({ status: 'asked', other_id: session.me?.employee?.id, limit }, signal),
    path: () => '/roster?view=mine',
  },
  {
    key: 'reconfirm',
    need: 'appointments:edit',
    resource: 'appointments',
    to: '/appointments?view=reconfirm',
    load: async (limit, signal) => {
      const found = /** @type {any} */ (
        await call(
          api.GET('/api/v1/appointments', {
            params: { query: { to_reconfirm: true, limit, count: 'exact' } },
            signal,
          })
        )
      )
      const items = found.items.map((/** @type {any} */ row) => ({
        ...row,
        status: `appointment_${row.status}`,
        subject: `${when(row.starts_at)} ${row.kind_label}`,
        customer_name: row.customer.name,
      }))
      return { ...found, items }
    },
    path: (row) => `/appointments?view=reconfirm&open=${row.id}`,
  },
  {
    key: 'held',
    need: 'held-commands:edit',
    resource: 'held-commands',
    to: '/crew',
    rare: true,
    bad: true,
    load: async (limit, signal) => {
      const query = { status: /** @type {const} */ ('held'), limit }
      const found = /** @type {any} */ (
        await call(
          api.GET('/api/v1/held-commands', {
            params: { query: { ...query, sort: 'created_at', count: 'exact' } },
            signal,
          })
        )
      )
      const items = found.items.map((/** @type {any} */ row) => ({
        ...row,
        status: `held_command_${row.status}`,
        subject: t('crew.what_held', { who: row.employee.name, label: row.label }),
        customer_name: row.reason_label,
      }))
      return { ...found, items }
    },
    path: (row) => `/crew/held/${row.id}`,
  },
  {
    key: 'conflicts',
    need: 'conflicts:edit',
    resource: 'conflicts',
    to: '/crew',
    rare: true,
    bad: true,
    load: async (limit, signal) => {
      const query = { status: /** @type {const} */ ('open'), limit }
      const found = /** @type {any} */ (
        await call(
          api.GET('/api/v1/conflicts', {
            params: { query: { ...query, sort: 'created_at', count: 'exact' } },
            signal,
          })
        )
      )
      const items = found.items.map((/** @type {any} */ row) => ({
        ...row,
        status: `conflict_${row.status}`,
        subject: t('crew.what_conflict', { who: row.employee.name, label: row.label }),
        customer_name: row.subject.title,
      }))
      return { ...found, items }
    },
    path: (row) => `/crew/conflicts/${row.id}`,
  },
  {
    key: 'webhooks',
    need: 'webhooks:edit',
    resource: 'webhooks',
    to: '/webhooks?view=attention',
    bad: true,
    rare: true,
    load: async (limit, signal) => {
      const query = {
        attention: /** @type {const} */ ('yes'),
        limit,
        count: /** @type {const} */ ('exact'),
      }
      const found = /** @type {any} */ (
        await call(api.GET('/api/v1/webhooks', { params: { query }, signal }))
      )
      return {
        ...found,
        items: found.items.map((/** @type {any} */ row) => ({
          ...row,
          status: `webhook_${row.health}`,
          status_label: row.health_label,
          subject: row.name,
          customer_name: row.off_because_label ?? '',
        })),
      }
    },
    path: (row) => paths.webhook(row.id),
  },
  {
    key: 'clients_approval',
    need: 'api-clients:approve',
    resource: 'api-clients',
    to: '/api-clients?view=approval',
    rare: true,
    load: async (limit, signal) => {
      const found = await clients({ approval: 'waiting', limit }, signal)
      const items = found.items.map((/** @type {any} */ row) => ({
        ...row,
        status: 'client_waiting',
        status_label: row.approval_label,
        customer_name: row.purpose ?? '',
      }))
      return { ...found, items }
    },
    path: (row) => paths.client(row.id),
  },
  {
    key: 'clients_ending',
    need: 'api-clients:edit',
    resource: 'api-clients',
    to: '/api-clients?view=ending',
    rare: true,
    load: (limit, signal) => clients({ ends_before: soon(), sort: 'ends_at', limit }, signal),
    path: (row) => paths.client(row.id),
  },
  {
    key: 'clients_limited',
    need: 'api-clients:edit',
    resource: 'api-clients',
    to: '/api-clients?view=limited',
    rare: true,
    load: (limit, signal) => clients({ limited: true, limit }, signal),
    path: (row) => paths.client(row.id),
  },
  {
    key: 'clients',
    need: 'api-clients:edit',
    resource: 'api-clients',
    to: '/api-clients',
    load: (limit, signal) => clients({ limit }, signal),
    path: (row) => paths.client(row.id),
  },
  {
    key: 'consent',
    need: 'service-requests:edit',
    resource: 'service-requests',
    to: '/service-requests?view=waiting_customer',
    load: (limit, signal) => requests({ open: true, status: 'awaiting_consent', limit }, signal),
    path: (row) => paths.case(row.id),
  },
  {
    key: 'unassigned',
    need: 'work-orders:assign',
    resource: 'work-orders',
    to: '/dispatch',
    load: (limit, signal) => orders({ open: true, unassigned: true, limit }, signal),
    path: (row) => paths.order(row.id),
  },
  {
    key: 'parts',
    need: 'work-orders:view',
    resource: 'work-orders',
    to: '/work-orders',
    load: (limit, signal) => orders({ open: true, status: 'waiting_for_parts', limit }, signal),
    path: (row) => paths.order(row.id),
  },
  {
    key: 'calls',
    need: 'follow-ups:edit',
    resource: 'follow-ups',
    to: '/follow-ups',
    load: (limit, signal) => followUps({ due: true, limit }, signal),
    path: (row) => paths.followUp(row.id),
  },
  {
    key: 'bad',
    need: 'follow-ups:edit',
    resource: 'follow-ups',
    to: '/follow-ups?view=bad',
    bad: true,
    load: (limit, signal) => followUps({ status: 'dissatisfied', limit }, signal),
    path: (row) => paths.followUp(row.id),
  },
]
