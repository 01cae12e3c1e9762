import { request } from '../../shared/api/client.js'
import { within } from '../../shared/api/deliver.js'
import { asProblem } from '../../shared/problems.js'
import { db, readMeta } from './database.js'
import { forgotten, wipeBy } from './lock.js'
import { mirror, stopMirror } from './mirror.js'

/**
 * The store is emptied, and no work with it: what was unsent had been sealed to the server when it was
 * recorded, stays here in that form, which nobody on this phone can read, and is handed over as soon as
 * there is a line, signed in or not.
 */

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
    for (const { seq, sealed } of commands) if (sealed) left.push({ seq, sealed, picture: null })
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
  const rows = (await db.sealed.orderBy('seq').toArray()).filter(({ picture }) => !picture)
  for (const row of rows) {
    const { number, device, secret, sealed } = /** @type {any} */ (row)
    const last = row === rows[rows.length - 1]
    const body = { ...sealed, device_id: device, secret, wiped: last }
    try {
      await within(60_000, (signal) => request('POST', '/api/v1/sealed-queues', { body, signal }))
      await db.sealed.delete(number)
    } catch (error) {
      const { status } = asProblem(error)
      // One that cannot be opened stays here for the export; the others go on.
      if (status !== 422) break
    }
  }
  return countSealed()
}

/** Deeds go out by themselves; a sealed photo has no way but the export. */
export async function countSealed() {
  const all = await db.sealed.toArray()
  mirror.sealedPhotos = all.filter(({ picture }) => picture).length
  mirror.sealed = all.length - mirror.sealedPhotos
  return mirror.sealed
}
