import { db, readMeta, writeMeta } from './database.js'

/**
 * The phone's clock may lie (P11): it orders nothing and refuses nothing. What it is used for, the
 * lock and the 72 hours, is judged here: only a plausible clock may shut the store for good, and a
 * jump locks, it never wipes.
 *
 * @typedef {'plain' | 'jumped' | 'away' | 'overdue'} Verdict
 */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Back by more than this is no drift. */
const BACK = 2 * MINUTE
/** No phone that is worked with sleeps this long between two looks. */
const IMPLAUSIBLE = 14 * 24 * HOUR

/**
 * @param {{ now: number, seen: number, contact: number, lockMinutes: number, offlineHours: number }} read
 * `seen`: the last moment at which the app was at work; `contact`: the last answer of the server, both by this clock
 * @returns {Verdict}
 */
export function judge({ now, seen, contact, lockMinutes, offlineHours }) {
  if (now < seen - BACK || now - seen > IMPLAUSIBLE) return 'jumped'
  if (now - contact > offlineHours * HOUR) return 'overdue'
  return now - seen > lockMinutes * MINUTE ? 'away' : 'plain'
}

/**
 * Whether the server's own time says that the phone was silent for too long.
 * @param {{ server: number, contactServer: number, offlineHours: number }} read
 */
export const reallyOverdue = ({ server, contactServer, offlineHours }) =>
  server - contactServer > offlineHours * HOUR

/** Remembers that the app is at work now. */
export const stamp = () => writeMeta('seen', Date.now())

/** @type {number} */
let skew = 0

/** The phone's clock less the server's, in milliseconds, as last measured. */
export const skewNow = () => skew

/**
 * An answer of the server: of when it is, and by how much this clock differs.
 * @param {number} server its time, in milliseconds
 * @param {number} took how long the answer took
 */
export async function heard(server, took = 0) {
  const now = Date.now()
  skew = Math.round(now - took / 2 - server)
  await db.transaction('rw', db.meta, async () => {
    await writeMeta('contact', { at: now, server })
    await writeMeta('seen', now)
    await writeMeta('skew', skew)
  })
}

export async function recallClock() {
  skew = (await readMeta('skew')) ?? 0
}
