import { computed, ref, watch } from 'vue'
import { date } from '../../../shared/format.js'
import { monday } from './axis.js'
import { firstSlot, QUARTER } from './day.js'

const QUARTER_MINUTES = QUARTER / 60_000

/**
 * Where the chosen order would go: whose row, from when, how long. It begins where the order stands or was promised, and
 * is moved by the hand, by steps and by whom is chosen; nothing of it is settled before `assigning.js` asks the server.
 * @param {{ looking: import('./looking.js').Looking, board: import('./board.js').BoardData,
 *   choosing: import('./choosing.js').Choosing, outcome: import('./outcome.js').Outcome }} parts
 */
export function usePlacing({ looking, board: { people }, choosing, outcome: { refused } }) {
  const { day, view, first } = looking
  const { chosenId, order, placed, canAssign } = choosing
  const startsAt = ref(0)
  const employeeId = ref('')
  const minutes = ref(90)
  /** Whom the page itself proposed: he makes room for the next where he is not free, one who was chosen by hand stays. */
  const proposed = ref('')

  /** By whoever sits here, or by where the order stands. @param {string} id */
  function chooseBy(id) {
    proposed.value = ''
    employeeId.value = id
  }
  /** By the page itself. @param {string} id */
  function propose(id) {
    proposed.value = id
    employeeId.value = id
  }

  /** Back to where the order stands, or would stand. */
  function reset() {
    const one = order.value
    if (!one) return
    const at = placed.value
    minutes.value = Math.round((one.duration_seconds || 5400) / 60)
    refused.value = null
    if (at) {
      startsAt.value = Date.parse(at.starts_at)
      chooseBy(at.holder_id)
      return
    }
    // A promise that has passed cannot be kept any more: the soonest time is looked at instead.
    const promised = one.promised_at ? Date.parse(one.promised_at) : 0
    const ahead = promised > Date.now()
    if (view.value !== 'week' && !choosing.dayStays())
      day.value = date(ahead ? promised : Date.now())
    startsAt.value = ahead ? promised : firstSlot(date(Date.now()))
    chooseBy(one.engineer?.id ?? '')
  }

  /** The order that was taken up from the board: it stands there already, and steps may come before it is read. */
  let takenUp = ''
  watch(order, (one, before) => {
    if (!one) return
    const fresh = one.id !== before?.id
    if (fresh && takenUp === one.id) takenUp = ''
    else if (fresh || one.version !== before?.version) reset()
  })
  /** A job of the board is chosen: its order, where it stands. @param {any} one */
  function pickBooking(one) {
    if (!one.work_order_id) return
    if (chosenId.value !== one.work_order_id) takenUp = one.work_order_id
    refused.value = null
    choosing.takeUp(one.work_order_id)
    startsAt.value = Date.parse(one.starts_at)
    chooseBy(one.holder_id)
    minutes.value = Math.round((Date.parse(one.ends_at) - Date.parse(one.starts_at)) / 60_000)
  }

  /** To a free place that was pointed at. @param {string} holderId @param {number} moment */
  function place(holderId, moment) {
    if (
      !order.value ||
      !canAssign.value ||
      !people.value.some((/** @type {any} */ one) => one.id === holderId)
    )
      return
    startsAt.value = moment
    chooseBy(holderId)
  }
  /** Later or earlier; the day follows. @param {number} quarters */
  function shift(quarters) {
    if (!startsAt.value) return
    startsAt.value += quarters * QUARTER
    if (view.value !== 'week' || monday(date(startsAt.value)) !== first.value)
      day.value = date(startsAt.value)
  }
  /** To another engineer, in the order of the board. @param {number} step */
  function other(step) {
    const ids = people.value.map((/** @type {any} */ one) => one.id)
    if (!ids.length) return
    const at = ids.indexOf(employeeId.value)
    chooseBy(ids[(at + step + ids.length) % ids.length])
  }
  /** Longer or shorter. @param {number} quarters */
  function stretch(quarters) {
    minutes.value = Math.max(QUARTER_MINUTES, minutes.value + quarters * QUARTER_MINUTES)
  }

  /** Whether what is shown differs from what is booked. */
  const unsettled = computed(() => {
    const at = placed.value
    return (
      !at ||
      at.holder_id !== employeeId.value ||
      Date.parse(at.starts_at) !== startsAt.value ||
      Date.parse(at.ends_at) !== startsAt.value + minutes.value * 60_000
    )
  })
  const assignable = computed(
    () => !!canAssign.value && !!employeeId.value && (!placed.value || unsettled.value)
  )

  return {
    startsAt,
    employeeId,
    minutes,
    proposed,
    chooseBy,
    propose,
    reset,
    pickBooking,
    place,
    shift,
    other,
    stretch,
    unsettled,
    assignable,
  }
}

/** @typedef {ReturnType<typeof usePlacing>} Placing */
