import { reactive, readonly } from 'vue'
import { deliver } from '../../shared/api/deliver.js'
import { session } from '../../shared/session.js'
import { alone } from './alone.js'
import { heard } from './clock.js'
import { db, readMeta, writeMeta } from './database.js'
import { dataKey, lock } from './lock.js'
import { mirror, reread } from './mirror.js'
import { contentOf, rewritten, whenRecorded } from './outbox.js'
import { absorb } from './reckon.js'
import { hide, plain } from './secrets.js'

/**
 * Sends what waits: in order per job, several jobs at once, one sender over all tabs. Commands never
 * wait for photos, but for the few that they name themselves.
 */

const LANES = 3
const MINUTE = 60_000
const SHORTEST = 1000
const LONGEST = 60_000
const FIRST_DEADLINE = 15_000

const shown = reactive({
  /** What is in the air now: seq of commands, id of photos. */
  flying: /** @type {Set<number | string>} */ (new Set()),
  /** Of photos: id → share. */
  shares: /** @type {Record<string, number>} */ ({}),
  /** The last try failed so; '' when it did not. @type {'' | 'network' | 'not-ours' | 'busy' | 'sign-in' | 'barred'} */
  trouble: '',
  /** When the server was last heard (ms by this clock). */
  contact: 0,
})
export const sending = readonly(shown)

/** @param {number | string} id @param {boolean} flies */
export const setFlying = (id, flies) =>
  void (flies ? shown.flying.add(id) : shown.flying.delete(id))

/** @param {string} id @param {number | null} share */
export function setShare(id, share) {
  if (share === null) delete shown.shares[id]
  else shown.shares[id] = share
}

let failures = 0
let notBefore = 0

/** Something of ours answered. @param {number} server @param {number} took */
export async function inTouch(server, took) {
  failures = 0
  notBefore = 0
  shown.trouble = ''
  shown.contact = Date.now()
  await heard(server, took)
}

/** @param {'network' | 'not-ours' | 'busy' | 'sign-in' | 'barred'} why @param {number} after */
export function outOfTouch(why, after = 0) {
  shown.trouble = why
  const wait = Math.min(LONGEST, SHORTEST * 2 ** failures++) * (0.75 + Math.random() / 2)
  notBefore = Date.now() + Math.max(wait, after)
  setTimeout(flush, Math.max(wait, after) + 50)
}

const mayTry = () => Date.now() >= notBefore

/** @param {number} tries */
export const deadlineOf = (tries) => Math.min(LONGEST, FIRST_DEADLINE * 2 ** Math.min(tries, 2))

// -- one round ------------------------------------------------------------------------------------

/** @type {Set<() => any>} */
const onDelivered = new Set()
/** @param {() => any} run after a round that delivered something */
export const whenDelivered = (run) => onDelivered.add(run)

/**
 * What can go now: of each job its first waiting command, unless an earlier one waits for a person.
 * @param {import('./mirror.js').Command[]} commands in order
 * @returns {import('./mirror.js').Command[][]} one lane per job
 */
export function lanes(commands) {
  /** @type {Map<string, import('./mirror.js').Command[]>} */
  const found = new Map()
  const parked = new Set()
  for (const one of commands) {
    if (one.state === 'refused') parked.add(one.job)
    if (one.state !== 'waiting' || parked.has(one.job)) continue
    const lane = found.get(one.job) ?? []
    lane.push(one)
    found.set(one.job, lane)
  }
  return [...found.values()]
}

async function round() {
  const ours = mirror.commands.filter(({ owner }) => owner === lock.owner)
  const waiting = lanes(ours)
  let delivered = 0
  let stopped = false
  const take = async () => {
    for (let lane; !stopped && (lane = waiting.shift());)
      for (const one of lane) {
        if (stopped || one.due > Date.now()) break
        const became = await handOver(one)
        if (became === 'delivered') delivered++
        else {
          stopped ||= became === 'cut'
          break
        }
      }
  }
  await Promise.all(Array.from({ length: LANES }, take))
  return { delivered, stopped }
}

/**
 * @param {import('./mirror.js').Command} one
 * @returns {Promise<'delivered' | 'parked' | 'cut'>}
 */
async function handOver(one) {
  const ready = await withPhotos(one)
  if (!ready) return 'parked'
  shown.flying.add(one.seq)
  try {
    const answer = await deliver({ ...ready, body: plain(ready.body) }, deadlineOf(one.tries))
    if (answer.kind === 'received') {
      await inTouch(answer.server, answer.took)
      await received(ready, answer)
      return 'delivered'
    }
    if (answer.kind === 'refused') {
      await inTouch(answer.server, answer.took)
      return await refused(ready, answer.problem)
    }
    if (answer.kind === 'sign-in') {
      outOfTouch('sign-in', MINUTE)
      return 'cut'
    }
    await db.outbox.update(one.seq, { tries: one.tries + 1 })
    if (answer.why === 'busy') {
      // Only this one is kept waiting: the server is there.
      const wait = Math.max(answer.after, Math.min(LONGEST, SHORTEST * 2 ** one.tries))
      await db.outbox.update(one.seq, { due: Date.now() + wait })
      shown.trouble = 'busy'
      setTimeout(flush, wait + 50)
      return 'parked'
    }
    outOfTouch(answer.why, answer.after)
    return 'cut'
  } finally {
    shown.flying.delete(one.seq)
  }
}

/**
 * A form names photos by what the server calls them, which only their own arrival tells.
 * @param {import('./mirror.js').Command} one
 * @returns {Promise<import('./mirror.js').Command | null>} null: they are not there yet
 */
