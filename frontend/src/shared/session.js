import { reactive, readonly } from 'vue'
import { api, call, request } from './api/client.js'
import {
  accessToken,
  askForToken,
  markSession,
  mayResume,
  refresh,
  setAccessToken,
  whenExpired,
} from './api/token.js'
import { locale } from './i18n.js'
import { localProblem, NO_CONNECTION, NOT_OURS, Problem } from './problems.js'

/**
 * Who is signed in.
 * @typedef {'unknown' | 'out' | 'in' | 'expired' | 'unreachable'} SessionState
 */

const kept = reactive({
  state: /** @type {SessionState} */ ('unknown'),
  me: /** @type {import('./contract').Me | null} */ (null),
})

export const session = readonly(kept)

whenExpired(() => {
  if (kept.state === 'in') kept.state = 'expired'
})

/**
 * Takes up the session that the cookie still holds, if any.
 * @param {boolean} [known] whether this browser keeps somebody's work: then no session is one that expired
 */
export async function resume(known = false) {
  try {
    const token = mayResume() ? await refresh(accessToken()) : null
    if (!token) kept.state = known || kept.me ? 'expired' : 'out'
    else await readMe()
  } catch {
    if (!kept.me && !known) kept.state = 'unreachable'
  }
  return kept.state
}

/**
 * Goes on as this person with what the phone keeps of him, before any server was asked. Whether he may
 * still send, `resume` or the first answer tells.
 * @param {import('./contract').Me} me
 */
export function adopt(me) {
  kept.me = me
  if (kept.state !== 'expired') kept.state = 'in'
}

async function readMe() {
  kept.me = await call(api.GET('/api/v1/me', {}))
  kept.state = 'in'
}

/**
 * @param {string} username
 * @param {string} password
 * @throws {Problem} `sign-in-failed` (with `tries_left`), `too-many-tries`, `no-connection`
 */
export async function signIn(username, password) {
  let response
  try {
    response = await askForToken(
      { grant_type: 'password', username, password, client_type: 'browser' },
      locale.value
    )
  } catch {
    throw localProblem(NO_CONNECTION)
  }
  const body = await response.json().catch(() => null)
  if (!response.ok) {
    if (!body?.type) throw localProblem(NO_CONNECTION)
    throw new Problem(body, Number(response.headers.get('Retry-After')) || null)
  }
  if (!body?.access_token) throw localProblem(NOT_OURS)
  setAccessToken(body.access_token)
  markSession(true)
  await readMe()
}

/** Signs out here and on the server. Without a connection it still forgets everything here. */
export async function signOut() {
  try {
    await request('POST', '/api/v1/auth/sign-out', { headers: { 'X-Sibu': '1' } })
  } catch {
    // The cookie outlives this only until its own expiry; the person sees the sign-in page.
  }
  setAccessToken(null)
  markSession(false)
  kept.me = null
  kept.state = 'out'
}

/** Marks the session as over, keeping who it was, so that the same person can go on. */
export function expire() {
  kept.state = 'expired'
}

/**
 * Whether the server listed this permission. It decides what is drawn, never what is allowed.
 * @param {string | undefined} permission
 */
export const can = (permission) => !permission || !!kept.me?.permissions.includes(permission)

/** @param {string} role */
export const holds = (role) => !!kept.me?.roles.some((one) => one.role === role)
