import { watch } from 'vue'
import { act, newKey } from '../../../shared/api/client.js'
import { asProblem } from '../../../shared/problems.js'
import { again } from './reading.js'
import { busy, draft, ended, problem } from './state.js'

/** How every act of a call is done: one after the other, each with the key of its intent. */

/** @type {Record<string, string>} one idempotency key for each intent */
const keys = {}
/** The acts of calls that run or wait for one that runs; none is done twice at a time. @type {Set<string>} */
const underWay = new Set()

/** @param {string} intent */
export const keyOf = (intent) => (keys[intent] ??= newKey())

/** From here on the same words are a new intent. */
export function forgetIntents() {
  for (const name of Object.keys(keys)) delete keys[name]
}

/** @param {string} href @param {object} body @param {string} intent */
export const post = (href, body, intent) =>
  act({ href, method: 'POST' }, body, { key: keyOf(intent) })

/** @param {string} what @param {() => Promise<void>} run */
export async function doing(what, run) {
  const mine = `${draft.key} ${what}`
  if (underWay.has(mine)) return
  underWay.add(mine)
  let [waited, running] = [false, false]
  try {
    // Who writes quickly asks for the next act while the one before is on its way: it follows, it is not dropped.
    while (busy.value) {
      waited = true
      await new Promise((resolve) => watch(busy, resolve, { once: true }))
    }
    // What was refused meanwhile is read first: nothing follows it by itself.
    if (ended.value || mine !== `${draft.key} ${what}` || (waited && problem.value)) return
    running = true
    busy.value = what
    problem.value = null
    await run()
  } catch (error) {
    problem.value = asProblem(error)
    // The server judged these tries; the next ones are new intents.
    if (problem.value.status) forgetIntents()
    if (problem.value.status === 412 && draft.caseId) await again()
  } finally {
    underWay.delete(mine)
    if (running && mine === `${draft.key} ${what}`) busy.value = ''
  }
}
