import { date } from '../../../shared/format.js'
import { dayOf } from './roster.js'

/**
 * What a person's day holds.
 * @typedef {{ shifts: any[], away: any[], jobs: number, seconds: number }} Cell jobs and the seconds that they take
 */

/** @type {Cell} */
export const EMPTY = { shifts: [], away: [], jobs: 0, seconds: 0 }

/** @param {string} person id @param {string} day */
export const key = (person, day) => `${person} ${day}`

/** The roster as cells by person and day; who has nothing on a day has no cell. @param {any} roster @returns {Map<string, Cell>} */
export function cellsOf(roster) {
  /** @type {Map<string, Cell>} */
  const found = new Map()
  const at = (/** @type {string} */ person, /** @type {string} */ day) => {
    const name = key(person, day)
    const cell = found.get(name) ?? { shifts: [], away: [], jobs: 0, seconds: 0 }
    found.set(name, cell)
    return cell
  }
  for (const one of roster.shifts) at(one.employee.id, dayOf(one)).shifts.push(one)
  for (const one of roster.away)
    for (const { day } of roster.days)
      if (date(one.starts_at) <= day && day <= date(Date.parse(one.ends_at) - 1))
        at(one.employee_id, day).away.push(one)
  for (const one of roster.held) {
    const cell = at(one.employee_id, date(one.starts_at))
    cell.jobs++
    cell.seconds += (Date.parse(one.blocked_to) - Date.parse(one.blocked_from)) / 1000
  }
  return found
}
