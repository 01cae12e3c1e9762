import { reactive } from 'vue'
import { lock } from '../../store/lock.js'
import { whenPulled } from '../../store/pull.js'
import { changes } from './day.js'

/**
 * What changed in the day since it was last looked at. It outlives the page, so that coming back
 * from a job shows what arrived meanwhile.
 */
const kept = reactive({
  owner: '',
  news: /** @type {import('./day.js').Change[]} */ ([]),
  /** Former promises of jobs whose time moved. */
  former: /** @type {Record<string, string>} */ ({}),
})
/** @type {Map<string, any> | null} */
let before = null
/** What was promised when the job was last seen: a time is moved by taking the job away and giving it again (R80).
 * @type {Map<string, string>} */
const promises = new Map()
/** @type {Set<string>} */
const left = new Set()

export const news = kept

/**
 * Remembers the engineer's own deed, which is no news to him.
 * @param {string} id
 * @param {string} action
 */
export function remember(id, action) {
  if (['refuse', 'cannot-today', 'second-visit'].includes(action)) left.add(id)
  else left.delete(id)
}

/**
 * Takes in a new reading of the day.
 * @param {string} owner whose day it is: another person begins anew
 * @param {any[]} jobs
 * @param {any[]} former what this phone kept of the last reading, when the app was opened since
 */
export function takeIn(owner, jobs, former = []) {
  if (kept.owner !== owner) {
    Object.assign(kept, { owner, news: [], former: {} })
    before = null
    left.clear()
    promises.clear()
  }
  if (!before && former.length) before = new Map(former.map((job) => [job.id, job]))
  for (const change of changes(before, jobs, (id) => left.has(id))) {
    const former = promises.get(change.job.id)
    if (change.kind === 'new' && former && former !== change.job.promised_at)
      Object.assign(change, { kind: 'moved', from: former })
    kept.news = [change, ...kept.news.filter((one) => one.job.id !== change.job.id)]
    if (change.from) kept.former[change.job.id] ??= change.from
  }
  before = new Map(jobs.map((job) => [job.id, job]))
  for (const job of jobs) {
    left.delete(job.id)
    if (job.promised_at) promises.set(job.id, job.promised_at)
  }
}

/** The engineer has seen it. @param {string} id */
export function seen(id) {
  kept.news = kept.news.filter((one) => one.job.id !== id)
  delete kept.former[id]
}

whenPulled((jobs, former) => takeIn(lock.owner, jobs, former))
