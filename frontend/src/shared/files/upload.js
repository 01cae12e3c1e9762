import { newKey, request } from '../api/client.js'
import { accessToken, refresh } from '../api/token.js'
import { locale } from '../i18n.js'
import { asProblem, localProblem, NO_CONNECTION, Problem } from '../problems.js'
import { shrunk } from './shrink.js'

/**
 * Sends one file by tus, which the server takes up where the line broke, and makes the attachment.
 * Nothing about it is kept in the browser's storage; the caller's `id` lets an outbox go on with the
 * same upload after a restart.
 *
 * @typedef {object} About
 * @property {string} [id] of the upload; the same one goes on where it stopped
 * @property {string} [kind] table of what it belongs to, such as `work_order`; without it a draft
 * @property {string} [of] its id
 * @property {string} [slot]
 * @property {'photo' | 'document' | 'voucher'} [purpose]
 * @property {string} [takenAt]
 * @property {boolean} [drawn] it was made smaller already and goes as it is, so that it can be resumed
 *
 * @typedef {object} Way
 * @property {(share: number) => void} [onProgress] 0 to 1
 * @property {AbortSignal} [signal] gives the upload up, here and on the server
 * @property {number} [patience] ms without a step forward after which the line counts as dead; the upload
 *   stays on the server, to go on with later
 */
const PART = 4 * 1024 * 1024
/** A line that comes back is used at once; after a minute without one the person is asked. */
const PAUSES = [0, 500, 1000, 2000, 4000, 8000, 15_000, 30_000]

/**
 * @param {File} file
 * @param {About} about
 * @param {Way} [way]
 * @returns {Promise<any>} the attachment
 * @throws {Problem}
 */
export async function upload(file, about, way = {}) {
  const content = about.drawn ? file : await shrunk(file)
  const url = await sent(content, metadata(file, content, about), way)
  return request('POST', `${url}/finish`, { signal: way.signal })
}

/** @param {File} file @param {Blob} content @param {About} about */
function metadata(file, content, about) {
  const drawn = content !== file
  const name = drawn ? file.name.replace(/\.[^.]*$/, '.jpg') : file.name
  const said = {
    id: about.id ?? newKey(),
    filename: name.slice(-140) || 'photo.jpg',
    filetype: content.type,
    purpose: about.purpose ?? purposeOf(file),
    slot: about.slot,
    parent_kind: about.kind,
    parent_id: about.of,
    occurred_at: about.takenAt,
  }
  return /** @type {Record<string, string>} */ (
    Object.fromEntries(Object.entries(said).filter(([, value]) => value))
  )
}

/** @param {File} file @returns {'photo' | 'document'} */
export const purposeOf = (file) =>
  file.type === 'application/pdf' || /\.pdf$/i.test(file.name) ? 'document' : 'photo'

/**
 * @param {Blob} content
 * @param {Record<string, string>} said
 * @param {Way} way
 * @returns {Promise<string>} the address of the upload
 */
async function sent(content, said, { onProgress, signal, patience = 0 }) {
  const { Upload } = await import('tus-js-client')
  let timer = 0
  /** @type {Promise<string>} */
  const done = new Promise((resolve, reject) => {
    const stalled = () => {
      void sending.abort(false).catch(() => undefined)
      reject(localProblem(NO_CONNECTION))
    }
    const moved = () => {
      clearTimeout(timer)
      if (patience) timer = window.setTimeout(stalled, patience)
    }
    moved()
    const sending = new Upload(content, {
      endpoint: '/api/v1/uploads',
      metadata: said,
      chunkSize: PART,
      // Whoever has patience tries again himself, later.
      retryDelays: patience ? PAUSES.slice(0, 3) : PAUSES,
      storeFingerprintForResuming: false,
      onBeforeRequest(asked) {
        asked.setHeader('Authorization', `Bearer ${accessToken()}`)
        asked.setHeader('Accept-Language', locale.value)
      },
      async onAfterResponse(_asked, answer) {
        if (answer.getStatus() === 401) await refresh(accessToken())
      },
      onShouldRetry: (error) => {
        const status = /** @type {any} */ (error).originalResponse?.getStatus() ?? 0
        return [0, 401, 409, 423, 460].includes(status) || status >= 500
      },
      onProgress: (done, whole) => {
        moved()
        onProgress?.(whole ? done / whole : 0)
      },
      onError: (error) => reject(problemOf(error)),
      onSuccess: () => resolve(/** @type {string} */ (sending.url)),
    })
    signal?.addEventListener('abort', () => {
      void sending.abort(true).catch(() => undefined)
      reject(new DOMException('given up', 'AbortError'))
    })
    sending.start()
  })
  return done.finally(() => clearTimeout(timer))
}

/** What the server said, out of the client's own kind of error. @param {any} error */
function problemOf(error) {
  const answer = error?.originalResponse
  if (!answer) return localProblem(NO_CONNECTION)
  try {
    return new Problem(JSON.parse(answer.getBody()))
  } catch {
    return asProblem(error)
  }
}
