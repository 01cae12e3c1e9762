/** What the server takes off the ends of a text: its language's blanks, not this one's. */
const BLANK = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/ // eslint-disable-line no-control-regex

/** @param {string} text */
function stripped(text) {
  let from = 0
  let to = text.length
  while (from < to && BLANK.test(text[from])) from++
  while (to > from && BLANK.test(text[to - 1])) to--
  return text.slice(from, to)
}

/**
 * Data in the one form in which it is kept: texts in NFC without blanks at the ends, nothing empty.
 * @param {any} value
 * @returns {any}
 */
export function tidied(value) {
  if (typeof value === 'string') return stripped(value.normalize('NFC').replace(/\r\n/g, '\n'))
  if (Array.isArray(value)) return value.map(tidied)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, tidied(part)])
      .filter(([, part]) => part !== null && part !== undefined && part !== '')
  )
}
