import { computed, ref, watch } from 'vue'
import { api, call } from '../../../shared/api/client.js'
import { useThing } from '../../parts/rows.js'

/**
 * Which order is chosen, out of the list or on the board: the order as it is read, where it is booked, and by which of
 * its steps it could be placed.
 * @param {{ board: import('./board.js').BoardData, waiting: import('./waiting.js').Waiting }} parts
 */
export function useChoosing({ board: { booked }, waiting: { rows, nextAfter } }) {
  const chosenId = ref('')
  /** The day that is looked at stays; else the order brings its own along. */
  let dayStays = false

  /** In the list or on the map, wherever it belongs. @param {string} id */
  function choose(id) {
    dayStays = false
    chosenId.value = id
  }
  /** Where somebody looks already: under the hand, on the board, as the next that waits; no day moves away from under his eyes. @param {string} id */
  function takeUp(id) {
    dayStays = true
    chosenId.value = id
  }
  /** The next that waits, once this one is placed. @param {string} id */
  const chooseAfter = (id) => takeUp(nextAfter(id))

  /**
   * Something is always chosen while something waits, so that the first key does something. To be called when whoever
   * follows the choice is there: what is known already is chosen at once.
   */
  function keepOneChosen() {
    watch(rows, ([first]) => first && !chosenId.value && takeUp(first.id), { immediate: true })
  }

  const chosen = useThing(
    () => ['work-orders', chosenId.value],
    (signal) =>
      call(
        api.GET('/api/v1/work-orders/{id}', { params: { path: { id: chosenId.value } }, signal })
      ),
    { enabled: () => !!chosenId.value, keep: true }
  )
  const order = computed(() => {
    const one = /** @type {any} */ (chosen.data.value)
    return one?.id === chosenId.value ? one : null
  })
  /** The chosen order's place, if it has one: as the board shows it, or as the order tells while another day is looked at. */
  const placed = computed(() => {
    const shown = booked.value.find(
      (/** @type {any} */ one) => one.work_order_id === chosenId.value
    )
    const one = order.value
    if (shown || !one?.booking_id) return shown
    return {
      id: one.booking_id,
      kind: 'job',
      holder_id: one.engineer?.id,
      starts_at: one.starts_at,
      ends_at: one.ends_at,
      work_order_id: one.id,
      order_version: one.version,
      customer_name: one.customer_name,
    }
  })
  /** The step by which it gets its place, if it may get one. */
  const canAssign = computed(() =>
    ['move', 'assign', 'reassign']
      .map((action) => order.value?.offered.find((/** @type {any} */ one) => one.action === action))
      .find(Boolean)
  )

  return {
    chosenId,
    chosen,
    order,
    placed,
    canAssign,
    choose,
    takeUp,
    chooseAfter,
    keepOneChosen,
    dayStays: () => dayStays,
  }
}

/** @typedef {ReturnType<typeof useChoosing>} Choosing */
