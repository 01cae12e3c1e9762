/**
 * Fields of the desk's own forms, in the shape in which the server asks for those of actions.
 * @param {string} name
 * @param {string} label
 * @param {import('../../shared/contract').Need['type']} [type]
 * @param {Partial<import('../../shared/contract').Need>} [more]
 * @returns {import('../../shared/contract').Need}
 */
export const field = (name, label, type = 'text', more = {}) => ({
  name,
  label,
  type,
  required: false,
  options: null,
  max: null,
  ...more,
})

/**
 * What differs from before, for a PATCH; emptied texts become null.
 * @param {Record<string, any>} values
 * @param {Record<string, any>} before
 */
export function changes(values, before) {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value === '' ? null : value])
      .filter(([name, value]) => value !== (before[/** @type {string} */ (name)] ?? null))
  )
}
