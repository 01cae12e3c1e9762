import { ref } from 'vue'
import { dayOf } from './roster.js'

/**
 * The mouse in the grid: it chooses by dragging over cells, opens a shift by a second press, and moves one by dragging it.
 * @param {ReturnType<typeof import('./choosing.js').useChoosing>} choosing
 * @param {object} acts
 * @param {(id: string | undefined) => void} acts.open a shift
 * @param {(shift: any, person: any, day: string) => void} acts.move
 */
export function usePointing(choosing, { open, move }) {
  let sweeping = false
  /** Whether the press only took the cell: the next one on a shift in it opens the shift. A finger opens at once. */
  let took = false
  /** @param {PointerEvent} event @param {number} row @param {number} column */
  function press(event, row, column) {
    if (event.button !== 0) return
    const onShift = event.target instanceof HTMLElement && !!event.target.closest('.shift')
    took = document.activeElement !== event.currentTarget || event.shiftKey
    sweeping = event.pointerType === 'mouse' && !onShift
    if (took || !onShift) void choosing.go(row, column, event.shiftKey)
  }
  /** @param {MouseEvent} event @param {number} row @param {number} column */
  function click(event, row, column) {
    const shift = event.target instanceof HTMLElement ? event.target.closest('[data-shift]') : null
    if (!(shift instanceof HTMLElement)) return
    const fresh = took
    took = false
    if (fresh && !event.shiftKey && /** @type {any} */ (event).pointerType !== 'touch') return
    void choosing.go(row, column)
    open(shift.dataset.shift)
  }
  /** @param {number} row @param {number} column */
  function over(row, column) {
    if (sweeping) choosing.widenTo(row, column)
  }
  function letGo() {
    sweeping = false
  }

  const dragged = ref(/** @type {any} */ (null))
  /** The cell that the shift would fall into. */
  const target = ref('')
  /** @param {DragEvent} event @param {any} shift */
  function lift(event, shift) {
    dragged.value = shift
    event.dataTransfer?.setData('text/plain', shift.id)
  }
  /** @param {any} person @param {any} day */
  function drop(person, day) {
    const shift = dragged.value
    dragged.value = null
    target.value = ''
    if (shift && (shift.employee.id !== person.id || dayOf(shift) !== day.day))
      move(shift, person, day.day)
  }

  return { press, click, over, letGo, target, lift, drop }
}
