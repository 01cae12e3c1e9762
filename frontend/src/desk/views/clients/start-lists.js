import { api, call } from '../../../shared/api/client.js'
import { date } from '../../../shared/format.js'
import { t } from '../../../shared/i18n.js'
import { paths } from '../../../shared/paths.js'
import { inWords } from '../../parts/waiting.js'

const soon = () => new Date(Date.now() + 30 * 86_400_000).toISOString()
/** @param {any} row a client that works */
const ends = (row) => (row.ends_at < soon() ? 'client_ending' : `client_${row.status}`)

/** Integrations in the words of a row: until when, and how often they came. @param {object} query @param {AbortSignal} signal */
const clients = (query, signal) =>
  inWords(
    call(
      api.GET('/api/v1/api-clients', {
        params: { query: { ...query, status: 'active', count: 'exact' } },
        signal,
      })
    ),
    (row) => ({
      status: ends(row),
      status_label: t('start.until', { on: date(row.ends_at) }),
      subject: row.name,
      customer_name: row.recent_refused
        ? t('start.came_refused', {
            n: row.recent_requests.toLocaleString('en'),
            over: row.recent_refused.toLocaleString('en'),
          })
        : t('start.came', { n: row.recent_requests.toLocaleString('en') }),
    })
  )

/** Integrations: to be approved, ending, over their limit, and all that work. @type {import('../../parts/waiting.js').Waiting[]} */
export default [
  {
    key: 'clients_approval',
    order: 170,
    need: ['api-clients:approve'],
    resource: 'api-clients',
    to: '/api-clients?view=approval',
    rare: true,
    load: (limit, signal) =>
      inWords(clients({ approval: 'waiting', limit }, signal), (row) => ({
        status: 'client_waiting',
        status_label: row.approval_label,
        customer_name: row.purpose ?? '',
      })),
    path: (row) => paths.client(row.id),
  },
  {
    key: 'clients_ending',
    order: 180,
    need: ['api-clients:edit'],
    resource: 'api-clients',
    to: '/api-clients?view=ending',
    rare: true,
    load: (limit, signal) => clients({ ends_before: soon(), sort: 'ends_at', limit }, signal),
    path: (row) => paths.client(row.id),
  },
  {
    key: 'clients_limited',
    order: 190,
    need: ['api-clients:edit'],
    resource: 'api-clients',
    to: '/api-clients?view=limited',
    rare: true,
    load: (limit, signal) => clients({ limited: true, limit }, signal),
    path: (row) => paths.client(row.id),
  },
  {
    key: 'clients',
    order: 200,
    need: ['api-clients:edit'],
    resource: 'api-clients',
    to: '/api-clients',
    load: (limit, signal) => clients({ limit }, signal),
    path: (row) => paths.client(row.id),
  },
]
