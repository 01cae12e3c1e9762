import { ref } from 'vue'
import { useQueryClient } from '@tanstack/vue-query'

/**
 * What comes of the acts at the board, whichever it was: one runs at a time, says what it did or why it was refused, and
 * the last one can be undone.
 */
export function useOutcome() {
  const client = useQueryClient()
  const busy = ref(false)
  const told = ref('')
  const refused = ref(/** @type {import('../../../shared/problems.js').Problem | null} */ (null))
  /** Why a taken place is given all the same. */
  const override = ref('')
  /** What was done last, as `undoing.js` needs it. */
  const undoable = ref(/** @type {any} */ (null))

  /** Orders stand differently now: whatever shows them is read anew. */
  function took() {
    void client.invalidateQueries({ queryKey: ['work-orders'] })
  }

  return { busy, told, refused, override, undoable, took }
}

/** @typedef {ReturnType<typeof useOutcome>} Outcome */
