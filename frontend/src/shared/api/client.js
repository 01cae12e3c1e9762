import createClient from 'openapi-fetch'
import { locale } from '../i18n.js'
import { localProblem, NO_CONNECTION, NOT_OURS, Problem } from '../problems.js'
import { accessToken, mayResume, refresh } from './token.js'

/**
 * The only place that talks to the API.
 *
 *     const list = await call(api.GET('/api/v1/service-requests', { params: { query } }))
 *     await call(api.PATCH('/api/v1/customers/{id}', { params: { path: { id } }, body, headers: ifMatch(version) }))
 *     await call(api.POST('/api/v1/calls', { body, headers: once() }))
 *     await act(offered, values, { version })
 */

/**
 * Adds token and language; on 401 renews the token once and tries again.
 * @param {Request} request
 * @returns {Promise<Response>}
 */
export async function send(request) {
  const spare = request.clone()
  // A page that opened on what a phone keeps has no token yet: asking without one would only be refused.
  const used = accessToken() ?? (mayResume() ? await refresh(null) : null)
  const first = await fetch(dressed(request, used))
  if (first.status !== 401) return first
  const renewed = await refresh(used)
  return renewed ? fetch(dressed(spare, renewed)) : first
}

/** @param {Request} request @param {string | null} token */
function dressed(request, token) {
  if (token) request.headers.set('Authorization', `Bearer ${token}`)
  request.headers.set('Accept-Language', locale.value)
  return request
}

export const api = /** @type {ReturnType<typeof createClient<import('./schema.d.ts').paths>>} */ (
  createClient({ baseUrl: location.origin, fetch: send })
)

/**
 * The answer's data, or a thrown Problem: pages never look at status codes.
 * @template T
 * @param {Promise<{ data?: T, error?: unknown, response: Response }>} pending
 * @returns {Promise<T>}
 * @throws {Problem}
 */
export async function call(pending) {
  let answer
  try {
    answer = await pending
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    // A sign-in page with status 200 is no JSON and fails to parse: it is not our answer.
    throw localProblem(error instanceof SyntaxError ? NOT_OURS : NO_CONNECTION)
  }
  const { data, error, response } = answer
  if (response.ok) {
    if (response.status !== 204 && !isOurs(response)) throw localProblem(NOT_OURS)
    return /** @type {T} */ (data)
  }
  throw problemOf(error, response)
}

/** @param {Response} response */
const isOurs = (response) => /[/+]json/.test(response.headers.get('Content-Type') ?? '')

/**
 * @param {unknown} body
 * @param {Response} response
 */
function problemOf(body, response) {
  const after = Number(response.headers.get('Retry-After'))
  if (body && typeof body === 'object' && 'type' in body && 'title' in body)
    return new Problem(
      /** @type {import('../contract').ProblemBody} */ (body),
      Number.isFinite(after) && after > 0 ? after : null
    )
  return localProblem(response.status >= 500 ? 'unexpected' : NOT_OURS, response.status)
}

/**
 * Header for a write that must happen once. Keep the key while retrying the same intent.
 * @param {string} [key]
 */
export const once = (key = newKey()) => ({ 'Idempotency-Key': key })

/** A fresh key; also good as an id that the client brings. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID()
  // Plain http on a station's own network has no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Header for a write that must not overwrite another's. @param {number} version */
export const ifMatch = (version) => ({ 'If-Match': `"${version}"` })

/**
 * Carries out one offered action by the address the server gave.
 * @param {Pick<import('../contract').Offered, 'href' | 'method'>} offered
 * @param {object} [body]
 * @param {{ version?: number, key?: string }} [guards]
 * @returns {Promise<any>} the changed resource
 * @throws {Problem}
 */
export function act(offered, body = {}, { version, key } = {}) {
  return request(offered.method, offered.href, {
    body,
    headers: { ...once(key), ...(version === undefined ? {} : ifMatch(version)) },
  })
}

/**
 * A request by an address that came from the server itself (`href`).
 * @param {string} method
 * @param {string} href
 * @param {{ body?: object, bytes?: BufferSource, headers?: Record<string, string>, signal?: AbortSignal }} [options]
 * @returns {Promise<any>}
 * @throws {Problem}
 */
export function request(method, href, { body, bytes, headers = {}, signal } = {}) {
  const media = bytes ? 'application/octet-stream' : body ? 'application/json' : ''
  const wanted = new Request(new URL(href, location.origin), {
    method: method.toUpperCase(),
    headers: media ? { ...headers, 'Content-Type': media } : headers,
    body: bytes ?? (body ? JSON.stringify(body) : undefined),
    signal,
  })
  return call(parsed(send(wanted)))
}

/** @param {Promise<Response>} pending */
async function parsed(pending) {
  const response = await pending
  const text = await response.text()
  if (response.ok) return { data: text ? JSON.parse(text) : undefined, response }
  return { error: safely(text), response }
}

/** @param {string} text */
function safely(text) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/**
 * Sends a file as it is to an address that came from the server.
 * @param {string} href
 * @param {File} file
 * @returns {Promise<any>} the changed resource
 * @throws {Problem}
 */
export function sendFile(href, file) {
  const address = new URL(href, location.origin)
  address.searchParams.set('name', file.name.slice(0, 140))
  const headers = { 'Content-Type': 'application/octet-stream' }
  return call(parsed(send(new Request(address, { method: 'PUT', headers, body: file }))))
}

/**
 * A picture that needs the token (signature, photo) as an object URL; the caller revokes it.
 * @param {string} href
 * @returns {Promise<string>}
 * @throws {Problem}
 */
export async function pictureUrl(href) {
  let response
  try {
    response = await send(new Request(new URL(href, location.origin)))
  } catch {
    throw localProblem(NO_CONNECTION)
  }
  if (!response.ok) throw problemOf(safely(await response.text()), response)
  return URL.createObjectURL(await response.blob())
}

/**
 * A file that an act makes (an export) or that is read (no body), handed to the browser to be kept.
 * @param {string} href
 * @param {object} [body]
 * @throws {Problem}
 */
export async function download(href, body) {
  let response
  try {
    response = await send(
      new Request(
        new URL(href, location.origin),
        body && {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }
      )
    )
  } catch {
    throw localProblem(NO_CONNECTION)
  }
  if (!response.ok) throw problemOf(safely(await response.text()), response)
  const named = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = named?.[1] ?? 'file'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
