import { registerSW } from 'virtual:pwa-register'
import { ref } from 'vue'

/** A new version waits; it is taken only when the person says so, never in the middle of a job. */
export const updateWaits = ref(false)
/** The shell is on the phone: it opens without a network. */
export const readyOffline = ref(false)

/** @type {(reload?: boolean) => Promise<void>} */
let update = async () => {}

export function startWorker() {
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker.ready.then(() => (readyOffline.value = true))
  update = registerSW({
    onNeedRefresh: () => (updateWaits.value = true),
    onOfflineReady: () => (readyOffline.value = true),
  })
}

/** The queue lies in the store and stays there; what was typed a moment ago is written first. */
export async function takeUpdate() {
  const { writeDrafts } = await import('./store/drafts.js')
  await writeDrafts()
  await update(true)
}
