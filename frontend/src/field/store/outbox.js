import { newKey } from '../../shared/api/client.js'
import { localProblem } from '../../shared/problems.js'
import { alone } from './alone.js'
import { skewNow } from './clock.js'
import { db, isFull, readMeta, writeMeta } from './database.js'
import { dataKey, lock } from './lock.js'
import { mirror, reread } from './mirror.js'
import { base64url, fromBase64url, hide, hideBytes, plain, random, showBytes } from './secrets.js'
import { sealed } from './seal.js'

/**
 * What the engineer does becomes one command each, numbered by the phone's own count, written and on
 * the disk before anything says that it is kept. Nothing leaves this queue but by an answer of the
 * server or a person's decision.
 */

/** What belongs to no job: the parts of the van. */
export const VAN = 'van'

/** @type {Set<() => void>} */
const onRecord = new Set()
/** @param {() => void} run after something was recorded */
export const whenRecorded = (run) => onRecord.add(run)

function open() {
  const key = dataKey()
  if (!key) throw localProblem('store-locked')
  return key
}

/** @returns {Promise<{ id: string, seal: import('./seal.js').SealKey }>} */
async function enrolled() {
  const device = await readMeta('device')
  if (!device?.seal) throw localProblem('not-enrolled')
  return device
}

/** The next number of the phone's count, and the number before it of the same job. @param {string} job */
const numbered = (job) =>
  db.transaction('rw', db.meta, async () => {
    const seq = ((await readMeta('seq')) ?? 0) + 1
    const last = (await readMeta('last')) ?? {}
    await writeMeta('seq', seq)
    return { seq, after: last[job] ?? null }
  })

/**
 * @typedef {object} Deed
 * @property {string} job
 * @property {string} action
 * @property {string} label
 * @property {string} title
 * @property {string} href
 * @property {string} [method]
 * @property {Record<string, any>} [body]
 * @property {string[]} [photos] ids of this phone's photos that the body names
 * @property {Record<string, any>} [drawn] how a form looks on this phone while it is on its way
 * @property {string} [draft] what was typed for it, done with now
 */

/**
 * Records one deed. When it resolves, the deed is on the disk.
 * @param {Deed} deed
 * @returns {Promise<string>} its key
 * @throws {import('../../shared/problems.js').Problem} `storage-full`: it was not kept
 */
export function record({ draft, method = 'POST', body = {}, photos = [], ...deed }) {
  // One at a time over all tabs, so that the numbers tell the order.
  return alone('sibu-record', async () => {
    const key = newKey()
    const at = new Date().toISOString()
    const { seq, after } = await kept(() => numbered(deed.job))
    const { id: device } = await enrolled()
    const sent = {
      ...plain(body),
      occurred_at: at,
      device_id: device,
      device_seq: seq,
      ...(after === null ? {} : { after }),
      ...(deed.job === VAN || deed.href.includes(`/work-orders/${deed.job}/`)
        ? {}
        : { job_id: deed.job }),
    }
    const content = { ...deed, method, body: sent, photos, at, skew: skewNow() }
    await kept(async () => {
      const row = await rowOf(seq, key, content)
      await db.transaction('rw', [db.outbox, db.meta, db.drafts], async () => {
        await db.outbox.add(row)
        await writeMeta('last', { ...(await readMeta('last')), [deed.job]: seq })
        if (draft) await db.drafts.delete(draft)
      })
    })
    await reread()
    for (const run of onRecord) run()
    return key
  })
}

/** @param {number} seq @param {string} key @param {any} content @returns {Promise<import('./database.js').CommandRow>} */
async function rowOf(seq, key, content) {
  return {
    seq,
    key,
    owner: lock.owner,
    job: content.job,
    state: 'waiting',
    bytes: JSON.stringify(content.body).length,
    tries: 0,
    due: 0,
    doneAt: 0,
    content: await hide(open(), content),
    sealed: await sealedCommand(key, content),
    named: content.photos?.length ?? 0,
    outcome: null,
  }
}

/** @param {string} key @param {any} content */
async function sealedCommand(key, { method, href, body, photos = [] }) {
  const { id: device, seal } = await enrolled()
  const command = { key, method, path: href, body, photos }
  return sealed(seal, device, newKey(), {
    commands: [command],
    clock: new Date().toISOString(),
  })
}

/** Writes; a full phone first gives up what the server has. @template T @param {() => Promise<T>} write */
async function kept(write) {
  try {
    return await write()
  } catch (error) {
    if (!isFull(error)) throw error
    await forgetReceived(0)
    try {
      return await write()
    } catch (again) {
      throw isFull(again) ? localProblem('storage-full') : again
    }
  }
}

/**
 * Keeps a photo until the server has it.
 * @param {{ job: string, title: string, slot: string, name: string, picture: Blob, at: string }} taken
 * @returns {Promise<string>} its id
 * @throws {import('../../shared/problems.js').Problem} `storage-full`
 */
