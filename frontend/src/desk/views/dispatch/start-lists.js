import { api, call } from '../../../shared/api/client.js'
import { paths } from '../../../shared/paths.js'

/** Orders that nobody has yet. @type {import('../../parts/waiting.js').Waiting[]} */
export default [
  {
    key: 'unassigned',
    order: 220,
    need: ['work-orders:assign'],
    resource: 'work-orders',
    to: '/dispatch',
    load: (limit, signal) =>
      call(
        api.GET('/api/v1/work-orders', {
          params: { query: { open: true, unassigned: true, sort: 'due', limit, count: 'exact' } },
          signal,
        })
      ),
    path: (row) => paths.order(row.id),
  },
]
