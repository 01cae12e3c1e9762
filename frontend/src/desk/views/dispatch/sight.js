import { computed, nextTick, onMounted, onUnmounted, ref, watch } from 'vue'

/** The height of the grid's head, in pixels. */
export const HEAD = 34
/** The width of the names, where there is no head to measure. */
const NAME = 132
/** So many rows beyond the edges are drawn, so that scrolling shows no gaps. */
const SPARE = 3

/**
 * What of the grid is in sight: which rows are drawn, what lies under the pointer, and how a row is brought into sight.
 * @param {{ box: import('vue').Ref<HTMLElement | null>, laying: import('./laying.js').Laying }} parts
 *   `box` is what scrolls
 */
export function useSight({ box, laying: { axis, holders, tall, ghost } }) {
  const top = ref(0)
  const height = ref(600)
  function scrolled() {
    top.value = box.value?.scrollTop ?? 0
  }

  /** @type {ResizeObserver | null} */
  let sizes = null
  onMounted(() => {
    sizes = new ResizeObserver(() => (height.value = box.value?.clientHeight ?? 600))
    if (box.value) sizes.observe(box.value)
  })
  onUnmounted(() => sizes?.disconnect())

  const first = computed(() => Math.max(0, Math.floor(top.value / tall.value) - SPARE))
  const last = computed(() =>
    Math.min(holders.value.length, Math.ceil((top.value + height.value) / tall.value) + SPARE)
  )
  /** The rows that are drawn, with how many stand above each. */
  const rows = computed(() =>
    holders.value
      .slice(first.value, last.value)
      .map((holder, index) => ({ holder, at: first.value + index }))
  )

  /** Which row and time lie under the pointer. @param {number} x @param {number} y */
  function hit(x, y) {
    const view = box.value
    if (!view) return null
    const at = view.getBoundingClientRect()
    const name = /** @type {HTMLElement} */ (view.querySelector('.head .name'))?.offsetWidth ?? NAME
    const wide = view.scrollWidth - name
    const row = Math.floor((y - at.top - HEAD + view.scrollTop) / tall.value)
    const share = (x - at.left + view.scrollLeft - name) / wide
    if (y < at.top || y > at.bottom || x < at.left || x > at.right) return null
    const holder = holders.value[row]
    return holder ? { holder, row, share, wide, name, moment: axis.value.moment(share) } : null
  }

  /** Brings a row into sight. @param {string} holderId */
  async function show(holderId) {
    const at = holders.value.findIndex((one) => one.id === holderId)
    const view = box.value
    if (at < 0 || !view) return
    const from = at * tall.value
    if (from < view.scrollTop) view.scrollTop = from
    else if (from + tall.value > view.scrollTop + view.clientHeight - HEAD)
      view.scrollTop = from + tall.value - view.clientHeight + HEAD
    top.value = view.scrollTop
    await nextTick()
  }
  watch(
    () => ghost.value?.holderId,
    (id) => id && void show(id)
  )

  return { rows, scrolled, hit, show }
}

/** @typedef {ReturnType<typeof useSight>} Sight */
