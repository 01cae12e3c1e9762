import { api, call } from '../../../shared/api/client.js'
import { mine } from './mine.js'
import { live } from './state.js'

/** Who may be calling: the customers that a number or words bring, with their devices and matters. */

/** Whether what was typed can only be a telephone number. @param {string} text */
export const isNumber = (text) => /^\+?[\d\s\-()（）]{4,}$/.test(text.trim())

/**
 * Who may be calling, by number or by words.
 * @param {string} text
 * @param {AbortSignal} [signal]
 */
export async function lookUp(text, signal) {
  // Less than seven digits are no number: its last four, part of a serial or of a case's number.
  const digits = text.replace(/[^\d+]/g, '')
  const query = isNumber(text) && digits.length > 6 ? { phone: digits } : { q: text.trim() }
  live.callers = await mine(call(api.GET('/api/v1/callers', { params: { query }, signal })))
  return live.callers.matches
}

/** A customer that no look-up brought (just made, or found by name). @param {string} id */
export async function fetchCustomer(id) {
  const one = /** @type {any} */ (
    await mine(call(api.GET('/api/v1/customers/{id}', { params: { path: { id } } })))
  )
  const found = /** @type {any} */ (
    await mine(call(api.GET('/api/v1/callers', { params: { query: { q: one.name } } })))
  )
  const known = found.matches.find((/** @type {any} */ each) => each.customer.id === id)
  const contact = one.contacts[0]
  const fresh = known ?? {
    customer: { id: one.id, name: one.name, class: one.class, station: one.station },
    contact: contact && {
      id: contact.id,
      name: contact.name,
      title: contact.title,
      phone: contact.phones[0] ?? null,
    },
    sites: one.sites,
    open_matters: [],
    assets: [],
    recent: [],
  }
  const others = (live.callers?.matches ?? []).filter(
    (/** @type {any} */ each) => each.customer.id !== id
  )
  live.callers = { ...(live.callers ?? {}), matches: [fresh, ...others] }
  return fresh
}
