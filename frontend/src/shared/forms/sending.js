import { newKey, request, send } from '../api/client.js'
import { asProblem, localProblem, NO_CONNECTION, Problem } from '../problems.js'

/**
 * Sends one photograph by tus and gives the id of the attachment. The id is the sender's own, so that
 * a try whose answer was lost goes on where it stood.
 * @param {File} file
 * @param {{ slot: string, parentKind: string, parentId: string }} where
 * @returns {Promise<string>}
 * @throws {Problem}
 */
export async function sendPhoto(file, { slot, parentKind, parentId }) {
  const TUS = { 'Tus-Resumable': '1.0.0' }
  const metadata = Object.entries({
    id: newKey(),
    filename: named(file),
    purpose: 'photo',
    slot: slot.slice(0, 40),
    parent_kind: parentKind,
    parent_id: parentId,
    occurred_at: new Date().toISOString(),
  })
    .map(([name, value]) => `${name} ${encoded(value)}`)
    .join(',')
  const announced = await answered('/api/v1/uploads', 'POST', {
    ...TUS,
    'Upload-Length': String(file.size),
    'Upload-Metadata': metadata,
  })
  const place = announced.headers.get('Location') ?? ''
  const offset = Number(announced.headers.get('Upload-Offset') ?? 0)
  if (offset < file.size)
    await answered(
      place,
      'PATCH',
      {
        ...TUS,
        'Upload-Offset': String(offset),
        'Content-Type': 'application/offset+octet-stream',
      },
      file.slice(offset)
    )
  const made = await request('POST', `${place}/finish`)
  return made.id
}

/** A camera's files often have no ending that says what they are. @param {File} file */
const named = (file) =>
  /\.(jpe?g|png|webp|heic|heif)$/i.test(file.name)
    ? file.name.slice(-100)
    : `photo.${file.type.split('/')[1] || 'jpg'}`

/** @param {string} text */
const encoded = (text) =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))

/**
 * @param {string} path
 * @param {string} method
 * @param {Record<string, string>} headers
 * @param {Blob} [body]
 */
async function answered(path, method, headers, body) {
  let response
  try {
    response = await send(new Request(new URL(path, location.origin), { method, headers, body }))
  } catch {
    throw localProblem(NO_CONNECTION)
  }
  if (response.ok) return response
  const said = await response.json().catch(() => null)
  throw said?.type ? new Problem(said) : asProblem(localProblem('unexpected', response.status))
}
