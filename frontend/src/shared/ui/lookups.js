import { api, call } from '../api/client.js'

/** Searches that forms share. Each answers rows for the Combobox. */

/** @param {string} q @param {AbortSignal} signal */
export async function employees(q, signal) {
  const list = await call(
    api.GET('/api/v1/employees', { params: { query: { q: q || undefined, limit: 20 } }, signal })
  )
  return list.items.map((/** @type {any} */ one) => ({
    value: one.id,
    label: one.name,
    hint: one.station?.name,
    raw: one,
  }))
}

/** @param {string} q @param {AbortSignal} signal */
export async function customers(q, signal) {
  const list = await call(
    api.GET('/api/v1/customers', { params: { query: { q: q || undefined, limit: 20 } }, signal })
  )
  return list.items.map((/** @type {any} */ one) => ({
    value: one.id,
    label: one.name,
    hint: one.city,
    raw: one,
  }))
}
