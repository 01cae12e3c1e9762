import { ref } from 'vue'
import { clock } from '../../../shared/format.js'
import { collision } from './axis.js'
import { QUARTER } from './day.js'
import { HEAD } from './sight.js'

/** So many pixels are a click that trembles, not a dragging. */
const STILL = 4
/** So near to an edge the grid scrolls along, by so much in a frame; in pixels. */
const EDGE = 28
const SCROLL = 10

/**
 * A booking is moved or resized by hand. While it is in the hand nothing is drawn anew: one layer follows the pointer,
 * snapped to quarters of an hour, and says where it would land; red where it would collide.
 * @param {{ box: import('vue').Ref<HTMLElement | null>, layer: import('vue').Ref<HTMLElement | null>,
 *   laying: import('./laying.js').Laying, sight: import('./sight.js').Sight }} parts
 * @param {{ pick: (one: any) => void, drop: (one: any, target: any) => void }} tell a click, and where it was let go
 */
export function useDragging({ box, layer, laying, sight: { hit } }, { pick, drop }) {
  const { axis, holders, bookingsOf, tall } = laying
  /** The booking whose block fades meanwhile. */
  const dragged = ref('')
  /** @type {any} */
  let held = null

  /** @param {PointerEvent} event @param {any} one @param {boolean} resize */
  function grab(event, one, resize) {
    if (event.button !== 0 || !one.moves) return
    const start = hit(event.clientX, event.clientY)
    if (!start) return
    event.stopPropagation()
    held = {
      one,
      resize,
      pointer: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      lastX: event.clientX,
      lastY: event.clientY,
      row: start.row,
      share: start.share,
      from: Date.parse(one.starts_at),
      to: Date.parse(one.ends_at),
      travel: one.travel_before_seconds * 1000,
      moved: false,
      frame: 0,
    }
  }

  /** @param {PointerEvent} event */
  function pull(event) {
    if (!held || event.pointerId !== held.pointer) return
    held.lastX = event.clientX
    held.lastY = event.clientY
    if (!held.moved && Math.hypot(held.lastX - held.x, held.lastY - held.y) < STILL) return
    if (!held.moved) {
      held.moved = true
      // Not the block: its row may scroll out of sight and cease to exist while it is in the hand.
      box.value?.setPointerCapture(event.pointerId)
      dragged.value = held.one.id
    }
    if (!held.frame) held.frame = requestAnimationFrame(draw)
  }

  /** One frame. */
  function draw() {
    if (!held) return
    held.frame = 0
    const view = box.value
    const over = hit(held.lastX, held.lastY)
    if (!view || !layer.value) return
    const at = view.getBoundingClientRect()
    if (held.lastY > at.bottom - EDGE) view.scrollTop += SCROLL
    else if (held.lastY < at.top + HEAD + 20) view.scrollTop -= SCROLL
    if (!over) {
      held.target = null
      layer.value.hidden = true
      return
    }
    const sameKind = over.holder.thing === (held.one.kind === 'use')
    const shift = axis.value.length(over.share - held.share)
    const startsAt = held.resize ? held.from : held.from + shift
    const endsAt = held.resize ? Math.max(held.from + QUARTER, held.to + shift) : held.to + shift
    const row = held.resize ? held.row : over.row
    const holder = holders.value[row]
    const clash = sameKind
      ? collision(bookingsOf(holder.id), held.one.id, startsAt, endsAt, held.travel)
      : held.one
    held.target = sameKind || held.resize ? { holderId: holder.id, startsAt, endsAt } : null
    const left = over.name + axis.value.at(startsAt) * over.wide
    const width = Math.max(12, (axis.value.at(endsAt) - axis.value.at(startsAt)) * over.wide)
    const style = layer.value.style
    layer.value.hidden = false
    style.transform = `translate(${left}px, ${row * tall.value + 4}px)`
    style.width = `${width}px`
    layer.value.classList.toggle('bad', !!clash)
    const words = `${clock(startsAt)}–${clock(endsAt)} ${holder.name}`
    if (layer.value.textContent !== words) layer.value.textContent = words
  }

  /** Nothing is in the hand any more. */
  function release() {
    held = null
    dragged.value = ''
    if (layer.value) layer.value.hidden = true
  }

  /** @param {PointerEvent} event */
  function letGo(event) {
    if (!held || event.pointerId !== held.pointer) return
    const { moved, one, frame } = held
    if (moved) {
      if (frame) cancelAnimationFrame(frame)
      draw()
    }
    const { target } = held
    release()
    if (!moved) pick(one)
    else if (
      target &&
      event.type === 'pointerup' &&
      (target.holderId !== one.holder_id ||
        target.startsAt !== Date.parse(one.starts_at) ||
        target.endsAt !== Date.parse(one.ends_at))
    )
      drop(one, target)
  }

  /** What lies in the hand goes back where it was. */
  function putBack() {
    if (!held) return false
    cancelAnimationFrame(held.frame)
    release()
    return true
  }

  return { dragged, grab, pull, letGo, putBack }
}
