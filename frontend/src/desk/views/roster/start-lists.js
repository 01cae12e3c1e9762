import { api, call } from '../../../shared/api/client.js'
import { clock, day, when } from '../../../shared/format.js'
import { t } from '../../../shared/i18n.js'
import { session } from '../../../shared/session.js'
import { inWords } from '../../parts/waiting.js'

/** Leave of whole days begins on a day, not at midnight. @param {string} moment */
const begins = (moment) => (clock(moment) === '00:00' ? day(moment) : when(moment))

/** Swaps in the words of a row: whose shift goes to whom. @param {any} query @param {AbortSignal} signal */
const swaps = (query, signal) =>
  inWords(
    call(
      api.GET('/api/v1/shift-swaps', { params: { query: { ...query, count: 'exact' } }, signal })
    ),
    (row) => ({
      status: `swap_${row.status}`,
      subject: t(row.other_shift ? 'roster.swap_of' : 'roster.takes_over', {
        asker: row.asker.name,
        other: row.other.name,
      }),
      customer_name: [when(row.shift.starts_at), row.note].filter(Boolean).join(' · '),
    })
  )

/** Leave and swaps that wait for the manager's word, and swaps that wait for one's own. @type {import('../../parts/waiting.js').Waiting[]} */
export default [
  {
    key: 'leave',
    order: 100,
    need: ['leave-requests:approve'],
    resource: 'leave-requests',
    to: '/roster?view=waiting',
    load: (limit, signal) =>
      inWords(
        call(
          api.GET('/api/v1/leave-requests', {
            params: { query: { status: 'asked', limit, count: 'exact' } },
            signal,
          })
        ),
        (row) => ({
          status: `leave_${row.status}`,
          subject: `${row.employee.name} ${row.kind_label}`,
          customer_name: [begins(row.starts_at), row.reason].filter(Boolean).join(' · '),
        })
      ),
    path: () => '/roster?view=waiting',
  },
  {
    key: 'swaps',
    order: 110,
    need: ['shift-swaps:approve'],
    resource: 'shift-swaps',
    to: '/roster?view=waiting',
    load: (limit, signal) => swaps({ status: 'agreed', limit }, signal),
    path: () => '/roster?view=waiting',
  },
  {
    key: 'answer_swaps',
    order: 120,
    need: ['shift-swaps:edit'],
    resource: 'shift-swaps',
    to: '/roster?view=mine',
    rare: true,
    load: (limit, signal) =>
      swaps({ status: 'asked', other_id: session.me?.employee?.id, limit }, signal),
    path: () => '/roster?view=mine',
  },
]
