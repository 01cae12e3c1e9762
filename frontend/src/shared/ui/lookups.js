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

/** Those who can be sent to customers; nobody else is offered where a visit is given away. @param {string} q @param {AbortSignal} signal */
export async function engineers(q, signal) {
  const list = await call(
    api.GET('/api/v1/employees', {
      params: { query: { q: q || undefined, role: 'field_engineer', limit: 20 } },
      signal,
    })
  )
  return list.items.map((/** @type {any} */ one) => ({
    value: one.id,
    label: one.name,
    hint: one.station?.name,
    raw: one,
  }))
}

/**
 * What the caller's own van carries; a part tracked by serial number is one row for each piece, the
 * oldest first, so that choosing a row names the piece.
 * @param {string} q @param {AbortSignal} signal
 */
export async function vanParts(q, signal) {
  const list = await call(
    api.GET('/api/v1/stock', {
      params: { query: { mine: true, empty: false, q: q || undefined, limit: 100 } },
      signal,
    })
  )
  const rows = await Promise.all(
    list.items.map(async (/** @type {any} */ one) => {
      const hint = `${one.part.name} · ${one.available} ${one.part.unit}`
      if (!one.part.serial_tracked)
        return [{ value: one.part.id, label: one.part.number, hint, raw: { id: one.part.id } }]
      const whole = await call(
        api.GET('/api/v1/stock/{id}', { params: { path: { id: one.id } }, signal })
      )
      return whole.serials.map(({ serial }) => ({
        value: `${one.part.id} ${serial}`,
        label: `${one.part.number} ${serial}`,
        hint: one.part.name,
        raw: { id: one.part.id, serials: [serial], quantity: 1 },
      }))
    })
  )
  return rows.flat()
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
