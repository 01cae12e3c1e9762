import { localProblem, NOT_OURS, Problem } from '../problems.js'
import { send } from './client.js'

/**
 * One try to hand a command over, for a queue that must know exactly what became of it. Delivered means
 * an answer of ours that echoes the key; whatever else answers (a network's sign-in page with status 200,
 * a proxy's 502) has not delivered anything.
 *
 * @typedef {{ kind: 'received', data: any, held: boolean, conflicts: number, took: number, server: number }} Received
 * @typedef {{ kind: 'refused', problem: Problem, server: number, took: number }} Refused
 * @typedef {{ kind: 'again', why: 'network' | 'not-ours' | 'busy', after: number }} Again `after` in ms, 0: as the caller likes
 * @typedef {{ kind: 'sign-in' }} SignIn
 * @typedef {Received | Refused | Again | SignIn} Delivery
 */

/** Problems that say "not yet" though they are below 500. */
const NOT_YET = ['still-running', 'too-many-requests', 'rate-limited']

/**
 * @param {{ method: string, href: string, body: object, key: string }} command
 * @param {number} deadline how long an answer may take, in milliseconds: a half-open line never says that it is dead
 * @returns {Promise<Delivery>}
 */
export async function deliver({ method, href, body, key }, deadline) {
  const began = Date.now()
  let answer
  try {
    answer = await within(deadline, (signal) =>
      whole(
        new Request(new URL(href, location.origin), {
          method,
          signal,
          // A portal sends elsewhere; following would take its page for an answer.
          redirect: 'manual',
          cache: 'no-store',
          headers: {
            'Content-Type': 'application/json',
            'Idempotency-Key': key,
            'Sibu-Device-Clock': new Date(began).toISOString(),
          },
          body: JSON.stringify(body),
        })
      )
    )
  } catch {
    return { kind: 'again', why: 'network', after: 0 }
  }
  return judged(answer, key, Date.now() - began)
}

/** @param {Request} request */
async function whole(request) {
  const response = await send(request)
  return { response, text: response.type === 'opaqueredirect' ? '' : await response.text() }
}

/**
 * @template T
 * @param {number} deadline
 * @param {(signal: AbortSignal) => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function within(deadline, run) {
  const control = new AbortController()
  let timer = 0
  const late = new Promise((/** @type {(value: never) => void} */ _, reject) => {
    timer = window.setTimeout(() => {
      control.abort()
      reject(new TypeError('no answer in time'))
    }, deadline)
  })
  try {
    return await Promise.race([run(control.signal), late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * @param {{ response: Response, text: string }} answer
 * @param {string} key
 * @param {number} took
 * @returns {Delivery}
 */
export function judged({ response, text }, key, took) {
  const { headers, status } = response
  const media = headers.get('Content-Type') ?? ''
  const data = /^application\/(problem\+)?json\b/.test(media) ? parsed(text) : undefined
  const server = Date.parse(headers.get('Date') ?? '') || Date.now()
  const wait = (Number(headers.get('Retry-After')) || 0) * 1000
  if (status === 401 && data?.type) return { kind: 'sign-in' }
  if (status >= 500 || [408, 425, 429].includes(status))
    return { kind: 'again', why: 'busy', after: wait }
  if (headers.get('Idempotency-Key') !== key || data === undefined)
    return { kind: 'again', why: 'not-ours', after: wait }
  if (response.ok)
    return {
      kind: 'received',
      data,
      held: status === 202,
      conflicts: Number(headers.get('Sibu-Conflicts')) || 0,
      took,
      server,
    }
  const problem = data?.type ? new Problem(data) : localProblem(NOT_OURS, status)
  if (NOT_YET.includes(problem.slug)) return { kind: 'again', why: 'busy', after: wait || 1000 }
  return { kind: 'refused', problem, server, took }
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
