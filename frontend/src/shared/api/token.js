/**
 * The access token lives in memory only; the refresh token in an HttpOnly cookie that
 * scripts never see. Renewing runs under one lock for all tabs, because two tabs that
 * rotate the same cookie at once would sign each other out.
 */

const ENDPOINT = '/api/v1/auth/token'
/** Says only that somebody signed in here and did not sign out: without it there is no cookie to renew by. */
const MARK = 'sibu-signed-in'
const DEADLINE_MS = 20_000

/** @type {string | null} */
let access = null
/** @type {Set<() => void>} */
const onExpired = new Set()

export const accessToken = () => access

/** @param {string | null} token */
export function setAccessToken(token) {
  access = token
}

/** Whether this browser may hold a session; asking the server without one would end in a 401 on every first visit. */
export function mayResume() {
  try {
    return localStorage.getItem(MARK) !== null
  } catch {
    return true
  }
}

/** @param {boolean} signedIn */
export function markSession(signedIn) {
  try {
    if (signedIn) localStorage.setItem(MARK, '1')
    else localStorage.removeItem(MARK)
  } catch {
    // A browser without storage asks the server each time.
  }
}

/** Called when the server refuses to renew: the person must sign in again. @param {() => void} run */
export function whenExpired(run) {
  onExpired.add(run)
}

/**
 * @param {Record<string, string>} form
 * @returns {Promise<Response>}
 */
export async function askForToken(form, language = 'zh-CN') {
  const control = new AbortController()
  // A half-open line must not hold the lock of all tabs for minutes.
  const timer = setTimeout(() => control.abort(), DEADLINE_MS)
  try {
    return await fetch(ENDPOINT, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'X-Sibu': '1', 'Accept-Language': language },
      body: new URLSearchParams(form),
      signal: control.signal,
    })
  } finally {
    clearTimeout(timer)
  }
}

/**
 * A new access token by the cookie; null when the session is over. Throws when there is
 * no connection, which says nothing about the session.
 * @param {string | null} used the token that was refused; if another request has renewed it meanwhile, that one is taken
 * @returns {Promise<string | null>}
 */
export async function refresh(used) {
  const renew = async () => {
    if (access !== used) return access
    const response = await askForToken({ grant_type: 'refresh_token', client_type: 'browser' })
    if (response.ok) return (access = (await response.json()).access_token)
    const ours = /json/.test(response.headers.get('Content-Type') ?? '')
    if (ours && response.status < 500 && response.status !== 429) {
      access = null
      markSession(false)
      for (const run of onExpired) run()
      return null
    }
    throw new TypeError(`no token: ${response.status}`)
  }
  return navigator.locks ? navigator.locks.request('sibu-refresh', renew) : renew()
}
