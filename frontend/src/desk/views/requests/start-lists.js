import { api, call } from '../../../shared/api/client.js'
import { paths } from '../../../shared/paths.js'

/** @param {object} query @param {AbortSignal} signal @returns {Promise<any>} */
const requests = (query, signal) =>
  call(
    api.GET('/api/v1/service-requests', {
      params: { query: { ...query, open: true, sort: 'due', count: 'exact' } },
      signal,
    })
  )

/** Requests that are late, not judged yet, or that wait for the customer's consent. @type {import('../../parts/waiting.js').Waiting[]} */
export default [
  {
    key: 'late',
    order: 10,
    need: ['service-requests:view'],
    resource: 'service-requests',
    to: '/service-requests?view=late',
    bad: true,
    load: (limit, signal) => requests({ late: true, limit }, signal),
    path: (row) => paths.case(row.id),
  },
  {
    key: 'new',
    order: 20,
    need: ['service-requests:edit'],
    resource: 'service-requests',
    to: '/service-requests?view=new',
    load: (limit, signal) => requests({ status: 'new', limit }, signal),
    path: (row) => paths.case(row.id),
  },
  {
    key: 'consent',
    order: 210,
    need: ['service-requests:edit'],
    resource: 'service-requests',
    to: '/service-requests?view=waiting_customer',
    load: (limit, signal) => requests({ status: 'awaiting_consent', limit }, signal),
    path: (row) => paths.case(row.id),
  },
]
