import { onUnmounted, reactive } from 'vue'
import { newKey } from '../api/client.js'
import { asProblem } from '../problems.js'
import { upload } from './upload.js'

/**
 * The files that a page is sending, each with its state in words; one that failed can be sent again
 * from where it stopped.
 *
 * @typedef {object} Sent
 * @property {string} id
 * @property {string} name
 * @property {string} [slot]
 * @property {'sending' | 'checking' | 'failed'} state
 * @property {number} share
 * @property {import('../problems.js').Problem | null} problem
 *
 * @param {() => { kind: string, of: string }} where
 * @param {(attachment: any) => void} arrived
 */
export function useSending(where, arrived) {
  const files = reactive(/** @type {Sent[]} */ ([]))
  /** @type {Map<string, { file: File, slot?: string, takenAt: string, stop: AbortController }>} */
  const kept = new Map()

  /** @param {Iterable<File>} chosen @param {string} [slot] */
  function add(chosen, slot) {
    for (const file of chosen) {
      const id = newKey()
      const takenAt = new Date(file.lastModified || Date.now()).toISOString()
      kept.set(id, { file, slot, takenAt, stop: new AbortController() })
      files.push({ id, name: file.name, slot, state: 'sending', share: 0, problem: null })
      void send(id)
    }
  }

  /** @param {string} id */
  async function send(id) {
    const one = files.find((known) => known.id === id)
    const own = kept.get(id)
    if (!one || !own) return
    Object.assign(one, { state: 'sending', problem: null })
    try {
      const { file, slot, takenAt, stop } = own
      const found = await upload(
        file,
        { id, slot, takenAt, ...where() },
        {
          signal: stop.signal,
          onProgress: (share) => {
            one.share = share
            if (share === 1) one.state = 'checking'
          },
        }
      )
      forget(id)
      arrived(found)
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return
      Object.assign(one, { state: 'failed', problem: asProblem(error) })
    }
  }

  /** @param {string} id */
  function forget(id) {
    kept.delete(id)
    const at = files.findIndex((known) => known.id === id)
    if (at >= 0) files.splice(at, 1)
  }

  /** @param {string} id */
  function giveUp(id) {
    kept.get(id)?.stop.abort()
    forget(id)
  }

  onUnmounted(() => {
    for (const { stop } of kept.values()) stop.abort()
  })

  return { files, add, again: send, giveUp }
}
