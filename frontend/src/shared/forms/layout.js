import { locale } from '../i18n.js'

/**
 * What a template asks, as the server gives it: sections of fields with words in two languages.
 * @typedef {{ zh: string, en?: string | null }} Label
 * @typedef {{ kind: string, key: string, label: Label, hint?: Label | null, required?: boolean, [more: string]: any }} Field
 * @typedef {{ key: string, title: Label, hint?: Label | null, fields: Field[] }} Section
 * @typedef {{ key: string, label: Label, by?: string, roles?: string[], required?: boolean }} Place
 * @typedef {{ name: Label, subjects: string[], rhythm?: string, before?: string | null, fillers?: string[], readers?: string[], sections: Section[], signatures?: Place[] }} Layout
 */

/** Words in the language shown; what has no English is read in Chinese. @param {Label | null | undefined} label */
export const words = (label) => (locale.value === 'en' && label?.en ? label.en : (label?.zh ?? ''))

/** How many photographs a place of a form takes. @param {any} field */
export const mostPhotos = (field) => (field.kind === 'photo' ? (field.maximum ?? 4) : 10)

/** What such a photograph is called among the files. @param {any} field */
export const slotOf = (field) => words(field.label).slice(0, 40)

/** @param {Layout} layout */
export const fieldsOf = (layout) => layout.sections.flatMap(({ fields }) => fields)

/**
 * The data with every sum worked out.
 * @param {Layout} layout
 * @param {Record<string, any>} data
 */
export function summed(layout, data) {
  const made = { ...data }
  for (const field of fieldsOf(layout)) {
    if (field.kind !== 'sum') continue
    const parts = field.of.flatMap((/** @type {string} */ path) => numbers(data, path))
    delete made[field.key]
    if (parts.length)
      made[field.key] = Number(
        parts
          .reduce((/** @type {number} */ all, /** @type {number} */ one) => all + one, 0)
          .toFixed(6)
      )
  }
  return made
}

/** @param {Record<string, any>} data @param {string} path @returns {number[]} */
function numbers(data, path) {
  const [key, column] = path.split('.')
  const found = data[key]
  const all = Array.isArray(found) ? found.map((row) => row?.[column]) : [found]
  return all.filter((one) => typeof one === 'number')
}

/** What a sum adds up: money or numbers. @param {Layout} layout @param {Field} field */
export function sumKind(layout, field) {
  const [key, column] = field.of[0].split('.')
  const found = fieldsOf(layout).find((one) => one.key === key)
  return (column ? found?.columns.find((/** @type {Field} */ one) => one.key === column) : found)
    ?.kind
}

/** Keys of items that did not pass. @param {Layout} layout @param {Record<string, any>} data */
export const failed = (layout, data) =>
  fieldsOf(layout).filter(({ kind, key }) => kind === 'check' && data[key]?.result === 'fail')

/** Whether a measured value lies outside what is tolerated. @param {Field} field @param {any} value */
export const outside = (field, value) =>
  typeof value === 'number' &&
  ((field.low != null && value < field.low) || (field.high != null && value > field.high))

/** What changed, by key, for the server; an emptied field is null. @param {Record<string, any>} now @param {Record<string, any>} before */
export function changesOf(now, before) {
  /** @type {Record<string, any>} */
  const found = {}
  for (const key of new Set([...Object.keys(now), ...Object.keys(before)]))
    if (JSON.stringify(now[key]) !== JSON.stringify(before[key])) found[key] = now[key] ?? null
  return found
}
