import { computed, onUnmounted, ref, shallowRef, watch } from 'vue'
import { api, call } from '../../../shared/api/client.js'
import { onFact } from '../../../shared/api/live.js'
import { asProblem } from '../../../shared/problems.js'

const SETTLE = 250
const ONE_BY_ONE = 6

/**
 * The board's data. It is read as a whole once, and then each live change costs one row: what the stream
 * names is asked for by itself; many at once, and whatever changes people's time, is read anew.
 * @param {() => { first: string, days: number, where?: { station_id?: string, region_id?: string } }} wanted
 */
export function useBoard(wanted) {
  const board = shallowRef(/** @type {any} */ (null))
  const problem = ref(/** @type {import('../../../shared/problems.js').Problem | null} */ (null))
  const pending = ref(true)
  let turn = 0

  /** @param {string} [bookingId] @param {ReturnType<typeof wanted>} [span] */
  const read = (bookingId, { first, days, where } = wanted()) => {
    const query = { from: first, days, ...where, ...(bookingId ? { booking_id: bookingId } : {}) }
    return call(api.GET('/api/v1/dispatch/board', { params: { query } }))
  }

  async function load() {
    const mine = ++turn
    pending.value = true
    try {
      const found = await read()
      if (mine !== turn) return
      board.value = found
      problem.value = null
    } catch (error) {
      if (mine === turn) problem.value = asProblem(error)
    } finally {
      if (mine === turn) pending.value = false
    }
  }

  /** One row as it now stands. @param {string} id */
  async function refresh(id) {
    const mine = turn
    const found = /** @type {any} */ (await read(id))
    const now = board.value
    if (mine !== turn || !now) return
    board.value = {
      ...now,
      bookings: [
        ...now.bookings.filter((/** @type {any} */ one) => one.id !== id),
        ...found.bookings,
      ],
      overrides: [
        ...now.overrides.filter((/** @type {any} */ one) => one.booking_id !== id),
        ...found.overrides,
      ],
      unassigned: found.unassigned,
    }
  }

  /** One row, whatever is looked at: as it is shown, else it is asked for by its day. @param {string} id @param {string} day */
  async function find(id, day) {
    const shown = board.value?.bookings.find((/** @type {any} */ one) => one.id === id)
    if (shown) return shown
    const found = /** @type {any} */ (await read(id, { first: day, days: 1 }))
    return found.bookings[0] ?? null
  }

  const touched = new Set()
  let timer = 0
  function settle() {
    const ids = [...touched]
    touched.clear()
    timer = 0
    if (ids.length > ONE_BY_ONE || ids.includes('all')) void load()
    else for (const id of ids) refresh(id).catch(() => void load())
  }
  const stop = onFact((/** @type {any} */ fact) => {
    if (fact.subject === 'booking') touched.add(fact.subject_id)
    else if (fact.subject === 'work_order') {
      const id = board.value?.bookings.find(
        (/** @type {any} */ one) => one.work_order_id === fact.subject_id
      )?.id
      if (id) touched.add(id)
    } else if (['shift', 'leave_request', 'bookable_resource'].includes(fact.subject))
      touched.add('all')
    if (touched.size && !timer) timer = window.setTimeout(settle, SETTLE)
  })
  onUnmounted(() => {
    stop?.()
    clearTimeout(timer)
  })
  watch(() => JSON.stringify(wanted()), load, { immediate: true })

  const booked = computed(() => board.value?.bookings ?? [])
  const people = computed(() => board.value?.engineers ?? [])
  const things = computed(() => board.value?.things ?? [])
  /** How many orders wait, and in which state. */
  const counts = computed(
    () => board.value?.unassigned ?? { total: 0, late: 0, soon: 0, ready: 0, waiting: 0 }
  )
  /** Whose row it is. @param {string} id */
  const nameOf = (id) =>
    [...people.value, ...things.value].find((/** @type {any} */ one) => one.id === id)?.name ?? ''

  return { board, booked, people, things, counts, nameOf, problem, pending, load, refresh, find }
}

/** @typedef {ReturnType<typeof useBoard>} BoardData */