async function withPhotos(one) {
  if (!one.photos?.length) return one
  const known = new Map(mirror.photos.map((photo) => [photo.id, photo.outcome?.attachment]))
  if (!one.photos.every((id) => known.get(id))) return null
  const body = JSON.parse(JSON.stringify(one.body), (_, value) =>
    typeof value === 'string' && known.has(value) && one.photos.includes(value)
      ? known.get(value)
      : value
  )
  // Written before it is sent, so that a repeat is the same to the letter.
  await rewritten(one, { body, photos: [] }, one.key)
  return { ...one, body, photos: [] }
}

/** @param {import('./mirror.js').Command} one @param {import('../../shared/api/deliver.js').Received} answer */
function overAs(one, answer) {
  if (one.action === 'hand-over-drop') return 'dropped'
  return answer.held || one.action === 'hand-over-decide' ? 'held' : 'received'
}

/** @param {import('./mirror.js').Command} one @param {import('../../shared/api/deliver.js').Received} answer */
async function received(one, answer) {
  const key = /** @type {CryptoKey} */ (dataKey())
  const before = mirror.jobs.get(one.job)
  const after = before && !answer.held ? absorb(before, one, answer.data) : null
  const job = after && { id: one.job, content: await hide(key, after) }
  const over = overAs(one, answer)
  const outcome = await hide(key, {
    conflicts: answer.conflicts,
    ...(over === 'held' ? { held: answer.data } : {}),
    ...(over === 'dropped' ? { reason: one.body.note } : {}),
  })
  // What is over needs no words of the customer any more.
  const content = await hide(key, plain({ ...contentOf(one), body: { after: one.body.after } }))
  await db.transaction('rw', [db.outbox, db.jobs], async () => {
    await db.outbox.update(one.seq, {
      state: over,
      doneAt: Date.now(),
      content,
      sealed: null,
      outcome,
    })
    if (job) await db.jobs.put(job)
  })
  await reread()
}

/**
 * @param {import('./mirror.js').Command} one
 * @param {import('../../shared/problems.js').Problem} problem
 * @returns {Promise<'delivered' | 'parked' | 'cut'>}
 */
async function refused(one, problem) {
  if (problem.slug === 'device-unknown') {
    const { enrol } = await import('./device.js')
    const known = await enrol().catch(() => null)
    again ||= !!known
    return known ? 'parked' : 'cut'
  }
  if (problem.slug === 'device-sequence-taken') {
    await renumbered(Number(problem.body.next_seq))
    return 'cut'
  }
  if (['device-not-yours', 'device-revoked'].includes(problem.slug)) {
    outOfTouch('barred', MINUTE)
    const { report } = await import('./device.js')
    void report().catch(() => {})
    return 'cut'
  }
  const outcome = await hide(/** @type {CryptoKey} */ (dataKey()), { problem: problem.body })
  await db.outbox.update(one.seq, { state: 'refused', outcome })
  await reread()
  return 'parked'
}

/** All that is unsent gets new numbers and keys: the server knows these numbers from another life of this phone. @param {number} next */
const renumbered = (next) =>
  alone('sibu-record', async () => {
    await reread()
    const unsent = mirror.commands.filter(({ state }) => ['waiting', 'refused'].includes(state))
    const numbers = new Map(unsent.map(({ seq }, index) => [seq, next + index]))
    for (const one of [...unsent].reverse()) {
      const seq = /** @type {number} */ (numbers.get(one.seq))
      const after = numbers.get(one.body.after) ?? one.body.after
      await db.outbox.delete(one.seq)
      await rewritten({ ...one, seq }, { body: plain({ ...one.body, device_seq: seq, after }) })
    }
    const last = Object.entries((await readMeta('last')) ?? {})
    await writeMeta(
      'last',
      Object.fromEntries(last.map(([job, seq]) => [job, numbers.get(seq) ?? seq]))
    )
    await writeMeta('seq', next + unsent.length)
    await reread()
  })

// -- when -----------------------------------------------------------------------------------------

let again = false
/** @type {Promise<void> | null} */
let running = null

async function drain() {
  while (again) {
    again = false
    if (!dataKey() || !mirror.ready || !mayTry() || session.state === 'out') return
    await reread()
    const { delivered, stopped } = await round()
    if (delivered) for (const run of onDelivered) await run()
    if (delivered && !stopped) again = true
  }
}

/** Sends what can be sent; calls together are one. @returns {Promise<void>} */
export function flush() {
  again = true
  running ??= alone('sibu-send', drain)
    .catch((/** @type {unknown} */ error) => console.warn('sending stopped', error))
    .finally(() => {
      running = null
      if (again) void flush()
    })
  return running
}

/** 现在发: whatever was waited for, it is tried at once. */
export async function flushNow() {
  failures = 0
  notBefore = 0
  await db.outbox.where('state').equals('waiting').modify({ due: 0 })
  await db.photos.where('state').equals('waiting').modify({ due: 0 })
  for (const run of onNow) void run()
  return flush()
}
/** @type {Set<() => any>} */
const onNow = new Set()
/** @param {() => any} run whenever there is reason to hope for a line */
export const whenHopeful = (run) => onNow.add(run)

/** Starts the sender; once. */
export function startSender() {
  const hope = () => void flushNow()
  whenRecorded(() => {
    void flush()
    for (const run of onNow) void run()
  })
  addEventListener('online', hope)
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && hope()
  )
  addEventListener('focus', hope)
  setInterval(() => {
    void flush()
    for (const run of onNow) void run()
  }, MINUTE)
}
