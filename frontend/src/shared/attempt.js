import { ref } from 'vue'
import { newKey } from './api/client.js'
import { asProblem } from './problems.js'

/**
 * One deed at a time: busy meanwhile, and the problem it ended with. `attempt` gives the deed its Idempotency-Key, which
 * stays the same until the server has answered, so that a deed whose answer was lost is not done twice (P5).
 */
export function useAttempt() {
  const busy = ref(false)
  const problem = ref(/** @type {import('./problems.js').Problem | null} */ (null))
  let key = newKey()

  /** @param {(key: string) => any} deed */
  async function attempt(deed) {
    if (busy.value) return
    busy.value = true
    problem.value = null
    try {
      await deed(key)
    } catch (error) {
      problem.value = asProblem(error)
      if (problem.value.status) key = newKey()
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, attempt }
}
