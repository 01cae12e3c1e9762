import { date, instant, parts } from '../../../shared/format.js'

const DAY = 86_400_000
export const QUARTER = 15 * 60_000

/** The calendar day so many days from another, `YYYY-MM-DD`. @param {string} day @param {number} days */
export function plusDays(day, days) {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date) + days * DAY).toISOString().slice(0, 10)
}

/** Hours into the day, on the station's clock. @param {string | number} moment @param {string} day */
export function hourIn(moment, day) {
  const at = parts(moment)
  const [year, month, date] = day.split('-').map(Number)
  const apart = at.number - Date.UTC(year, month - 1, date) / DAY
  return apart * 24 + Number(at.hour) + Number(at.minute) / 60
}

/** The next quarter of an hour from now, or the morning of a later day. @param {string} day */
export function firstSlot(day) {
  if (day !== date(Date.now())) return Date.parse(instant(day, '09:00'))
  return Math.ceil(Date.now() / QUARTER) * QUARTER
}
