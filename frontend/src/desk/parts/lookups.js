import { api, call } from '../../shared/api/client.js'

/** @param {string} q @param {AbortSignal} signal */
export async function products(q, signal) {
  const list = /** @type {any} */ (
    await call(
      api.GET('/api/v1/products', { params: { query: { q: q || undefined, limit: 20 } }, signal })
    )
  )
  return list.items.map((/** @type {any} */ one) => ({
    value: one.id,
    label: one.model,
    hint: one.name,
    raw: one,
  }))
}
