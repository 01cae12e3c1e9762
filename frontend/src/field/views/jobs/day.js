import { parts } from '../../../shared/format.js'

/** The engineer's day put in order, and what changed in it since he last looked. */

/** @typedef {any} Job a row of `/work-orders` */

/** Under way first: whoever is on the road or on site has one job, whatever stood earlier. */
const UNDER_WAY = ['on_site', 'work_done', 'signed', 'on_the_way']
const IN = ['record_in', 'followed_up', 'closed']

/** Handed in, waiting for the follow-up: still open as an order, done for the engineer. @param {Job} job */
const isDone = (job) => IN.includes(job.status)

/** @param {Job[]} jobs */
function nextOf(jobs) {
  for (const status of UNDER_WAY) {
    const found = jobs.find((job) => job.status === status)
    if (found) return found
  }
  return jobs[0] ?? null
}

/**
 * @param {Job[]} jobs open and ended ones, by promised time
 * @param {number} at now, in milliseconds
 * @param {(job: Job) => boolean} handedIn whether the record of the job went in today
 * @returns {{ next: Job | null, today: Job[], later: Job[], done: Job[] }} `today` and `later` without `next`
 */
export function arrange(jobs, at, handedIn = () => false) {
  const today = parts(at).number
  const dayOf = (/** @type {Job} */ job) =>
    job.promised_at ? parts(job.promised_at).number : today
  const open = jobs.filter((job) => job.open && !isDone(job))
  const due = open.filter((job) => dayOf(job) <= today)
  const next = nextOf(due) ?? nextOf(open)
  const rest = open.filter((job) => job !== next)
  return {
    next,
    today: rest.filter((job) => dayOf(job) <= today),
    later: rest.filter((job) => dayOf(job) > today),
    done: jobs.filter((job) => isDone(job) && (dayOf(job) === today || handedIn(job))),
  }
}

/**
 * @typedef {{ kind: 'new' | 'moved' | 'gone', job: Job, from: string | null }} Change
 */

/**
 * What others changed between two readings: jobs that came, whose time moved, that were taken away.
 * @param {Map<string, Job> | null} before null at the first reading, which is no news
 * @param {Job[]} jobs
 * @param {(id: string) => boolean} left whether the engineer himself gave the job back
 * @returns {Change[]}
 */
export function changes(before, jobs, left) {
  if (!before) return []
  /** @type {Change[]} */
  const found = []
  for (const job of jobs) {
    const old = before.get(job.id)
    if (!old && job.open && !isDone(job)) found.push({ kind: 'new', job, from: null })
    else if (old?.promised_at && job.open && old.promised_at !== job.promised_at)
      found.push({ kind: 'moved', job, from: old.promised_at })
  }
  const now = new Set(jobs.map((job) => job.id))
  for (const old of before.values())
    if (!now.has(old.id) && old.open && !isDone(old) && !left(old.id))
      found.push({ kind: 'gone', job: old, from: null })
  return found
}
