import { api, call } from '../../../shared/api/client.js'

/** Searches of the sheets of stock. Each answers rows for the Combobox. */

/** @param {string} q @param {AbortSignal} signal */
export async function parts(q, signal) {
  const list = await call(
    api.GET('/api/v1/parts', {
      params: { query: { q: q || undefined, active: 'true', limit: 20 } },
      signal,
    })
  )
  return list.items.map((/** @type {any} */ one) => ({
    value: one.id,
    label: one.number,
    hint: `${one.name} · ${one.available} ${one.unit}`,
    raw: one,
  }))
}

/**
 * Places of these kinds, by code or name.
 * @param {string[]} kinds
 */
export function places(kinds) {
  /** @param {string} q @param {AbortSignal} signal */
  return async (q, signal) => {
    const list = await call(
      api.GET('/api/v1/stock-places', {
        params: { query: { active: 'true', limit: 200 } },
        signal,
      })
    )
    const wanted = q.toLowerCase()
    return list.items
      .filter(
        (/** @type {any} */ one) =>
          kinds.includes(one.kind) && `${one.code} ${one.name}`.toLowerCase().includes(wanted)
      )
      .slice(0, 20)
      .map((/** @type {any} */ one) => ({
        value: one.id,
        label: one.name,
        hint: `${one.code} · ${one.kind_label}`,
        raw: one,
      }))
  }
}

/** Open orders by number, customer or subject. @param {string} q @param {AbortSignal} signal */
export async function orders(q, signal) {
  const list = await call(
    api.GET('/api/v1/work-orders', {
      params: {
        query: q ? { q, limit: 20 } : { open: true, limit: 20 },
      },
      signal,
    })
  )
  return list.items
    .filter((/** @type {any} */ one) => one.open)
    .map((/** @type {any} */ one) => ({
      value: one.id,
      label: one.number,
      hint: one.customer_name,
      raw: one,
    }))
}
