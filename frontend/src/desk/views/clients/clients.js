import { api, call } from '../../../shared/api/client.js'
import { date } from '../../../shared/format.js'
import { t } from '../../../shared/i18n.js'

const DAY = 86_400_000

/** What an integration can be allowed, in the reader's words. @param {AbortSignal} signal @returns {Promise<any>} */
export const scopesOf = (signal) => call(api.GET('/api/v1/api-clients/scopes', { signal }))

/**
 * Scopes by resource, in the order of their words: `[{ resource, label, scopes: [{ scope, action_label, writes }] }]`.
 * @param {any[]} items @param {string[]} [only] these alone
 */
export function byResource(items, only) {
  /** @type {Map<string, { resource: string, label: string, scopes: any[] }>} */
  const found = new Map()
  for (const one of items) {
    if (only && !only.includes(one.scope)) continue
    const row = found.get(one.resource) ?? {
      resource: one.resource,
      label: one.resource_label,
      scopes: [],
    }
    // To see comes before to see more, and both before to change, whatever the alphabet says.
    row.scopes = [...row.scopes, one].sort((a, b) => depth(a) - depth(b))
    found.set(one.resource, row)
  }
  return [...found.values()].sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'))
}

/** @param {any} scope */
const depth = (scope) => Number(scope.writes) * 2 + Number(scope.needs_approval)

/** Whole days until a moment; negative when it is past. @param {string} moment */
export const daysTo = (moment) => Math.ceil((Date.parse(moment) - Date.now()) / DAY)

/** In words how long it still holds: soon is said in days, later by its date. @param {any} client */
export function ends(client) {
  const days = daysTo(client.ends_at)
  return client.status === 'active' && days <= 30
    ? t('clients.ends_in', { n: days })
    : date(client.ends_at)
}

/** @param {number} count */
export const grouped = (count) => count.toLocaleString('en')

/** From where it may come, in words. @param {any} client */
export const from = (client) => client.addresses?.join('  ') ?? t('clients.anywhere')
