import { api, call } from '../../../shared/api/client.js'
import { inWords } from '../../parts/waiting.js'

/** Parts whose count differs from the books. @type {import('../../parts/waiting.js').Waiting[]} */
export default [
  {
    key: 'variances',
    order: 90,
    need: ['stock-exceptions:edit'],
    resource: 'stock-exceptions',
    to: '/stock-tasks',
    load: (limit, signal) =>
      inWords(
        call(
          api.GET('/api/v1/stock-exceptions', {
            params: { query: { status: 'open', limit, count: 'exact' } },
            signal,
          })
        ),
        (row) => ({
          model: row.part.number,
          subject: `${row.part.name} ${row.quantity} ${row.part.unit}`,
          customer_name: row.place.name,
        })
      ),
    path: () => '/stock-tasks',
  },
]
