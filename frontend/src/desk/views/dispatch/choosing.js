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
  /** What was chosen by the page itself, as the next that waits, moves no day away from under the eyes. */
  let byItself = false

  /** By whoever sits here. @param {string} id */
  function choose(id) {
    byItself = false
    chosenId.value = id
  }
  /** By where it lies under the hand: it says nothing of who chose before. @param {string} id */
  function takeUp(id) {
    chosenId.value = id
  }
  /** By the page itself. @param {string} id */
  function follow(id) {
    byItself = true
    chosenId.value = id
  }
  /** The next that waits, once this one is placed. @param {string} id */
  const chooseAfter = (id) => follow(nextAfter(id))

  /**
   * Something is always chosen while something waits, so that the first key does something. To be called when whoever
   * follows the choice is there: what is known already is chosen at once.
   */
  function keepOneChosen() {
    watch(rows, ([first]) => first && !chosenId.value && follow(first.id), { immediate: true })
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
  /** The chosen order's place on the board, if it has one. */
  const placed = computed(() =>
    booked.value.find((/** @type {any} */ one) => one.work_order_id === chosenId.value)
  )
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
    byItself: () => byItself,
  }
}

/** @typedef {ReturnType<typeof useChoosing>} Choosing */
