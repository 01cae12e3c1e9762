import { computed } from 'vue'
import { clock, date, day as dayWords } from '../../../shared/format.js'
import { t } from '../../../shared/i18n.js'
import { now } from '../../../shared/now.js'
import { axisOf } from './axis.js'
import { shareOf } from './spans.js'

/** The same each time, so that a row without a booking is not drawn anew. @type {any[]} */
const NONE = []

/** The rows of a list by whose they are, each in its order. @param {any[]} all @param {(one: any) => string} of */
function byHolder(all, of) {
  /** @type {Map<string, any[]>} */
  const found = new Map()
  for (const one of all) {
    const row = found.get(of(one))
    if (row) row.push(one)
    else found.set(of(one), [one])
  }
  return found
}

/**
 * How the grid is laid out: time from left to right, below each other whoever can be booked, and what lies where.
 * @param {{ board: any, first: string, days: number, find: string, ghost: any }} props of `BoardGrid`
 */
export function useLaying(props) {
  const week = computed(() => props.days > 1)
  /** The height of a row, in pixels. */
  const tall = computed(() => (week.value ? 62 : 58))
  const axis = computed(() => axisOf(props.first, props.days, props.board.bookings))

  /** Whose rows there are: engineers, then vehicles and benches. */
  const holders = computed(() => {
    const all = [
      ...props.board.engineers.map((/** @type {any} */ one) => ({
        id: one.id,
        name: one.name,
        under: one.skills.join(' · '),
        thing: false,
      })),
      ...props.board.things.map((/** @type {any} */ one) => ({
        id: one.id,
        name: one.name,
        under: t(`dispatch.${one.kind}`),
        thing: true,
      })),
    ]
    const words = props.find.trim()
    return words ? all.filter((one) => (one.name + one.under).includes(words)) : all
  })

  const bookings = computed(() => byHolder(props.board.bookings, (one) => one.holder_id))
  /** @param {string} id */
  const bookingsOf = (id) => bookings.value.get(id) ?? NONE
  const shifts = computed(() => byHolder(props.board.shifts, (one) => one.employee_id))
  const worked = computed(() =>
    props.board.calendar.filter((/** @type {any} */ one) => one.kind === 'work')
  )
  /** When somebody of this row works: by the calendar; a rostered row has its own. @param {string} id */
  const openOf = (id) => shifts.value.get(id) ?? worked.value
  /** Which bookings are there though the place was taken, and why. */
  const flags = computed(
    () => new Map(props.board.overrides.map((/** @type {any} */ one) => [one.booking_id, one]))
  )

  const today = computed(() => date(now.value))
  /** Hours of the day, or days of the week. */
  const marks = computed(() => {
    if (week.value)
      return axis.value.dates.map((day, index) => ({
        key: day,
        words: `${dayWords(axis.value.starts[index] + 43_200_000)}`,
        style: shareOf(axis.value, index),
        today: day === today.value,
      }))
    return Array.from({ length: axis.value.to - axis.value.from }, (_, index) => {
      const hour = axis.value.from + index
      const from = axis.value.starts[0] + hour * 3_600_000
      return {
        key: String(hour),
        words: axis.value.to - axis.value.from > 12 && index % 2 ? '' : `${hour}:00`,
        style: axis.value.place(from, from + 3_600_000),
        today: false,
      }
    })
  })
  const breaks = computed(() =>
    props.board.calendar
      .filter((/** @type {any} */ one) => one.kind === 'break')
      .map((/** @type {any} */ one) => ({
        key: one.starts_at,
        style: axis.value.place(Date.parse(one.starts_at), Date.parse(one.ends_at)),
      }))
  )
  const nowLine = computed(() => {
    const at = axis.value.at(now.value)
    return at > 0 && at < 1 ? { left: `${at * 100}%` } : null
  })
  /** What is being placed, as it is drawn. */
  const ghost = computed(() => {
    if (!props.ghost) return null
    const { holderId, startsAt, seconds, words, fits } = props.ghost
    return {
      holderId,
      style: axis.value.place(startsAt, startsAt + seconds * 1000),
      words: `${clock(startsAt)} ${words}`,
      unfit: fits === false,
    }
  })

  return {
    week,
    tall,
    axis,
    holders,
    bookingsOf,
    openOf,
    flags,
    marks,
    breaks,
    nowLine,
    ghost,
  }
}

/** @typedef {ReturnType<typeof useLaying>} Laying */
