import { api, call } from '../../../shared/api/client.js'
import { money } from '../../../shared/format.js'
import { t } from '../../../shared/i18n.js'
import { inWords } from '../../parts/waiting.js'

/** Cash to be counted in, days to be closed, refunds to be approved, invoices to be issued. @type {import('../../parts/waiting.js').Waiting[]} */
export default [
  {
    key: 'slips',
    order: 50,
    // The admin specialist's, and whose who may stand in for him.
    need: ['cash-days:create', 'cash-handovers:approve'],
    resource: 'cash-handovers',
    to: '/cash-days',
    load: (limit, signal) =>
      inWords(
        call(
          api.GET('/api/v1/cash-handovers', {
            params: { query: { status: 'presented', limit, sort: 'created_at', count: 'exact' } },
            signal,
          })
        ),
        (row) => ({
          subject: t('till.cash', { amount: money(row.declared_fen) }),
          customer_name: row.giver.name,
        })
      ),
    path: () => '/cash-days',
  },
  {
    key: 'days',
    order: 60,
    need: ['cash-days:create'],
    resource: 'cash-days',
    to: '/cash-days?view=days',
    load: (limit, signal) =>
      inWords(
        call(
          api.GET('/api/v1/cash-days', {
            params: { query: { status: 'open', limit, sort: 'day', count: 'exact' } },
            signal,
          })
        ),
        (row) => ({ subject: row.day })
      ),
    path: () => '/cash-days?view=days',
  },
  {
    key: 'refunds',
    order: 70,
    need: ['payments:approve'],
    resource: 'refunds',
    to: '/cash-days?view=refunds',
    load: (limit, signal) =>
      inWords(
        call(
          api.GET('/api/v1/refunds', {
            params: { query: { status: 'requested', limit, count: 'exact' } },
            signal,
          })
        ),
        (row) => ({
          subject: `${money(row.amount_fen)} ${row.case.subject}`,
          customer_name: row.customer.name,
        })
      ),
    path: () => '/cash-days?view=refunds',
  },
  {
    key: 'invoices',
    order: 80,
    need: ['invoices:edit'],
    resource: 'invoices',
    to: '/cash-days?view=invoices',
    load: (limit, signal) =>
      inWords(
        call(
          api.GET('/api/v1/invoices', {
            params: { query: { status: 'requested', limit, count: 'exact' } },
            signal,
          })
        ),
        (row) => ({
          subject: `${money(row.amount_fen)} ${row.title}`,
          customer_name: row.case.number,
        })
      ),
    path: () => '/cash-days?view=invoices',
  },
]
