import { ref, shallowRef } from 'vue'
import { t } from '../../../shared/i18n.js'
import { localProblem, asProblem } from '../../../shared/problems.js'
import { draftId } from '../../store/drafts.js'
import { record } from '../../store/outbox.js'
import { remember } from './news.js'
import { vanHere } from './parts.js'
import { short } from './words.js'

/** @typedef {import('../../../shared/contract').Offered} Offered */
/** @typedef {import('../../../shared/problems.js').Problem} Problem */

/** The same place of the thumb holds the next step: a second tap of the same push must not fall on it. */
const SETTLE_MS = 500

/**
 * One deed of the engineer: recorded on this phone with the phone's own time (D41), and sent from there.
 * It counts as done when it is on the disk.
 * @param {(action: string) => void} done
 */
export function useDeed(done) {
  const busy = ref(false)
  const problem = shallowRef(/** @type {Problem | null} */ (null))

  /**
   * @param {any} order
   * @param {Offered} offered
   * @param {Record<string, any>} [values]
   */
  async function carryOut(order, offered, values = {}) {
    if (busy.value) return
    busy.value = true
    problem.value = null
    try {
      const refused = refusal(order, offered, values)
      if (refused) throw refused
      await record({
        job: order.id,
        action: offered.action,
        label: told(offered, values),
        title: short(order.customer_name),
        method: offered.method,
        href: offered.href,
        body: given(values),
        draft: draftId(order.id, offered.action),
      })
      remember(order.id, offered.action)
      done(offered.action)
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    } catch (error) {
      problem.value = asProblem(error)
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, carryOut }
}

/**
 * What the server is certain to refuse is said at once: it cannot be asked in a basement, and a job that
 * waits for an answer of tomorrow is no help (R76, R112).
 * @param {any} order @param {Offered} offered @param {Record<string, any>} values
 */
function refusal(order, offered, values) {
  if (offered.action !== 'complete') return null
  if (values.test_passed === false) {
    const problem = localProblem('test-failed', 409)
    problem.offered = order.offered.filter((/** @type {Offered} */ one) =>
      ['second-visit', 'escalate'].includes(one.action)
    )
    return problem
  }
  return values.instructed === false ? localProblem('not-instructed', 409) : null
}

/** What the account of the day calls it. @param {Offered} offered @param {Record<string, any>} values */
function told(offered, values) {
  if (offered.action !== 'use-part') return offered.label
  const part = vanHere().find((/** @type {any} */ one) => one.part_id === values.part_id)
  return t('sync.part_used', { part: part?.name ?? offered.label, n: values.quantity ?? 1 })
}

/** @param {Record<string, any>} values */
const given = (values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
