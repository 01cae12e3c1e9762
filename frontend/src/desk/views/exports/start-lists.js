import { api, call } from '../../../shared/api/client.js'
import { inWords } from '../../parts/waiting.js'

/** Exports that this person may let go. @type {import('../../parts/waiting.js').Waiting[]} */
export default [
  {
    key: 'exports',
    order: 40,
    need: ['exports:approve'],
    resource: 'exports',
    to: '/exports',
    rare: true,
    load: (limit, signal) =>
      inWords(
        call(
          api.GET('/api/v1/exports', {
            params: { query: { to_decide: true, limit, count: 'exact' } },
            signal,
          })
        ),
        (row) => ({
          status: `export_${row.status}`,
          subject: [row.list_label, row.reason].filter(Boolean).join(' · '),
          customer_name: row.asked_by.name,
        })
      ),
    path: (row) => `/exports?open=${row.id}`,
  },
]
