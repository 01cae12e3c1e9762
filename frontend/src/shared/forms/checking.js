import { Validator } from '@cfworker/json-schema'
import { tidied } from './tidy.js'

/**
 * An entry's data against its template: the same verdicts as `api/forms/design/checking.py` gives,
 * by the same schema, without evaluating any text as code. `tests/forms/corpus.json` holds both.
 */

/**
 * @typedef {object} Fault
 * @property {string[]} path keys and row numbers, such as `['rows', '0', 'fee']`
 * @property {string} code as the server calls it
 * @property {any} [limit] what the schema allows
 */

/** Keywords that say something themselves; the others only pass on what is wrong below them. */
const CODES = {
  required: 'missing',
  false: 'extra_forbidden',
  enum: 'literal_error',
  const: 'literal_error',
  minimum: 'greater_than_equal',
  maximum: 'less_than_equal',
  minLength: 'string_too_short',
  maxLength: 'string_too_long',
  minItems: 'too_short',
  maxItems: 'too_long',
  uniqueItems: 'repeated',
  pattern: 'string_pattern_mismatch',
  format: 'date_parsing',
}
const TYPES = {
  string: 'string_type',
  integer: 'int_type',
  number: 'float_type',
  boolean: 'bool_type',
  array: 'list_type',
  object: 'dict_type',
}
/** What only says that something is not there yet. */
const UNFINISHED = new Set(['missing', 'too_short', 'string_too_short'])

/** @type {WeakMap<object, Validator>} */
const known = new WeakMap()

/** @param {object} schema */
function validator(schema) {
  let made = known.get(schema)
  if (!made) {
    // The library writes its own marks into a schema: it gets a copy.
    made = new Validator(JSON.parse(JSON.stringify(schema)), '2020-12', false)
    known.set(schema, made)
  }
  return made
}

/**
 * What is wrong with tidied data.
 * @param {object} schema
 * @param {any} data
 * @returns {Fault[]}
 */
export function faults(schema, data) {
  /** @type {Fault[]} */
  const found = []
  for (const error of validator(schema).validate(data).errors) {
    const path = steps(error.instanceLocation)
    const rule = at(schema, steps(error.keywordLocation))
    const code =
      error.keyword === 'type'
        ? TYPES[/** @type {keyof typeof TYPES} */ (rule)]
        : CODES[/** @type {keyof typeof CODES} */ (error.keyword)]
    if (!code) continue
    if (code === 'missing') path.push(/"([^"]+)"/.exec(error.error)?.[1] ?? '')
    const same = found.some((one) => one.code === code && one.path.join() === path.join())
    if (!same) found.push({ path, code, limit: rule })
  }
  // That there is no such day is only worth saying of what is written like a day.
  return found.filter(
    (one) =>
      one.code !== 'date_parsing' ||
      !found.some((other) => other !== one && other.path.join() === one.path.join())
  )
}

/** @param {string} pointer */
const steps = (pointer) =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => decodeURI(part).replace(/~1/g, '/').replace(/~0/g, '~'))

/** @param {any} from @param {string[]} path */
const at = (from, path) => path.reduce((found, step) => found?.[step], from)

/**
 * The faults of what stands there, whether or not all is filled in: shown while somebody writes.
 * @param {Fault[]} all
 */
export const wrong = (all) => all.filter(({ code }) => !UNFINISHED.has(code))

/**
 * Faults by the key of their field.
 * @param {object} schema
 * @param {Record<string, any>} data
 * @returns {Map<string, Fault[]>}
 */
export function byField(schema, data) {
  /** @type {Map<string, Fault[]>} */
  const found = new Map()
  for (const fault of faults(schema, tidied(data)))
    found.set(fault.path[0], [...(found.get(fault.path[0]) ?? []), fault])
  return found
}
