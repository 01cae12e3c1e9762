import { api, call } from '../api/client.js'
import { customers, employees } from '../ui/lookups.js'

/** Searches of the records that a form may name, by kind, as rows for the Combobox. */

/** @param {string} q @param {AbortSignal} signal */
async function assets(q, signal) {
  const list = await call(
    api.GET('/api/v1/assets', { params: { query: { q: q || undefined, limit: 20 } }, signal })
  )
  return list.items.map((/** @type {any} */ one) => ({
    value: one.id,
    label: one.serial,
    hint: one.product?.model ?? one.model,
  }))
}

/** @param {string} q @param {AbortSignal} signal */
async function stations(q, signal) {
  const list = await call(
    api.GET('/api/v1/stations', { params: { query: { q: q || undefined, limit: 20 } }, signal })
  )
  return list.items.map((/** @type {any} */ one) => ({
    value: one.id,
    label: one.name,
    hint: one.code,
  }))
}

/** @param {string} q @param {AbortSignal} signal */
async function orders(q, signal) {
  const list = await call(
    api.GET('/api/v1/work-orders', { params: { query: { q: q || undefined, limit: 20 } }, signal })
  )
  return list.items.map((/** @type {any} */ one) => ({
    value: one.id,
    label: one.number,
    hint: one.subject,
  }))
}

/** @param {string} q @param {AbortSignal} signal */
async function requests(q, signal) {
  const list = await call(
    api.GET('/api/v1/service-requests', {
      params: { query: { q: q || undefined, limit: 20 } },
      signal,
    })
  )
  return list.items.map((/** @type {any} */ one) => ({
    value: one.id,
    label: one.number,
    hint: one.subject,
  }))
}

/** @type {Record<string, (q: string, signal: AbortSignal) => Promise<any[]>>} */
export const REFERENCES = {
  asset: assets,
  customer: customers,
  employee: employees,
  service_request: requests,
  station: stations,
  work_order: orders,
}
