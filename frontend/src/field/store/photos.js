import { watch } from 'vue'
import { upload } from '../../shared/files/upload.js'
import { shrunk } from '../../shared/files/shrink.js'
import { asProblem, NO_CONNECTION, NOT_OURS } from '../../shared/problems.js'
import { alone } from './alone.js'
import { db } from './database.js'
import { dataKey, lock } from './lock.js'
import { mirror, reread } from './mirror.js'
import { keepPhoto, pictureOf } from './outbox.js'
import { hide } from './secrets.js'
import {
  flush,
  outOfTouch,
  sending as shown,
  setFlying,
  setShare,
  whenDelivered,
  whenHopeful,
} from './sender.js'

/** Photos of this phone: made small and drawn anew when they are taken, kept, and sent where a line breaks off. */

const PATIENCE = 30_000
const LONGEST = 5 * 60_000

/**
 * @param {File} file as the camera gave it
 * @param {{ job: string, title: string, slot: string }} where
 * @returns {Promise<string>} its id on this phone
 */
export async function takePhoto(file, where) {
  const picture = await shrunk(file)
  const drawn = picture !== file
  const name =
    (drawn ? file.name.replace(/\.[^.]*$/, '.jpg') : file.name).slice(-140) || 'photo.jpg'
  const at = new Date(file.lastModified || Date.now()).toISOString()
  return keepPhoto({ ...where, name, picture, at })
}

const next = () => {
  const now = Date.now()
  const own = mirror.photos.filter(
    ({ owner, state, due }) => owner === lock.owner && state === 'waiting' && due <= now
  )
  // What a form waits for goes first; the others in the order in which they were taken.
  const wanted = new Set(
    mirror.commands.flatMap((one) => (one.state === 'waiting' ? one.photos : []))
  )
  return own.find(({ id }) => wanted.has(id)) ?? own[0] ?? null
}

/** Whether a command could go now that names no photo: text goes first. */
const textWaits = () =>
  mirror.commands.some(
    (one) =>
      one.state === 'waiting' &&
      !one.photos?.length &&
      one.due <= Date.now() &&
      shown.flying.has(one.seq)
  )

/** @param {import('./mirror.js').Photo} one @returns {Promise<boolean>} whether to go on */
async function send(one) {
  const picture = await pictureOf(/** @type {any} */ (one))
  if (!picture) {
    await db.photos.update(one.id, { state: 'refused' })
    return true
  }
  setFlying(one.id, true)
  try {
    const file = new File([picture], one.name, { type: one.type })
    const about = {
      id: one.id,
      kind: 'work_order',
      of: one.job,
      slot: one.slot,
      purpose: /** @type {const} */ ('photo'),
      takenAt: one.at,
      drawn: true,
    }
    const found = await upload(file, about, {
      patience: PATIENCE,
      onProgress: (share) => setShare(one.id, share),
    })
    if (!found?.id) return false
    const key = /** @type {CryptoKey} */ (dataKey())
    const outcome = await hide(key, { attachment: found.id, thumbnail: found.thumbnail })
    await db.transaction('rw', [db.photos, db.pictures], async () => {
      await db.photos.update(one.id, {
        state: 'received',
        doneAt: Date.now(),
        sealed: null,
        outcome,
      })
      await db.pictures.delete(one.id)
    })
    await reread()
    return true
  } catch (error) {
    return failed(one, asProblem(error))
  } finally {
    setFlying(one.id, false)
    setShare(one.id, null)
  }
}

/** @param {import('./mirror.js').Photo} one @param {import('../../shared/problems.js').Problem} problem */
async function failed(one, problem) {
  const noLine = [NO_CONNECTION, NOT_OURS].includes(problem.slug) || !problem.status
  const later =
    noLine || problem.status >= 500 || [401, 408, 409, 423, 429].includes(problem.status)
  if (later) {
    const wait = Math.min(LONGEST, 2000 * 2 ** one.tries)
    await db.photos.update(one.id, { tries: one.tries + 1, due: Date.now() + wait })
    setTimeout(sendPhotos, wait + 50)
    if (problem.slug === NOT_OURS) outOfTouch('not-ours')
  } else {
    const outcome = await hide(/** @type {CryptoKey} */ (dataKey()), { problem: problem.body })
    await db.photos.update(one.id, { state: 'refused', outcome })
  }
  await reread()
  return !noLine
}

/** The thing it belongs to is not the engineer's any more, or it was no picture: he gives it up. @param {string} id */
export async function dropPhoto(id) {
  await db.transaction('rw', [db.photos, db.pictures], async () => {
    await db.photos.update(id, { state: 'dropped', doneAt: Date.now(), sealed: null })
    await db.pictures.delete(id)
  })
  await reread()
}

/** @type {Promise<void> | null} */
let running = null

/** A picture is not tried where a word did not get through. */
const noLine = () =>
  !navigator.onLine || ['network', 'not-ours', 'sign-in', 'barred'].includes(shown.trouble)

async function drain() {
  if (noLine()) return
  await reread()
  for (let one; dataKey() && (one = next());) {
    while (textWaits()) await new Promise((resolve) => setTimeout(resolve, 100))
    if (!(await send(one))) return
    // A form may have waited for just this one.
    void flush()
  }
}

/** Sends the photos that can go; one at a time, one sender over all tabs. */
export function sendPhotos() {
  if (!dataKey() || !mirror.ready) return Promise.resolve()
  running ??= alone('sibu-photos', drain)
    .catch((/** @type {unknown} */ error) => console.warn('sending photos stopped', error))
    .finally(() => {
      running = null
    })
  return running
}

/** Starts it; once. */
export function startPhotos() {
  watch(
    () => shown.trouble,
    (now) => now || void sendPhotos()
  )
  whenHopeful(sendPhotos)
  whenDelivered(() => void sendPhotos())
}