export function keepPhoto({ job, title, slot, name, picture, at }) {
  return alone('sibu-record', async () => {
    const id = newKey()
    const { seq } = await kept(() => numbered(job))
    const { id: device, seal } = await enrolled()
    const raw = random(32)
    const own = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
    const about = { slot, name, type: picture.type, title, at, key: base64url(raw) }
    const data = await hideBytes(own, await picture.arrayBuffer())
    const photo = {
      id,
      filename: name,
      filetype: picture.type,
      slot,
      parent_kind: 'work_order',
      parent_id: job,
      occurred_at: at,
      blob_key: about.key,
    }
    const forServer = await sealed(seal, device, newKey(), {
      photo,
      clock: new Date().toISOString(),
    })
    raw.fill(0)
    const content = await hide(open(), about)
    await kept(() =>
      db.transaction('rw', [db.photos, db.pictures], async () => {
        await db.pictures.add({ id, data })
        await db.photos.add({
          id,
          seq,
          owner: lock.owner,
          job,
          state: 'waiting',
          bytes: picture.size,
          tries: 0,
          due: 0,
          doneAt: 0,
          content,
          sealed: forServer,
          outcome: null,
        })
      })
    )
    await reread()
    for (const run of onRecord) run()
    return id
  })
}

/** The picture of a photo of this phone. @param {{ id: string, key: string, type: string }} photo @returns {Promise<Blob | null>} */
export async function pictureOf(photo) {
  const row = await db.pictures.get(photo.id)
  if (!row) return null
  const raw = fromBase64url(photo.key)
  const own = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt'])
  return new Blob([await showBytes(own, row.data)], { type: photo.type })
}

// -- what a person decides about a refused one ----------------------------------------------------

/** @param {number} seq */
const found = (seq) => mirror.commands.find((one) => one.seq === seq)

/**
 * The engineer gives it up; that he did, and why, stays in the day's account and goes to the server's.
 * @param {number} seq
 * @param {string} reason
 */
export async function drop(seq, reason) {
  await relinked(seq)
  await handedOver(seq, 'drop', reason)
  await reread()
  for (const run of onRecord) run()
}

/** Whatever came after it comes after its predecessor now. @param {number} seq */
async function relinked(seq) {
  const gone = found(seq)
  const next = mirror.commands.find(
    (one) => one.body?.after === seq && ['waiting', 'refused'].includes(one.state)
  )
  if (!gone || !next) return
  const body = { ...next.body, after: gone.body.after }
  await rewritten(next, { body: given(body) })
}

/**
 * The same deed said again as it should have been: its number and its time stay, its key is new.
 * @param {number} seq
 * @param {Record<string, any>} body
 */
export async function mend(seq, body) {
  const one = found(seq)
  if (!one) return
  const { occurred_at, device_id, device_seq, after, job_id } = one.body
  const marks = plain({ occurred_at, device_id, device_seq, after, job_id })
  await rewritten(one, { body: { ...plain(body), ...given(marks) } })
  await reread()
  for (const run of onRecord) run()
}

/** @param {Record<string, any>} values */
const given = (values) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null)
  )

/** What is hidden of a command: all that its row does not need to be sent. @param {import('./mirror.js').Command} one */
export function contentOf({ job, action, label, title, method, href, body, at, photos, drawn }) {
  return { job, action, label, title, method, href, body, at, photos, drawn }
}

/**
 * @param {import('./mirror.js').Command} one
 * @param {Partial<import('./mirror.js').Command>} changed
 * @param {string} [key]
 */
export async function rewritten(one, changed, key = newKey()) {
  const content = { ...contentOf(one), ...changed }
  const row = await rowOf(one.seq, key, plain(content))
  await db.outbox.put(row)
}

// -- the account of the day -----------------------------------------------------------------------

const DAY = 24 * 60 * 60_000

/** What is over for longer than this is not kept. @param {number} [age] in milliseconds */
export async function forgetReceived(age = DAY) {
  const before = Date.now() - age
  await db.transaction('rw', [db.outbox, db.photos, db.pictures], async () => {
    for (const table of [db.outbox, db.photos]) {
      const over = await table.where('state').anyOf('received', 'held', 'dropped').toArray()
      const old = over.filter((row) => row.doneAt <= before)
      await table.bulkDelete(
        /** @type {any[]} */ (old.map((row) => ('key' in row ? row.seq : row.id)))
      )
      if (table === db.photos)
        await db.pictures.bulkDelete(old.map((row) => /** @type {any} */ (row).id))
    }
  })
}

/**
 * The refused deed goes to the server as what it was, with why it was refused: for the coordinator to decide, or for
 * the record alone. Until that has arrived it stays in this queue, in its place.
 * @param {number} seq
 * @param {'decide' | 'drop'} wish
 * @param {string} [note]
 */
async function handedOver(seq, wish, note) {
  const one = found(seq)
  if (!one) return
  const { occurred_at, device_id, device_seq, after, job_id, ...rest } = one.body
  const { type, detail } = one.outcome?.problem ?? {}
  const about = { occurred_at, device_id, device_seq, after, job_id: job_id ?? one.job }
  await rewritten(one, {
    action: `hand-over-${wish}`,
    method: 'POST',
    href: '/api/v1/held-commands',
    body: {
      ...given(plain(about)),
      key: one.key,
      method: one.method,
      path: one.href,
      body: plain(rest),
      problem: given(plain({ type, detail: detail?.slice(0, 500) })),
      wish,
      ...(note ? { note } : {}),
    },
  })
}

/** The coordinator decides. @param {number} seq */
export async function handToCoordinator(seq) {
  await handedOver(seq, 'decide')
  await reread()
  for (const run of onRecord) run()
}
