import { api, call } from '../../../shared/api/client.js'
import { paths } from '../../../shared/paths.js'

/** Orders that wait for parts. @type {import('../../parts/waiting.js').Waiting[]} */
export default [
  {
    key: 'parts',
    order: 230,
    need: ['work-orders:view'],
    resource: 'work-orders',
    to: '/work-orders',
    load: (limit, signal) =>
      call(
        api.GET('/api/v1/work-orders', {
          params: {
            query: { open: true, status: 'waiting_for_parts', sort: 'due', limit, count: 'exact' },
          },
          signal,
        })
      ),
    path: (row) => paths.order(row.id),
  },
]
