import { newKey, request } from '../../shared/api/client.js'
import { within } from '../../shared/api/deliver.js'
import { heard } from './clock.js'
import { db, readMeta, writeMeta } from './database.js'
import { mirror, unsent } from './mirror.js'
import { base64url, random } from './secrets.js'

/**
 * This phone as the server knows it: enrolled under an id and a secret of its own making, so that it
 * can report, be told to wipe itself, and hand over what it sealed without anybody signed in.
 */

const DEADLINE = 20_000
export const VERSION = import.meta.env.VITE_VERSION ?? 'dev'

/** What browsers say of themselves, short. */
function platform() {
  const agent = navigator.userAgent
  const system =
    /Android [\d.]+|iPhone OS [\d_]+|iPad; CPU OS [\d_]+|Windows NT [\d.]+|Mac OS X [\d_]+|Linux/.exec(
      agent
    )
  const browser = /(?:Chrome|Firefox|Version)\/[\d.]+/.exec(agent)
  return [system?.[0], browser?.[0]].filter(Boolean).join(', ').replace(/_/g, '.').slice(0, 80)
}

/** @returns {Promise<'persisted' | 'refused' | 'unknown'>} */
export async function storageState() {
  try {
    return (await navigator.storage.persisted()) ? 'persisted' : 'refused'
  } catch {
    return 'unknown'
  }
}

/** Asks the browser to keep what lies here; it may say no. */
export async function askToKeep() {
  try {
    await navigator.storage.persist()
  } catch {
    // Told by storageState().
  }
  return storageState()
}

/**
 * Makes this phone known; the same again does no harm.
 * @throws {import('../../shared/problems.js').Problem}
 */
export async function enrol() {
  const known = await readMeta('device')
  const device = known ?? { id: newKey(), secret: base64url(random(32)) }
  const answer = await asked('POST', '/api/v1/devices', {
    id: device.id,
    secret: device.secret,
    name: (platform().split(',')[0] || 'phone').slice(0, 40),
    platform: platform(),
    app_version: VERSION,
    clock: new Date().toISOString(),
    storage: await storageState(),
  })
  await keep(device, answer)
  return answer
}

/** @param {{ id: string, secret: string }} device @param {any} answer */
async function keep(device, answer) {
  const { seal, policy, receipts, push_key: pushKey, last_seq: lastSeq } = answer
  await db.transaction('rw', db.meta, async () => {
    await writeMeta('device', { ...device, seal, policy, receipts, push_key: pushKey })
    const seq = (await readMeta('seq')) ?? 0
    if (lastSeq > seq) await writeMeta('seq', lastSeq)
  })
}

/**
 * Tells how this phone stands; the answer may say that it must wipe itself.
 * @param {{ wiped?: boolean }} [more]
 */
export async function report({ wiped = false } = {}) {
  const device = await readMeta('device')
  if (!device) return null
  const { commands, photos } = unsent()
  const waiting = [...commands, ...photos]
  const answer = await asked('POST', `/api/v1/devices/${device.id}/report`, {
    clock: new Date().toISOString(),
    waiting: waiting.length,
    oldest_waiting_at: waiting.map(({ at }) => at).sort()[0] ?? null,
    last_seq: (await readMeta('seq')) ?? 0,
    storage: await storageState(),
    app_version: VERSION,
    ...((await readMeta('bundle')) ? { bundle_at: await readMeta('bundle') } : {}),
    wiped,
  })
  await keep(device, answer)
  return answer
}

/** How this phone stands when nobody is signed in. */
export async function standing() {
  const device = await readMeta('device')
  if (!device) return null
  const { id: device_id, secret } = device
  return asked('POST', '/api/v1/devices/standing', { device_id, secret })
}

/** @param {string} method @param {string} href @param {object} body */
async function asked(method, href, body) {
  const began = Date.now()
  const answer = await within(DEADLINE, (signal) => request(method, href, { body, signal }))
  if (answer?.server_time) await heard(Date.parse(answer.server_time), Date.now() - began)
  return answer
}

export const isEnrolled = async () => !!(await readMeta('device'))?.seal && mirror.ready
