import { onMounted, onUnmounted, ref, shallowRef } from 'vue'
import { onFact } from '../../../shared/api/live.js'
import { asProblem } from '../../../shared/problems.js'

/**
 * Reads something and reads it again when a fact says that it changed, when the phone is looked at
 * again, and when the network is back. What was read stays on the screen meanwhile.
 * @template T
 * @param {() => Promise<T>} read
 * @param {(fact: import('../../../shared/contract').Fact) => boolean} concerns
 */
export function useLoading(read, concerns) {
  const data = shallowRef(/** @type {T | null} */ (null))
  const problem = shallowRef(
    /** @type {import('../../../shared/problems.js').Problem | null} */ (null)
  )
  const busy = ref(true)
  let turn = 0
  let waiting = 0

  async function load() {
    const mine = ++turn
    busy.value = true
    try {
      const found = await read()
      if (mine !== turn) return
      data.value = found
      problem.value = null
    } catch (error) {
      if (mine === turn) problem.value = asProblem(error)
    } finally {
      if (mine === turn) busy.value = false
    }
  }

  /** Several facts of one deed come together: one reading serves them all. */
  function soon() {
    clearTimeout(waiting)
    waiting = window.setTimeout(load, 150)
  }

  const look = () => document.visibilityState === 'visible' && soon()
  const stop = onFact((fact) => concerns(fact) && soon())
  onMounted(() => {
    void load()
    addEventListener('online', soon)
    document.addEventListener('visibilitychange', look)
  })
  onUnmounted(() => {
    stop()
    clearTimeout(waiting)
    removeEventListener('online', soon)
    document.removeEventListener('visibilitychange', look)
  })
  return { data, problem, busy, load, soon }
}
