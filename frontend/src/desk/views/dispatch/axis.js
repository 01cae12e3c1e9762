import { instant } from '../../../shared/format.js'
import { hourIn, plusDays, QUARTER } from './day.js'

/**
 * Time across the board: so many days side by side, of each only the hours that matter, so that a week
 * has room for its jobs. What lies in the night is drawn at the day's edge. Places are shares of the width.
 */
export class Axis {
  /** @param {string} first day @param {number} days @param {number} from hour @param {number} to hour */
  constructor(first, days, from, to) {
    this.first = first
    this.days = days
    this.from = from
    this.to = to
    this.dates = Array.from({ length: days }, (_, index) => plusDays(first, index))
    /** Midnights in ms; most places are asked within a day that is known. */
    this.starts = this.dates.map((day) => Date.parse(instant(day, '00:00')))
    this.end = Date.parse(instant(plusDays(first, days), '00:00'))
  }

  /** Where a moment lies, 0 to 1. @param {number} ms */
  at(ms) {
    if (ms <= this.starts[0]) return 0
    if (ms >= this.end) return 1
    let index = this.days - 1
    while (this.starts[index] > ms) index--
    const share = ((ms - this.starts[index]) / 3_600_000 - this.from) / (this.to - this.from)
    return (index + Math.max(0, Math.min(1, share))) / this.days
  }

  /** Which moment lies there, to the quarter. @param {number} share */
  moment(share) {
    const place = Math.max(0, Math.min(this.days - 1e-6, share * this.days))
    const index = Math.floor(place)
    const hours = this.from + (place - index) * (this.to - this.from)
    return this.starts[index] + Math.round((hours * 3_600_000) / QUARTER) * QUARTER
  }

  /** A share of the width as time, for moving and resizing. @param {number} share */
  length(share) {
    const hours = share * this.days * (this.to - this.from)
    return Math.round((hours * 3_600_000) / QUARTER) * QUARTER
  }

  /** @param {number} from @param {number} to ms */
  place(from, to) {
    const left = this.at(from)
    return { left: `${left * 100}%`, width: `${(this.at(to) - left) * 100}%` }
  }
}

/** The hours that matter: the working day, widened by what is booked outside of it. @param {string} first @param {number} days @param {any[]} bookings */
export function axisOf(first, days, bookings) {
  let [from, to] = days > 1 ? [7, 20] : [8, 18]
  if (days === 1)
    for (const one of bookings) {
      if (one.kind === 'leave') continue
      const starts = hourIn(one.starts_at, first)
      const ends = hourIn(one.ends_at, first)
      if (starts >= 0) from = Math.min(from, Math.floor(starts))
      if (ends <= 24) to = Math.max(to, Math.ceil(ends))
    }
  return new Axis(first, days, Math.max(0, from), Math.min(24, to))
}

/** The Monday of the week. @param {string} day */
export function monday(day) {
  const [year, month, of] = day.split('-').map(Number)
  return plusDays(day, -((new Date(Date.UTC(year, month - 1, of)).getUTCDay() + 6) % 7))
}

/** With what a span in a row would collide, travel included; the server has the last word. @param {any[]} row @param {string} but @param {number} from @param {number} to @param {number} travel ms */
export function collision(row, but, from, to, travel) {
  return row.find(
    (one) =>
      one.id !== but &&
      Date.parse(one.starts_at) - one.travel_before_seconds * 1000 < to &&
      Date.parse(one.ends_at) + one.travel_after_seconds * 1000 > from - travel
  )
}
