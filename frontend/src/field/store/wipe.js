import { request } from '../../shared/api/client.js'
import { within } from '../../shared/api/deliver.js'
import { asProblem } from '../../shared/problems.js'
import { db, readMeta } from './database.js'
import { forgotten, wipeBy } from './lock.js'
import { mirror, stopMirror } from './mirror.js'
import { base64url } from './secrets.js'

/**
 * The store is emptied, and no work with it: what was unsent had been sealed to the server when it was
 * recorded, stays here in that form, which nobody on this phone can read, and is handed over as soon as
 * there is a line, signed in or not.
 */

const DEADLINE = 60_000
/** A picture on a thin line takes its time. */
const PICTURE = 5 * 60_000
const encoder = new TextEncoder()

/** @param {import('./lock.js').Why} why @returns {Promise<number>} how many were sealed */
export async function wipe(why) {
  const device = await readMeta('device')
  const all = [
    db.numbers,
    db.jobs,
    db.parts,
    db.drafts,
    db.outbox,
    db.photos,
    db.pictures,
    db.meta,
    db.sealed,
  ]
  const count = await db.transaction('rw', all, async () => {
    const commands = await db.outbox.where('state').anyOf('waiting', 'refused').sortBy('seq')
    const photos = await db.photos.where('state').anyOf('waiting', 'refused').sortBy('seq')
    const left = []
    for (const { seq, sealed, named = 0 } of commands)
      if (sealed) left.push({ seq, sealed, named, picture: null })
    for (const { id, seq, sealed } of photos) {
      const picture = (await db.pictures.get(id))?.data ?? null
      if (sealed && picture) left.push({ seq, sealed, picture })
    }
    const { id, secret } = device ?? {}
    await db.sealed.bulkAdd(left.map((one) => ({ ...one, device: id, secret })))
    for (const table of all) if (table !== db.sealed) await table.clear()
    return left.length
  })
  stopMirror()
  forgotten(why)
  await countSealed()
  if ('clearAppBadge' in navigator) void (/** @type {any} */ (navigator).clearAppBadge())
  void handOverSealed()
  return count
}

wipeBy(() => wipe('tries'))

/** @type {Promise<number> | null} */
let handing = null

/**
 * Hands the sealed over, oldest first.
 * @returns {Promise<number>} how many are left
 */
export const handOverSealed = () =>
  (handing ??= handOver().finally(() => {
    handing = null
  }))

async function handOver() {
  const rows = (await db.sealed.orderBy('seq').toArray()).filter(({ refused }) => !refused)
  // Words before pictures; only what names pictures comes after them.
  const turn = (/** @type {import('./database.js').SealedRow} */ row) =>
    row.picture ? 1 : row.named ? 2 : 0
  rows.sort((one, other) => turn(one) - turn(other) || one.seq - other.seq)
  for (const row of rows) {
    const { number, device, secret, sealed, picture } = /** @type {any} */ (row)
    const told = { ...sealed, device_id: device, secret, wiped: row === rows[rows.length - 1] }
    try {
      await within(picture ? PICTURE : DEADLINE, (signal) =>
        picture
          ? request('POST', '/api/v1/sealed-photos', {
              bytes: picture.data,
              headers: {
                'Sibu-Sealed': base64url(
                  encoder.encode(JSON.stringify({ ...told, picture_iv: base64url(picture.iv) }))
                ),
              },
              signal,
            })
          : request('POST', '/api/v1/sealed-queues', { body: told, signal })
      )
      await db.sealed.delete(number)
    } catch (error) {
      // One that cannot be opened stays here for the export; the others go on.
      if (![413, 415, 422].includes(asProblem(error).status)) break
      await db.sealed.update(number, { refused: true })
    }
  }
  return countSealed()
}

/** All of it goes out by itself, but what the server did not take. */
export async function countSealed() {
  const all = await db.sealed.toArray()
  mirror.sealedRefused = all.filter(({ refused }) => refused).length
  mirror.sealed = all.length - mirror.sealedRefused
  return mirror.sealed
}
