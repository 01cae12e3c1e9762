import { request } from '../../shared/api/client.js'
import { readMeta } from './database.js'
import { fromBase64url } from './secrets.js'

/** Web Push, where the browser has it: the server wakes the phone for a new, moved or cancelled job. */

const able = () =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

async function subscription() {
  const worker = await navigator.serviceWorker.getRegistration('/field/')
  return { worker, held: (await worker?.pushManager.getSubscription()) ?? null }
}

/** @returns {Promise<'none' | 'off' | 'on' | 'denied'>} */
export async function pushState() {
  const device = await readMeta('device')
  if (!able() || !device?.push_key) return 'none'
  if (Notification.permission === 'denied') return 'denied'
  const { worker, held } = await subscription()
  return worker ? (held ? 'on' : 'off') : 'none'
}

/** Asks the person and the browser, and tells the server where to. */
export async function startPush() {
  const device = await readMeta('device')
  if ((await Notification.requestPermission()) !== 'granted') return
  const { worker, held } = await subscription()
  const made =
    held ??
    (await worker?.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: fromBase64url(device.push_key),
    }))
  const { endpoint, keys } = made?.toJSON() ?? {}
  await request('PUT', `/api/v1/devices/${device.id}/push`, { body: { endpoint, keys } })
}

export async function stopPush() {
  const device = await readMeta('device')
  const { held } = await subscription()
  await request('DELETE', `/api/v1/devices/${device.id}/push`)
  await held?.unsubscribe()
}

/** The number on the app's icon: what is still on this phone alone. @param {number} n */
export function badge(n) {
  const able = /** @type {any} */ (navigator)
  const set = n ? able.setAppBadge?.(n) : able.clearAppBadge?.()
  set?.catch?.(() => {})
}
