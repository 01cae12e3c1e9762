import { computed, ref, watch } from 'vue'
import { api, call } from '../../../shared/api/client.js'
import { useRows } from '../../parts/rows.js'

export const STATES = /** @type {const} */ (['late', 'soon', 'ready', 'waiting'])
const SETTLE = 250

/**
 * The orders that wait for somebody, which may be narrowed by state and by words.
 * @param {import('./looking.js').Looking} looking
 */
export function useWaiting({ where, whereAt }) {
  const state = ref('')
  /** As they are typed, and as the server is asked: they settle first. */
  const words = ref('')
  const wordsAsked = ref('')
  let typing = 0
  watch(words, () => {
    clearTimeout(typing)
    typing = window.setTimeout(() => (wordsAsked.value = words.value.trim()), SETTLE)
  })

  const list = useRows(
    () => [
      'work-orders',
      'list',
      { unassigned: true, state: state.value, q: wordsAsked.value, at: whereAt.value },
    ],
    (cursor, signal) =>
      call(
        api.GET('/api/v1/dispatch/unassigned', {
          params: {
            query: {
              limit: 50,
              cursor,
              state: /** @type {any} */ (state.value || undefined),
              q: wordsAsked.value || undefined,
              ...where.value,
            },
          },
          signal,
        })
      ),
    { hold: false }
  )
  const { rows } = list
  const narrowed = computed(() => !!(state.value || wordsAsked.value))

  /** The one that takes its place when this one waits no more. @param {string} id */
  function nextAfter(id) {
    const rest = rows.value.filter((one) => one.id !== id)
    const at = rows.value.findIndex((one) => one.id === id)
    return rest[Math.min(at, rest.length - 1)]?.id ?? ''
  }

  return { state, words, narrowed, list, rows, nextAfter }
}

/** @typedef {ReturnType<typeof useWaiting>} Waiting */
