import { ref } from 'vue'
import { newKey, request } from '../../../shared/api/client.js'
import { date, day as dayWords, range } from '../../../shared/format.js'
import { t } from '../../../shared/i18n.js'
import { asProblem } from '../../../shared/problems.js'

/** How long a booking lasts. @param {any} one */
const secondsOf = (one) => (Date.parse(one.ends_at) - Date.parse(one.starts_at)) / 1000

/**
 * What has its place gets another: moved by the hand, by keys or by the sheet's fields.
 * @param {{ board: import('./board.js').BoardData, choosing: import('./choosing.js').Choosing,
 *   placing: import('./placing.js').Placing, outcome: import('./outcome.js').Outcome }} parts
 */
export function useMoving({ board: { nameOf, refresh }, choosing: { order }, placing, outcome }) {
  const { busy, told, refused, override, undoable, took } = outcome
  /** The move that the sheet asks about. */
  const asking = ref(/** @type {any} */ (null))
  const askProblem = ref(/** @type {import('../../../shared/problems.js').Problem | null} */ (null))

  /**
   * One move, settled by the server: another time, engineer or length. What is refused goes back and says why; where a
   * reason is what lacks, or a manager's word, the sheet asks for it.
   * @param {any} one the booking @param {any} to @param {any} [undoing] what is being undone
   */
  async function settle(one, to, undoing) {
    if (!one || busy.value) return
    busy.value = true
    refused.value = null
    askProblem.value = null
    const former = {
      bookingId: one.id,
      holderId: one.holder_id,
      startsAt: Date.parse(one.starts_at),
      seconds: secondsOf(one),
      words: one.customer_name ?? one.note ?? '',
      /** The day on which it stands now. */
      day: date(to.startsAt),
    }
    const job = one.kind === 'job'
    try {
      await request(
        'POST',
        job ? `/api/v1/work-orders/${one.work_order_id}/move` : `/api/v1/bookings/${one.id}/move`,
        {
          body: {
            starts_at: new Date(to.startsAt).toISOString(),
            ...(job
              ? { employee_id: to.holderId, duration_minutes: Math.round(to.seconds / 60) }
              : {
                  bookable_resource_id: to.holderId,
                  ends_at: new Date(to.startsAt + to.seconds * 1000).toISOString(),
                }),
            ...(job && to.reason ? { reason: to.reason } : {}),
            ...(to.override ? { override_reason: to.override } : {}),
          },
          headers: {
            'Idempotency-Key': newKey(),
            'If-Match': `"${job ? one.order_version : one.version}"`,
          },
        }
      )
      asking.value = null
      override.value = ''
      undoable.value = undoing ? null : former
      told.value = t(undoing ? 'dispatch.undone' : 'dispatch.moved', {
        words: former.words,
        name: nameOf(to.holderId),
        at: `${dayWords(to.startsAt)} ${range(to.startsAt, to.startsAt + to.seconds * 1000)}`,
      })
      await refresh(one.id)
      took()
    } catch (error) {
      const problem = asProblem(error)
      told.value = t('dispatch.put_back', { why: problem.words })
      if (problem.slug === 'clash' || problem.field('reason')) {
        asking.value = { one, ...to, words: former.words }
        askProblem.value = problem
      } else refused.value = problem
      await refresh(one.id).catch(() => {})
      if (order.value && one.work_order_id === order.value.id) placing.reset()
    } finally {
      busy.value = false
    }
  }

  /** To where it was let go on the board. @param {any} one @param {any} target */
  function dropped(one, target) {
    void settle(one, {
      holderId: target.holderId,
      startsAt: target.startsAt,
      seconds: (target.endsAt - target.startsAt) / 1000,
    })
  }

  /** The sheet with its fields; what must stay is only chosen. @param {any} one */
  function openBooking(one) {
    if (!one.moves) return placing.pickBooking(one)
    askProblem.value = null
    asking.value = {
      one,
      holderId: one.holder_id,
      startsAt: Date.parse(one.starts_at),
      seconds: secondsOf(one),
      words: one.customer_name ?? one.note ?? '',
    }
  }

  return { asking, askProblem, settle, dropped, openBooking }
}

/** @typedef {ReturnType<typeof useMoving>} Moving */
