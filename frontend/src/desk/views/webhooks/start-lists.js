import { api, call } from '../../../shared/api/client.js'
import { paths } from '../../../shared/paths.js'
import { inWords } from '../../parts/waiting.js'

/** Addresses that facts cannot be brought to. @type {import('../../parts/waiting.js').Waiting[]} */
export default [
  {
    key: 'webhooks',
    order: 160,
    need: ['webhooks:edit'],
    resource: 'webhooks',
    to: '/webhooks?view=attention',
    bad: true,
    rare: true,
    load: (limit, signal) =>
      inWords(
        call(
          api.GET('/api/v1/webhooks', {
            params: { query: { attention: 'yes', limit, count: 'exact' } },
            signal,
          })
        ),
        (row) => ({
          status: `webhook_${row.health}`,
          status_label: row.health_label,
          subject: row.name,
          customer_name: row.off_because_label ?? '',
        })
      ),
    path: (row) => paths.webhook(row.id),
  },
]
