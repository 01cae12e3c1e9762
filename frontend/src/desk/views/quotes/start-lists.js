import { api, call } from '../../../shared/api/client.js'
import { money } from '../../../shared/format.js'
import { paths } from '../../../shared/paths.js'
import { inWords } from '../../parts/waiting.js'

/** Quotes to be approved. @type {import('../../parts/waiting.js').Waiting[]} */
export default [
  {
    key: 'approval',
    order: 30,
    need: ['quotes:approve'],
    resource: 'quotes',
    to: '/quotes?view=approval',
    load: (limit, signal) =>
      inWords(
        call(
          api.GET('/api/v1/quotes', {
            params: { query: { status: 'awaiting_approval', limit, count: 'exact' } },
            signal,
          })
        ),
        (row) => ({
          subject: `${money(row.total_fen)} ${row.case.subject}`,
          customer_name: row.customer.name,
        })
      ),
    path: (row) => paths.quote(row.id),
  },
]
