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

  /** What was moved, from wherever it stands, whatever day is looked at. @param {any} last */
  async function moveBack(last) {
    try {
      const one = await board.find(last.bookingId, last.day)
      if (undoable.value !== last) return
      // Whoever took it off the board left nothing to be undone.
      if (!one) undoable.value = null
      else await moving.settle(one, { ...last, reason: t('dispatch.undo_reason') }, last)
    } catch (error) {
      refused.value = asProblem(error)
    }
  }

  async function undo() {
    const last = undoable.value
    if (!last || busy.value) return
    if (!last.fresh) return moveBack(last)
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
