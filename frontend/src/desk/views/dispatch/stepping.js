/** What keys do to a job: in time, in length, to another row; settled or put back. */
const STEPS = {
  ArrowLeft: ['time', -1],
  ArrowRight: ['time', 1],
  'Shift+ArrowLeft': ['time', -4],
  'Shift+ArrowRight': ['time', 4],
  'Alt+Shift+ArrowLeft': ['size', -1],
  'Alt+Shift+ArrowRight': ['size', 1],
  'Alt+ArrowUp': ['row', -1],
  'Alt+ArrowDown': ['row', 1],
  Enter: ['enter', 0],
  Escape: ['back', 0],
}

/**
 * The keys of a focused job in the grid: they do whatever the pointer does, and walk from row to row.
 * @param {{ box: import('vue').Ref<HTMLElement | null>, laying: import('./laying.js').Laying,
 *   sight: import('./sight.js').Sight, putBack: () => boolean }} parts
 * @param {{ moves: (one: any) => boolean, open: (one: any) => void,
 *   step: (one: any, what: string, steps: number) => void }} tell `moves`: it is this one that Enter would settle
 */
export function useStepping({ box, laying, sight, putBack }, { moves, open, step }) {
  const { holders, bookingsOf } = laying

  /** @param {KeyboardEvent} event @param {any} one */
  function onKey(event, one) {
    if (event.isComposing) return
    if (event.key === 'Escape' && putBack()) return event.stopPropagation()
    const combo = (event.altKey ? 'Alt+' : '') + (event.shiftKey ? 'Shift+' : '') + event.key
    const found = STEPS[/** @type {keyof typeof STEPS} */ (combo)]
    if (!found && (combo === 'ArrowUp' || combo === 'ArrowDown')) {
      event.preventDefault()
      event.stopPropagation()
      return void walk(one, combo === 'ArrowDown' ? 1 : -1)
    }
    if (!found) return
    event.preventDefault()
    event.stopPropagation()
    const [what, steps] = /** @type {[string, number]} */ (found)
    if (what === 'enter' && !moves(one)) return open(one)
    step(one, what, steps)
  }

  /** To the nearest job of the next row that has one. @param {any} one @param {number} way */
  async function walk(one, way) {
    let at = holders.value.findIndex((holder) => holder.id === one.holder_id) + way
    const from = Date.parse(one.starts_at)
    for (; at >= 0 && at < holders.value.length; at += way) {
      const own = bookingsOf(holders.value[at].id)
      if (!own.length) continue
      const next = own.reduce((best, other) =>
        Math.abs(Date.parse(other.starts_at) - from) < Math.abs(Date.parse(best.starts_at) - from)
          ? other
          : best
      )
      await sight.show(next.holder_id)
      const button = box.value?.querySelector(`[data-booking="${next.id}"]`)
      if (button instanceof HTMLElement) button.focus({ preventScroll: true })
      return
    }
  }

  return { onKey }
}
