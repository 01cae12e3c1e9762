import { computed, nextTick, ref, watch } from 'vue'

/**
 * The cells of the grid that are chosen: one has the focus, and the choice widens from it over days and people.
 * @param {{ value: any[] }} people
 * @param {{ value: any[] }} days
 * @param {{ value: HTMLElement | null }} body in which the cell with the focus is `data-at="true"`
 */
export function useChoosing(people, days, body) {
  const at = ref({ row: 0, column: 0 })
  const anchor = ref({ row: 0, column: 0 })
  watch(
    () => [people.value.length, days.value.length],
    ([rows, columns]) => {
      for (const place of [at.value, anchor.value]) {
        place.row = Math.max(0, Math.min(place.row, rows - 1))
        place.column = Math.max(0, Math.min(place.column, columns - 1))
      }
    }
  )
  const box = computed(() => ({
    top: Math.min(at.value.row, anchor.value.row),
    bottom: Math.max(at.value.row, anchor.value.row),
    left: Math.min(at.value.column, anchor.value.column),
    right: Math.max(at.value.column, anchor.value.column),
  }))
  /** @param {number} row @param {number} column */
  const isAt = (row, column) => row === at.value.row && column === at.value.column
  /** @param {number} row @param {number} column */
  const isChosen = (row, column) =>
    row >= box.value.top &&
    row <= box.value.bottom &&
    column >= box.value.left &&
    column <= box.value.right
  const several = computed(
    () => box.value.top !== box.value.bottom || box.value.left !== box.value.right
  )
  const chosen = computed(() => ({
    people: people.value.slice(box.value.top, box.value.bottom + 1),
    days: days.value
      .slice(box.value.left, box.value.right + 1)
      .map((/** @type {any} */ one) => one.day),
  }))

  /** @param {number} row @param {number} column @param {boolean} [widen] */
  async function go(row, column, widen = false) {
    at.value = {
      row: Math.max(0, Math.min(row, people.value.length - 1)),
      column: Math.max(0, Math.min(column, days.value.length - 1)),
    }
    if (!widen) anchor.value = { ...at.value }
    await nextTick()
    const cell = body.value?.querySelector('[data-at="true"]')
    if (cell instanceof HTMLElement) cell.focus()
  }
  /** Widens the choice to here; the focus stays where it is. @param {number} row @param {number} column */
  function widenTo(row, column) {
    at.value = { row, column }
  }
  /** The focus came here by itself: what was chosen elsewhere is chosen no more. @param {number} row @param {number} column */
  function focused(row, column) {
    if (isAt(row, column)) return
    at.value = { row, column }
    anchor.value = { row, column }
  }

  return { at, isAt, isChosen, several, chosen, go, widenTo, focused }
}
