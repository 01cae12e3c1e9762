import { api, call } from '../../../shared/api/client.js'

/**
 * Customers for a `Combobox`, without the one that asks.
 * @param {string} id
 */
export const alike = (id) => async (/** @type {string} */ q, /** @type {AbortSignal} */ signal) => {
  const query = { q: q || undefined, limit: 20 }
  const found = await call(api.GET('/api/v1/customers', { params: { query }, signal }))
  return found.items.filter((/** @type {any} */ one) => one.id !== id).map(rowOf)
}

/** @param {any} one */
export const rowOf = (one) => ({
  value: one.id,
  label: one.name,
  hint: [one.city, one.contact_name, one.phone?.masked].filter(Boolean).join(' · '),
  raw: one,
})
