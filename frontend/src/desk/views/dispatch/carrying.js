import { day as dayWords, range } from '../../../shared/format.js'
import { t } from '../../../shared/i18n.js'

/** So many pixels are a click that trembles, not a carrying. */
const STILL = 6

/**
 * An order is carried to its place: out of the list onto the board by hand, on the board by keys.
 * @param {{ board: import('./board.js').BoardData, choosing: import('./choosing.js').Choosing,
 *   placing: import('./placing.js').Placing, outcome: import('./outcome.js').Outcome, assign: () => Promise<void>,
 *   hit: (x: number, y: number) => any }} parts `hit` tells which row and time of the board lie under the hand
 */
export function useCarrying({ board, choosing, placing, outcome, assign, hit }) {
  const { chosenId, order } = choosing
  const { startsAt, employeeId, minutes } = placing
  const { told } = outcome
  /** @type {any} */
  let carried = null

  /** @param {PointerEvent} event @param {any} one */
  function carry(event, one) {
    if (event.button !== 0 || event.pointerType === 'touch') return
    carried = { id: one.id, x: event.clientX, y: event.clientY, moved: false }
  }
  /** @param {PointerEvent} event */
  function carrying(event) {
    if (!carried) return
    const far = Math.hypot(event.clientX - carried.x, event.clientY - carried.y)
    if (!carried.moved && far < STILL) return
    if (!carried.moved) {
      carried.moved = true
      choosing.takeUp(carried.id)
      const target = /** @type {HTMLElement} */ (event.currentTarget)
      target.setPointerCapture(event.pointerId)
    }
    const over = hit(event.clientX, event.clientY)
    carried.over = over && !over.holder.thing
    if (!carried.over || order.value?.id !== carried.id) return
    if (over.moment !== startsAt.value) startsAt.value = over.moment
    if (over.holder.id !== employeeId.value) placing.chooseBy(over.holder.id)
  }
  function putDown() {
    const was = carried
    carried = null
    if (was?.moved && was.over && order.value?.id === was.id) void assign()
  }
  function letFall() {
    carried = null
  }

  /**
   * What keys do to a focused job: it is taken up, moved in steps, settled or put back.
   * @param {any} one @param {string} what @param {number} steps
   */
  function keyed(one, what, steps) {
    if (!one.moves || one.kind !== 'job') return
    if (what === 'back') {
      placing.pickBooking(one)
      told.value = t('dispatch.back_again')
      return
    }
    if (chosenId.value !== one.work_order_id) placing.pickBooking(one)
    if (what === 'enter') return void assign()
    if (what === 'time') placing.shift(steps)
    if (what === 'row') placing.other(steps)
    if (what === 'size') placing.stretch(steps)
    told.value = t('dispatch.would_be', {
      words: one.customer_name ?? '',
      name: board.nameOf(employeeId.value),
      at: `${dayWords(startsAt.value)} ${range(startsAt.value, startsAt.value + minutes.value * 60_000)}`,
    })
  }

  return { carry, carrying, putDown, letFall, keyed }
}
