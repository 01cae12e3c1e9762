import { api, call } from '../../../shared/api/client.js'
import { paths } from '../../../shared/paths.js'

/** @param {object} query @param {AbortSignal} signal @returns {Promise<any>} */
const followUps = (query, signal) =>
  call(
    api.GET('/api/v1/follow-ups', {
      params: { query: { ...query, sort: 'due', count: 'exact' } },
      signal,
    })
  )

/** Customers to be called after the work, and those who were not content. @type {import('../../parts/waiting.js').Waiting[]} */
export default [
  {
    key: 'calls',
    order: 240,
    need: ['follow-ups:edit'],
    resource: 'follow-ups',
    to: '/follow-ups',
    load: (limit, signal) => followUps({ due: true, limit }, signal),
    path: (row) => paths.followUp(row.id),
  },
  {
    key: 'bad',
    order: 250,
    need: ['follow-ups:edit'],
    resource: 'follow-ups',
    to: '/follow-ups?view=bad',
    bad: true,
    load: (limit, signal) => followUps({ status: 'dissatisfied', limit }, signal),
    path: (row) => paths.followUp(row.id),
  },
]
