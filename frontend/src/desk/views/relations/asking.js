import { api, call } from '../../../shared/api/client.js'
import { t } from '../../../shared/i18n.js'

/** What a contact was for, and by which way; the server's words stand in its answers. */
export const WAYS = ['call', 'visit', 'message', 'mail', 'counter', 'meeting', 'forum']
export const PURPOSES = ['care', 'usage', 'business', 'talk', 'complaint', 'survey', 'other']
export const KINDS = ['greeting', 'usage_tip', 'arrival', 'price_change', 'offer']
export const SENT_BY = ['sms', 'wechat', 'mail']
export const TOLD = ['call', 'message', 'form', 'counter']

/** @param {string} group @param {string[]} values */
export const options = (group, values) =>
  values.map((value) => ({ value, label: t(`relations.${group}_${value}`) }))

/** People of a customer, as choices. @param {any} it */
export const people = (it) =>
  it.contacts.map((/** @type {any} */ one) => ({
    value: one.id,
    label: one.title ? `${one.name}（${one.title}）` : one.name,
  }))

/** Colleagues of a station as choices, for the two persons and for whom a talk was rehearsed with. @param {string} station @param {AbortSignal} [signal] */
export async function colleagues(station, signal) {
  const list = /** @type {any} */ (
    await call(
      api.GET('/api/v1/employees', {
        params: { query: { station_id: station, active: true, limit: 100 } },
        signal,
      })
    )
  )
  return list.items.map((/** @type {any} */ one) => ({ value: one.id, label: one.name }))
}

/** A day as people write it, or none. @param {string | null | undefined} text */
export const onDay = (text) => {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec((text ?? '').trim())
  return found ? `${found[1]}-${found[2].padStart(2, '0')}-${found[3].padStart(2, '0')}` : null
}
