import { db, readMeta } from './database.js'
import { dataKey } from './lock.js'
import { mirror } from './mirror.js'
import { pictureOf } from './outbox.js'
import { base64url } from './secrets.js'

/**
 * What is unsent as a file, whatever else fails: readable while the app is open, and in the form that
 * only the server opens, so that it can be handed in from any machine.
 * @returns {Promise<any>}
 */
export async function queueAsData() {
  const waiting = ['waiting', 'refused']
  const commands = await db.outbox.where('state').anyOf(waiting).sortBy('seq')
  const photos = await db.photos.where('state').anyOf(waiting).sortBy('seq')
  const open = !!dataKey() && mirror.ready
  const known = new Map(mirror.commands.map((one) => [one.seq, one]))
  const told = (/** @type {import('./mirror.js').Command | undefined} */ one) =>
    one && {
      label: one.label,
      of: one.title,
      at: one.at,
      method: one.method,
      path: one.href,
      body: one.body,
    }
  const device = await readMeta('device')
  return {
    what: 'sibu field queue 1',
    exported_at: new Date().toISOString(),
    device_id: device?.id ?? null,
    commands: commands.map(({ seq, key, state, sealed }) => ({
      seq,
      key,
      state,
      sealed,
      ...(open ? told(known.get(seq)) : {}),
    })),
    photos: await Promise.all(
      photos.map(async ({ id, seq, state, sealed }) => ({
        id,
        seq,
        state,
        sealed,
        ...(open ? await picture(id) : {}),
      }))
    ),
    sealed: (await db.sealed.toArray()).map(({ seq, device: of, sealed, picture }) => ({
      seq,
      device_id: of,
      sealed,
      ...(picture ? { picture: { iv: base64url(picture.iv), data: base64url(picture.data) } } : {}),
    })),
  }
}

/** @param {string} id */
async function picture(id) {
  const photo = mirror.photos.find((one) => one.id === id)
  const found = photo && (await pictureOf(photo))
  if (!found) return {}
  const { slot, name, at, job } = photo
  const bytes = new Uint8Array(await found.arrayBuffer())
  let text = ''
  for (let from = 0; from < bytes.length; from += 0x8000)
    text += String.fromCharCode(...bytes.subarray(from, from + 0x8000))
  return { slot, name, at, job, type: found.type, content: btoa(text) }
}

/** Hands the file to the phone. */
export async function exportQueue() {
  const text = JSON.stringify(await queueAsData(), null, 1)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = `sibu-${new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-')}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
