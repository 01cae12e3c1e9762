import { watch } from 'vue'
import { act, newKey } from '../../../shared/api/client.js'
import { asProblem } from '../../../shared/problems.js'
import { Gone, mine } from './mine.js'
import { again } from './reading.js'
import { busy, draft, ended, problem } from './state.js'

/** How every act of a call is done: one after the other, each with the key of its intent. */

/** The acts of calls that run or wait for one that runs; none is done twice at a time. @type {Set<string>} */
const underWay = new Set()

/** @param {string} intent */
export const keyOf = (intent) => (draft.keys[intent] ??= newKey())

/** From here on the same words are a new intent. */
export function forgetIntents() {
  draft.keys = {}
}

/** @param {string} href @param {object} body @param {string} intent */
export const post = (href, body, intent) =>
  mine(act({ href, method: 'POST' }, body, { key: keyOf(intent) }))

/**
 * @param {string} what
 * @param {() => Promise<void>} run
 * @returns {Promise<boolean>} whether it was done, and its call still stands on the screen
 */
export async function doing(what, run) {
  const deed = `${draft.key} ${what}`
  if (underWay.has(deed)) return false
  underWay.add(deed)
  let [waited, running] = [false, false]
  try {
    // Who writes quickly asks for the next act while the one before is on its way: it follows, it is not dropped.
    while (busy.value) {
      waited = true
      await new Promise((resolve) => watch(busy, resolve, { once: true }))
    }
    // What was refused meanwhile is read first: nothing follows it by itself.
    if (ended.value || deed !== `${draft.key} ${what}` || (waited && problem.value)) return false
    running = true
    busy.value = what
    problem.value = null
    await run()
    return true
  } catch (error) {
    if (error instanceof Gone) return false
    problem.value = asProblem(error)
    // The server judged these tries; the next ones are new intents.
    if (problem.value.status) forgetIntents()
    if (problem.value.status === 412 && draft.caseId) await again()
    return false
  } finally {
    underWay.delete(deed)
    if (running && deed === `${draft.key} ${what}`) busy.value = ''
  }
}
