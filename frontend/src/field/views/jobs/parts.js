import { mirror } from '../../store/mirror.js'

/** What this phone knows of the van, less what it used and has not sent yet. */

/** @returns {Record<string, number>} part → pieces that went into devices and are only counted here */
function used() {
  /** @type {Record<string, number>} */
  const found = {}
  for (const { action, state, body } of mirror.commands)
    if (action === 'use-part' && state === 'waiting')
      found[body.part_id] = (found[body.part_id] ?? 0) + (body.quantity ?? 1)
  return found
}

/** The rows of the van with what is left of each. */
export function vanHere() {
  const gone = used()
  return (mirror.parts.van?.items ?? []).map((/** @type {any} */ one) => ({
    ...one,
    available: Number(one.available) - (gone[one.part_id] ?? 0),
  }))
}

/**
 * What the van holds of a part, where more of it is said to be used than that; the keeper has to clear that up.
 * @param {{ part_id?: string, quantity?: number }} used
 */
export function beyondVan({ part_id: part, quantity }) {
  const there = vanHere().find((/** @type {any} */ one) => one.part_id === part)
  return there && (quantity ?? 1) > there.available ? there : null
}

/**
 * Parts for a search field; a part tracked by serial number is one row for each piece.
 * @param {string} q
 */
export async function vanPartsHere(q) {
  const wanted = q.trim().toLowerCase()
  return vanHere()
    .filter((/** @type {any} */ one) => {
      const text = [one.number, one.name, ...(one.serials ?? [])].join(' ').toLowerCase()
      return one.available > 0 && (!wanted || text.includes(wanted))
    })
    .flatMap((/** @type {any} */ one) =>
      one.serials?.length
        ? one.serials.map((/** @type {string} */ serial) => ({
            value: `${one.part_id} ${serial}`,
            label: `${one.number} ${serial}`,
            hint: one.name,
            raw: { id: one.part_id, serials: [serial], quantity: 1 },
          }))
        : [
            {
              value: one.part_id,
              label: one.number,
              hint: `${one.name} · ${one.available} ${one.unit}`,
              raw: { id: one.part_id },
            },
          ]
    )
}

/**
 * The row that a scanned code means: a piece by its serial number, or a part by its own number, which a code may
 * carry among other words.
 * @param {string} code
 */
export async function partOfCode(code) {
  const rows = await vanPartsHere('')
  const words = code.toUpperCase().split(/[\s;,|]+/)
  const means = (/** @type {string} */ text) => words.includes(text.toUpperCase())
  return (
    rows.find((row) => row.raw.serials?.some(means)) ??
    rows.find((row) => means(String(row.label).split(' ')[0])) ??
    null
  )
}
