import { api, call } from '../../../shared/api/client.js'
import { when } from '../../../shared/format.js'
import { inWords } from '../../parts/waiting.js'

/** Appointments to be confirmed once more on their day. @type {import('../../parts/waiting.js').Waiting[]} */
export default [
  {
    key: 'reconfirm',
    order: 130,
    need: ['appointments:edit'],
    resource: 'appointments',
    to: '/appointments?view=reconfirm',
    load: (limit, signal) =>
      inWords(
        call(
          api.GET('/api/v1/appointments', {
            params: { query: { to_reconfirm: true, limit, count: 'exact' } },
            signal,
          })
        ),
        (row) => ({
          status: `appointment_${row.status}`,
          subject: `${when(row.starts_at)} ${row.kind_label}`,
          customer_name: row.customer.name,
        })
      ),
    path: (row) => `/appointments?view=reconfirm&open=${row.id}`,
  },
]
