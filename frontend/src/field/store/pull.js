import { reactive, readonly } from 'vue'
import { request } from '../../shared/api/client.js'
import { within } from '../../shared/api/deliver.js'
import { locale } from '../../shared/i18n.js'
import { asProblem } from '../../shared/problems.js'
import { db, readMeta, writeMeta } from './database.js'
import { dataKey } from './lock.js'
import { mirror, reread } from './mirror.js'
import { hide } from './secrets.js'
import { shaped } from './reckon.js'
import { inTouch, outOfTouch, sending } from './sender.js'

/**
 * Brings the day from the server: jobs of today and tomorrow with what they need, and the parts that
 * all jobs share. What the engineer did meanwhile is never overwritten: it stands in the queue, on top.
 */

const DEADLINE = 30_000
/** Parts of the bundle that are null when unchanged. */
const PARTS = ['steps', 'states', 'templates', 'van', 'prices', 'held', 'conflicts']

const shown = reactive({
  busy: false,
  /** Of when the day is (ms); 0: never read. */
  at: 0,
  problem: /** @type {import('../../shared/problems.js').Problem | null} */ (null),
})
export const pulling = readonly(shown)

/** @type {Set<(now: any[], former: any[]) => void>} */
const onPull = new Set()
/** @param {(now: any[], former: any[]) => void} run with the orders of the day and those before, after each reading */
export const whenPulled = (run) => onPull.add(run)

/** How many deeds were taken in: a bundle read before one of them is older than what stands here. */
const over = () => mirror.commands.filter(({ doneAt }) => doneAt).length

/** @returns {Promise<void>} */
async function pull() {
  const key = dataKey()
  const device = await readMeta('device')
  if (!key || !device) return
  shown.busy = true
  try {
    const known = await readMeta('cursor')
    const cursor = known?.locale === locale.value ? known.cursor : null
    const before = over()
    const began = Date.now()
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''
    const bundle = await within(DEADLINE, (signal) =>
      request('GET', `/api/v1/field/bundle${query}`, {
        headers: { 'Sibu-Device': device.id },
        signal,
      })
    )
    await inTouch(Date.parse(bundle.at), Date.now() - began)
    if (dataKey() !== key) return
    // Something was delivered meanwhile: this reading is already old.
    if (over() !== before) return void again()
    const former = ordersOfTheDay()
    await keep(key, bundle, bundle.complete)
    Object.assign(shown, { problem: null, at: Date.now() })
    await reread()
    for (const run of onPull) run(ordersOfTheDay(), former)
  } catch (error) {
    const problem = asProblem(error)
    shown.problem = problem
    if (!problem.status) outOfTouch(problem.slug === 'not-our-answer' ? 'not-ours' : 'network')
    else if (problem.status === 401) outOfTouch('sign-in')
  } finally {
    shown.busy = false
  }
}

/** What comes as it stands already is not written again, and nothing is drawn anew for it. @param {string} name @param {any} value */
const differs = (name, value) => JSON.stringify(mirror.parts[name]) !== JSON.stringify(value)

/** @param {CryptoKey} key @param {any} bundle @param {boolean} whole */
async function keep(key, bundle, whole) {
  const changed = await Promise.all(
    bundle.jobs.map(async (/** @type {any} */ job) => ({
      id: job.id,
      content: await hide(key, shaped(job)),
    }))
  )
  const given = [...PARTS, 'order'].filter(
    (name) => bundle[name] !== null && bundle[name] !== undefined && differs(name, bundle[name])
  )
  const parts = await Promise.all(
    given.map(async (name) => ({ id: name, content: await hide(key, bundle[name]) }))
  )
  const queued = new Set(
    [...mirror.commands, ...mirror.photos]
      .filter(({ state }) => state === 'waiting' || state === 'refused')
      .map(({ job }) => job)
  )
  // A job that was taken away stays as long as something of it is only here.
  const listed = new Set(bundle.order)
  const removed = whole
    ? [...mirror.jobs.keys()].filter((id) => !listed.has(id))
    : bundle.removed_jobs
  const kept = await Promise.all(
    removed
      .filter((/** @type {string} */ id) => queued.has(id) && mirror.jobs.has(id))
      .map(async (/** @type {string} */ id) => ({
        id,
        content: await hide(key, { ...mirror.jobs.get(id), gone: true }),
      }))
  )
  const gone = removed.filter((/** @type {string} */ id) => !queued.has(id))
  await db.transaction('rw', [db.jobs, db.parts, db.drafts, db.meta], async () => {
    await db.jobs.bulkPut([...changed, ...kept])
    await db.jobs.bulkDelete(gone)
    await db.parts.bulkPut(parts)
    await writeMeta('cursor', { cursor: bundle.cursor, locale: locale.value })
    await writeMeta('pulled', Date.now())
    await writeMeta('bundle', bundle.at)
  })
}

/** The orders as the server last said, in the order of the day. */
export const ordersOfTheDay = () =>
  (mirror.parts.order ?? [])
    .map((/** @type {string} */ id) => mirror.jobs.get(id)?.order)
    .filter(Boolean)

/** @type {Promise<void> | null} */
let running = null
let wanted = false

/** Reads the day again; calls together are one. @returns {Promise<void>} */
export function pullNow() {
  running ??= pull().finally(() => {
    running = null
    if (wanted) again()
  })
  return running
}

/** Once more when the present reading is over. */
function again() {
  wanted = false
  setTimeout(pullNow, 50)
}

let soonTimer = 0
/** Several facts of one deed come together: one reading serves them all. */
export function pullSoon() {
  if (running) wanted = true
  clearTimeout(soonTimer)
  soonTimer = window.setTimeout(() => {
    if (sending.trouble !== 'sign-in') void pullNow()
  }, 200)
}

export async function recallPull() {
  shown.at = (await readMeta('pulled')) ?? 0
}
