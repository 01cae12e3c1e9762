import { liveQuery } from 'dexie'
import { shallowReactive } from 'vue'
import { db } from './database.js'
import { dataKey } from './lock.js'
import { show } from './secrets.js'

/**
 * The store as the pages read it: opened, in memory, kept up with every tab's changes.
 *
 * @typedef {object} Command
 * @property {number} seq
 * @property {string} key
 * @property {string} owner
 * @property {string} job
 * @property {import('./database.js').State} state
 * @property {number} bytes
 * @property {number} tries
 * @property {number} due
 * @property {number} doneAt
 * @property {string} action
 * @property {string} label what it is, in the words of the button
 * @property {string} title whose job
 * @property {string} method
 * @property {string} href
 * @property {Record<string, any>} body
 * @property {string} at the phone's own time of the deed
 * @property {string[]} photos of this phone that it names
 * @property {Record<string, any>} [drawn]
 * @property {any} outcome
 *
 * @typedef {object} Photo
 * @property {string} id
 * @property {number} seq
 * @property {string} owner
 * @property {string} job
 * @property {import('./database.js').State} state
 * @property {number} bytes
 * @property {number} tries
 * @property {number} due
 * @property {number} doneAt
 * @property {string} slot
 * @property {string} name
 * @property {string} type
 * @property {string} key of its picture
 * @property {string} title
 * @property {string} at
 * @property {any} outcome
 */

export const mirror = shallowReactive({
  ready: false,
  /** What the server last said of each job. @type {Map<string, any>} */
  jobs: new Map(),
  /** The day's common parts: steps, templates, van, order … @type {Record<string, any>} */
  parts: {},
  /** @type {Command[]} in order */
  commands: [],
  /** @type {Photo[]} in order */
  photos: [],
  /** What a wipe left: waiting for a line, and what the server did not take, which only an export does. */
  sealed: 0,
  sealedRefused: 0,
})

/** What was opened once, by its `iv`, which no two secrets share. @type {Map<string, any>} */
let opened = new Map()
/** How jobs, parts, commands and photos stood when they were last taken. @type {string[]} */
let marks = []

/** Told apart from every other state of the same rows: all that is readable, and which secrets they hold. @param {any[]} rows */
const markOf = (rows) =>
  JSON.stringify(
    rows.map(({ content, outcome, sealed: _, ...row }) => [
      row,
      content.iv.join(),
      outcome?.iv.join() ?? '',
    ])
  )

/** @type {{ unsubscribe: () => void } | null} */
let watching = null

const read = () =>
  db.transaction('r', [db.jobs, db.parts, db.outbox, db.photos], () =>
    Promise.all([
      db.jobs.toArray(),
      db.parts.toArray(),
      db.outbox.orderBy('seq').toArray(),
      db.photos.toArray(),
    ])
  )

/** @param {Awaited<ReturnType<typeof read>>} found */
async function take([jobs, parts, outbox, photos]) {
  const key = dataKey()
  if (!key) return
  const now = new Map()
  /** @param {import('./database.js').Cipher | null} cipher */
  const open = async (cipher) => {
    if (!cipher) return null
    const name = cipher.iv.join()
    const value = opened.has(name) ? opened.get(name) : await show(key, cipher)
    now.set(name, value)
    return value
  }
  /** @param {any[]} rows */
  const both = (rows) =>
    Promise.all(
      rows.map(async ({ content, outcome, ...row }) => ({
        ...(await open(content)),
        ...row,
        outcome: await open(outcome),
      }))
    )
  const [ofJobs, ofParts, commands, pictures] = await Promise.all([
    Promise.all(jobs.map(async ({ id, content }) => [id, await open(content)])),
    Promise.all(parts.map(async ({ id, content }) => [id, await open(content)])),
    both(outbox),
    both(photos),
  ])
  if (dataKey() !== key) return
  opened = now
  // What is as it was stays the same, so that nothing is reckoned and drawn again for it.
  const [wasJobs, wasParts, wasCommands, wasPhotos] = marks
  marks = [jobs, parts, outbox, photos].map(markOf)
  const [isJobs, isParts, isCommands, isPhotos] = marks
  if (isJobs !== wasJobs) mirror.jobs = new Map(/** @type {[string, any][]} */ (ofJobs))
  if (isParts !== wasParts) mirror.parts = Object.fromEntries(ofParts)
  if (isCommands !== wasCommands) mirror.commands = commands
  if (isPhotos !== wasPhotos) mirror.photos = pictures.sort((one, other) => one.seq - other.seq)
  mirror.ready = true
}

let turn = Promise.resolve()
/** One after the other, so that an older reading never lands on a newer one. */
const inTurn = (/** @type {() => Promise<void>} */ run) => (turn = turn.then(run, run))

/** Reads everything anew; resolves when the pages have it. */
export const reread = () => inTurn(async () => take(await read()))

export async function startMirror() {
  await reread()
  watching ??= liveQuery(read).subscribe({
    next: () => void reread(),
    error: (error) => console.warn('the store was closed by the system', error?.name),
  })
}

export function stopMirror() {
  watching?.unsubscribe()
  watching = null
  opened = new Map()
  marks = []
  Object.assign(mirror, { ready: false, jobs: new Map(), parts: {}, commands: [], photos: [] })
}

/** What is still on the phone alone. */
export const unsent = () => ({
  commands: mirror.commands.filter(({ state }) => state === 'waiting' || state === 'refused'),
  photos: mirror.photos.filter(({ state }) => state === 'waiting' || state === 'refused'),
})
