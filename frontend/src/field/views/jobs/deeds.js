import { ref, shallowRef } from 'vue'
import { act, newKey } from '../../../shared/api/client.js'
import { asProblem } from '../../../shared/problems.js'
import { remember } from './news.js'

/** @typedef {import('../../../shared/contract').Offered} Offered */
/** @typedef {import('../../../shared/problems.js').Problem} Problem */

/** The same place of the thumb holds the next step: a second tap of the same push must not fall on it. */
const SETTLE_MS = 500

/**
 * One deed of the engineer: sent once, with the phone's own time (D41). A deed whose answer was
 * lost goes out again as it was, key and time with it, so that it cannot happen twice.
 * @param {(changed: any, action: string) => void} done
 * @param {() => Promise<void>} load reads the job again when the server says it has moved on
 */
export function useDeed(done, load) {
  const busy = ref(false)
  const problem = shallowRef(/** @type {Problem | null} */ (null))
  /** @type {{ of: string, key: string, body: Record<string, any> } | null} */
  let attempt = null

  /**
   * @param {string} id the job
   * @param {Offered} offered
   * @param {Record<string, any>} [values]
   */
  async function carryOut(id, offered, values = {}) {
    if (busy.value) return
    busy.value = true
    problem.value = null
    const of = JSON.stringify([offered.href, values])
    if (attempt?.of !== of) attempt = { of, key: newKey(), body: bodyOf(values) }
    try {
      const changed = await act(offered, attempt.body, { key: attempt.key })
      attempt = null
      remember(id, offered.action)
      done(changed, offered.action)
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    } catch (error) {
      const refused = asProblem(error)
      if (refused.status && refused.status < 500) attempt = null
      if (refused.status === 409) await load()
      problem.value = refused
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, carryOut }
}

/** @param {Record<string, any>} values */
function bodyOf(values) {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== '')
  return { ...Object.fromEntries(given), occurred_at: new Date().toISOString() }
}
