import { computed } from 'vue'
import { api, call } from '../../../shared/api/client.js'
import { useRows } from '../../parts/rows.js'

/** Leave and swaps that wait for a manager's word. @param {boolean} decides whether this is one */
export function useDeciding(decides) {
  const leave = useRows(
    () => ['leave-requests', 'list', 'waiting'],
    (cursor, signal) =>
      call(
        api.GET('/api/v1/leave-requests', {
          params: { query: { status: 'asked', limit: 50, cursor } },
          signal,
        })
      ),
    { hold: false, enabled: () => decides }
  )
  const swaps = useRows(
    () => ['shift-swaps', 'list', 'waiting'],
    (cursor, signal) =>
      call(
        api.GET('/api/v1/shift-swaps', {
          params: { query: { status: 'agreed', limit: 50, cursor } },
          signal,
        })
      ),
    { hold: false, enabled: () => decides }
  )
  const waiting = computed(() => leave.rows.value.length + swaps.rows.value.length)
  return { leave, swaps, waiting }
}
