import { api, call } from '../../shared/api/client.js'
import { money } from '../../shared/format.js'

/**
 * Lines of a quote as they are typed. Sums here are what the eye wants at once; the server makes
 * the real ones, and says whether somebody has to approve.
 * @typedef {{ id: string, kind_label: string, code: string, name: string, unit: string, unit_price_fen: number }} Price
 * @typedef {{ key: string, item: Price | null, free: { kind: string, description: string, unit: string } | null,
 *   quantity: string, price: string }} Line
 */

let made = 0

/** A line not filled in yet. @param {Partial<Line>} [known] @returns {Line} */
export const blankLine = (known = {}) => ({
  key: `line-${++made}`,
  item: null,
  free: null,
  quantity: '1',
  price: '',
  ...known,
})

/** `1.5` as thousandths; 0 if it is no quantity. @param {string} text */
export function thousandths(text) {
  const plain = String(text).trim().replace('，', '.').replace(',', '.')
  return /^\d{1,5}(\.\d{1,3})?$/.test(plain) ? Math.round(Number(plain) * 1000) : 0
}

/** Yuan as typed (`2,330` or `2330.5`) in fen; null if it is no amount. @param {string} text */
export function fenOf(text) {
  const plain = String(text).replace(/[,，\s￥¥元]/g, '')
  return /^\d{1,8}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}

/** Fen as one types them: `2330` or `2330.50`. @param {number} fen */
export const typed = (fen) => (fen % 100 ? (fen / 100).toFixed(2) : String(fen / 100))

/** What the line costs by the unit: as typed, else the list's. @param {Line} line */
export const unitOf = (line) =>
  line.price.trim() ? fenOf(line.price) : (line.item?.unit_price_fen ?? null)

/** @param {Line} line */
export const amountOf = (line) => {
  const unit = unitOf(line)
  return unit === null ? 0 : Math.floor((thousandths(line.quantity) * unit + 500) / 1000)
}

/** @param {Line[]} lines */
export const totalOf = (lines) => lines.reduce((sum, line) => sum + amountOf(line), 0)

/** @param {Line} line */
export const isFilled = (line) =>
  (!!line.item || !!(line.free?.description.trim() && line.free.unit.trim())) &&
  thousandths(line.quantity) > 0 &&
  unitOf(line) !== null

/** @param {Line} line */
export const isBlank = (line) => !line.item && !line.free?.description.trim()

/** The lines as the server takes them. @param {Line[]} lines */
export const bodyOf = (lines) =>
  lines
    .filter((line) => !isBlank(line))
    .map((line) => ({
      ...(line.item
        ? { price_item_id: line.item.id }
        : {
            kind: line.free?.kind,
            description: line.free?.description.trim(),
            unit: line.free?.unit.trim(),
          }),
      quantity: thousandths(line.quantity),
      ...(line.price.trim() || !line.item ? { unit_fen: unitOf(line) } : {}),
    }))

/** A line of a quote as it came from the server. @param {any} row @returns {Line} */
export const lineOf = (row) =>
  blankLine({
    item: row.price_item_id && {
      id: row.price_item_id,
      kind_label: row.kind_label,
      code: row.code,
      name: row.description,
      unit: row.unit,
      unit_price_fen: row.unit_list_fen,
    },
    free: row.price_item_id
      ? null
      : { kind: row.kind, description: row.description, unit: row.unit },
    quantity: String(row.quantity / 1000),
    price: row.price_item_id && row.unit_fen === row.unit_list_fen ? '' : typed(row.unit_fen),
  })

/**
 * Items whose list price is another than before: a draft follows today's list when it is saved (R155),
 * and its author is told which lines that changed.
 * @param {any[]} before lines as the server had them
 * @param {any[]} after
 * @returns {{ name: string, from: number, to: number }[]}
 */
export function repriced(before, after) {
  const former = new Map(before.filter(({ code }) => code).map((line) => [line.code, line]))
  return after
    .filter(
      ({ code, unit_list_fen }) =>
        (former.get(code)?.unit_list_fen ?? unit_list_fen) !== unit_list_fen
    )
    .map((line) => ({
      name: line.description,
      from: former.get(line.code).unit_list_fen,
      to: line.unit_list_fen,
    }))
}

/**
 * Prices in force, for a `Combobox`.
 * @param {{ customer_id: string, asset_id?: string | null }} whose
 */
export const priceLookup =
  (whose) => async (/** @type {string} */ q, /** @type {AbortSignal} */ signal) => {
    const query = /** @type {any} */ ({
      customer_id: whose.customer_id,
      limit: 20,
      ...(whose.asset_id ? { asset_id: whose.asset_id } : {}),
      ...(q ? { q } : {}),
    })
    const found = await call(api.GET('/api/v1/price-lists/prices', { params: { query }, signal }))
    return found.items.map((/** @type {any} */ item) => ({
      value: item.id,
      label: item.name,
      hint: `${money(item.unit_price_fen)} / ${item.unit}`,
      raw: item,
    }))
  }
