import { newKey, request } from '../../../shared/api/client.js'
import { t } from '../../../shared/i18n.js'
import { asProblem } from '../../../shared/problems.js'

/**
 * The last act taken back, by an act of its own: what was moved is moved back, what got its first place waits again.
 * @param {{ board: import('./board.js').BoardData, moving: import('./moving.js').Moving,
 *   outcome: import('./outcome.js').Outcome }} parts
 */
export function useUndoing({ board, moving, outcome }) {
  const { busy, told, refused, undoable, took } = outcome

  async function undo() {
    const last = undoable.value
    if (!last || busy.value) return
    if (!last.fresh) {
      const one = board.booked.value.find((/** @type {any} */ other) => other.id === last.bookingId)
      return void moving.settle(one, { ...last, reason: t('dispatch.undo_reason') }, last)
    }
    busy.value = true
    try {
      await request('POST', `/api/v1/work-orders/${last.orderId}/unassign`, {
        body: { reason: t('dispatch.undo_reason') },
        headers: { 'Idempotency-Key': newKey(), 'If-Match': `"${last.version}"` },
      })
      undoable.value = null
      told.value = t('dispatch.undone', { words: last.words, name: '', at: '' })
      void board.load()
      took()
    } catch (error) {
      refused.value = asProblem(error)
    } finally {
      busy.value = false
    }
  }

  return { undo }
}
