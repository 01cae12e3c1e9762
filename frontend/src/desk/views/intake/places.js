import { nextTick } from 'vue'

/** Where the hand goes on the page: to a part of it, or to what lacks. */

/** By what lacks, the id of the field or part that brings it. @type {Record<string, string>} */
const LACKS = {
  'intake.lacks_customer': 'intake-phone',
  'intake.lacks_words': 'intake-words',
  'intake.lacks_outcome': 'intake-outcomes',
  'intake.lacks_fault': 'intake-fault',
  'intake.lacks_answer': 'intake-answer',
  'intake.lacks_why': 'intake-why',
  'intake.lacks_contact': 'intake-customer',
  'intake.lacks_whom': 'intake-whom',
  'intake.lacks_statement': 'intake-statement',
  'intake.lacks_lines': 'intake-lines-0',
  'intake.lacks_consenter': 'intake-consenter',
}

/** To a field, or to the one that Tab reaches in a part of the page. @param {string} id */
export function focus(id) {
  const found = document.getElementById(id)
  const target = found?.matches('input, textarea, button, select')
    ? found
    : /** @type {HTMLElement | null} */ (
        found?.querySelector('[aria-checked="true"], [tabindex="0"], button, input') ?? null
      )
  target?.focus()
}

/** The same, once what has just changed stands. @param {string} id */
export async function toPart(id) {
  await nextTick()
  focus(id)
}

/** @param {string} lack message key */
export const toMissing = (lack) => focus(LACKS[lack])
