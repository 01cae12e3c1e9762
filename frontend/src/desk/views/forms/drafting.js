import { fieldsOf } from '../../../shared/forms/layout.js'
import { t } from '../../../shared/i18n.js'

/** @typedef {import('../../../shared/forms/layout.js').Layout} Layout */
/** @typedef {import('../../../shared/forms/layout.js').Field} Field */

export const KINDS = [
  'check', 'text', 'long_text', 'number', 'money', 'date', 'time', 'moment', 'choice', 'choices',
  'yes_no', 'table', 'reference', 'photo', 'sum',
] // prettier-ignore
/** What may stand in a table's column. */
export const COLUMN_KINDS = [
  'text', 'number', 'money', 'date', 'time', 'choice', 'yes_no', 'reference',
] // prettier-ignore

/** @returns {{ zh: string, en: string }} */
const label = () => ({ zh: '', en: '' })

/** A key that nothing else has. @param {string} stem @param {string[]} taken */
export function freshKey(stem, taken) {
  let n = taken.length + 1
  while (taken.includes(`${stem}${n}`)) n++
  return `${stem}${n}`
}

/** @param {string} kind @param {string[]} taken @returns {Field} */
export function newField(kind, taken) {
  return { key: freshKey('f', taken), label: label(), ...ofKind(kind) }
}

/** @type {Record<string, () => object>} */
const OWN = {
  check: () => ({
    critical: false,
    not_applicable: true,
    note_on_fail: true,
    photo_on_fail: false,
  }),
  choice: () => ({ options: [newOption([])] }),
  choices: () => ({ options: [newOption([])] }),
  table: () => ({ columns: [{ ...newField('text', []), key: 'c1' }] }),
  reference: () => ({ of: 'asset' }),
  photo: () => ({ minimum: 0, maximum: 4 }),
  number: () => ({ decimals: 2 }),
  sum: () => ({ of: [] }),
}

/** What a kind brings along when it is chosen. @param {string} kind @returns {any} */
export const ofKind = (kind) => ({
  kind,
  ...(kind === 'sum' ? {} : { required: kind === 'check' }),
  ...OWN[kind]?.(),
})

/** @param {any[]} options */
export const newOption = (options) => ({
  value: freshKey(
    'o',
    options.map(({ value }) => value)
  ),
  label: label(),
})

/** @param {Layout} layout */
export const newSection = (layout) => ({
  key: freshKey(
    's',
    layout.sections.map(({ key }) => key)
  ),
  title: label(),
  fields: [newField('check', keysOf(layout))],
})

/** @param {Layout} layout */
export const keysOf = (layout) => fieldsOf(layout).map(({ key }) => key)

/** @returns {Layout} */
export function emptyLayout() {
  const layout = /** @type {any} */ ({
    name: label(), subjects: ['station'], rhythm: 'often', before: null, fillers: [], readers: [],
    sections: [], signatures: [],
  }) // prettier-ignore
  layout.sections.push(newSection(layout))
  return layout
}

/** A layout from the server with a place for every word that may be written. @param {any} from @returns {Layout} */
export function editable(from) {
  const whole = (/** @type {any} */ one) => ({ zh: one?.zh ?? '', en: one?.en ?? '' })
  const field = (/** @type {any} */ one) => ({
    ...one,
    label: whole(one.label),
    ...(one.hint ? { hint: whole(one.hint) } : {}),
    ...(one.unit ? { unit: whole(one.unit) } : {}),
    ...(one.options
      ? {
          options: one.options.map((/** @type {any} */ option) => ({
            ...option,
            label: whole(option.label),
          })),
        }
      : {}),
    ...(one.columns ? { columns: one.columns.map(field) } : {}),
  })
  return {
    ...from,
    name: whole(from.name),
    before: from.before ?? null,
    sections: from.sections.map((/** @type {any} */ section) => ({
      ...section,
      title: whole(section.title),
      fields: section.fields.map(field),
    })),
    signatures: (from.signatures ?? []).map((/** @type {any} */ place) => ({
      ...place,
      label: whole(place.label),
    })),
  }
}

/** The layout as it is sent: nothing that was left empty. @param {any} value @returns {any} */
export function sent(value) {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map(sent)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, sent(part)])
      .filter(([name, part]) => {
        if (part === null || part === undefined) return false
        if (name === 'en' && part === '') return false
        return !(['hint', 'unit'].includes(name) && !part.zh)
      })
  )
}

/** @template T @param {T[]} list @param {number} at @param {number} by */
export function move(list, at, by) {
  const to = at + by
  if (to < 0 || to >= list.length) return at
  const [one] = list.splice(at, 1)
  list.splice(to, 0, one)
  return to
}

/**
 * What a draft changes against the version in use, in sentences.
 * @param {Layout | null} before
 * @param {Layout} after
 * @returns {string[]}
 */
export function differences(before, after) {
  if (!before) return []
  const was = new Map(fieldsOf(before).map((field) => [field.key, field]))
  const is = new Map(fieldsOf(after).map((field) => [field.key, field]))
  const told = []
  if (before.name.zh !== after.name.zh)
    told.push(t('papers.diff_name', { from: before.name.zh, to: after.name.zh }))
  for (const [key, field] of is)
    if (!was.has(key)) told.push(t('papers.diff_added', { name: field.label.zh }))
  for (const [key, field] of was)
    if (!is.has(key)) told.push(t('papers.diff_removed', { name: field.label.zh }))
  for (const [key, field] of is) {
    const old = was.get(key)
    if (!old) continue
    if (old.label.zh !== field.label.zh)
      told.push(t('papers.diff_renamed', { from: old.label.zh, to: field.label.zh }))
    else if (JSON.stringify(sent(old)) !== JSON.stringify(sent(field)))
      told.push(t('papers.diff_changed', { name: field.label.zh }))
  }
  const order = (/** @type {Map<string, Field>} */ of) =>
    [...of.keys()].filter((key) => was.has(key) && is.has(key)).join()
  if (order(was) !== order(is)) told.push(t('papers.diff_order'))
  return told
}
