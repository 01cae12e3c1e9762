import { onMounted, onUnmounted, ref, shallowRef, watch } from 'vue'
import { live, onFact } from '../../../shared/api/live.js'
import { asProblem, NO_CONNECTION, NOT_OURS } from '../../../shared/problems.js'

/**
 * Reads something and reads it again when a fact says that it changed, when the phone is looked at
 * again, and when the network or the live line is back. What was read stays on the screen
 * meanwhile: `readAt` says of when it is, and a line that is down is no fault of the page.
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
  const readAt = ref(0)
  let turn = 0
  let waiting = 0

  async function load() {
    const mine = ++turn
    busy.value = true
    try {
      const found = await read()
      if (mine !== turn) return
      take(found)
    } catch (error) {
      if (mine !== turn) return
      const refused = asProblem(error)
      const noLine = [NO_CONNECTION, NOT_OURS].includes(refused.slug)
      problem.value = noLine && data.value ? null : refused
    } finally {
      if (mine === turn) busy.value = false
    }
  }

  /** Something as just answered by the server, read or done. @param {T} found */
  function take(found) {
    data.value = found
    problem.value = null
    readAt.value = Date.now()
  }

  /** Several facts of one deed come together: one reading serves them all. */
  function soon() {
    clearTimeout(waiting)
    waiting = window.setTimeout(load, 150)
  }

  const look = () => document.visibilityState === 'visible' && soon()
  const stop = onFact((fact) => concerns(fact) && soon())
  watch(
    () => live.state,
    (state, before) => state === 'live' && before === 'stale' && soon()
  )
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
  return { data, problem, busy, readAt, load, take }
}
