import { api, call } from '../../../shared/api/client.js'
import { t } from '../../../shared/i18n.js'
import { inWords } from '../../parts/waiting.js'

/** What telephones could not bring in, and what both sides changed. @type {import('../../parts/waiting.js').Waiting[]} */
export default [
  {
    key: 'held',
    order: 140,
    need: ['held-commands:edit'],
    resource: 'held-commands',
    to: '/crew',
    rare: true,
    bad: true,
    load: (limit, signal) =>
      inWords(
        call(
          api.GET('/api/v1/held-commands', {
            params: { query: { status: 'held', limit, sort: 'created_at', count: 'exact' } },
            signal,
          })
        ),
        (row) => ({
          status: `held_command_${row.status}`,
          subject: t('crew.what_held', { who: row.employee.name, label: row.label }),
          customer_name: row.reason_label,
        })
      ),
    path: (row) => `/crew/held/${row.id}`,
  },
  {
    key: 'conflicts',
    order: 150,
    need: ['conflicts:edit'],
    resource: 'conflicts',
    to: '/crew',
    rare: true,
    bad: true,
    load: (limit, signal) =>
      inWords(
        call(
          api.GET('/api/v1/conflicts', {
            params: { query: { status: 'open', limit, sort: 'created_at', count: 'exact' } },
            signal,
          })
        ),
        (row) => ({
          status: `conflict_${row.status}`,
          subject: t('crew.what_conflict', { who: row.employee.name, label: row.label }),
          customer_name: row.subject.title,
        })
      ),
    path: (row) => `/crew/conflicts/${row.id}`,
  },
]
