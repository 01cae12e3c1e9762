import { createParser } from 'eventsource-parser'
import { reactive, readonly } from 'vue'
import { send } from './client.js'

/**
 * What changes on the server, as it happens. One tab leads and reads the stream, the
 * others listen to it: browsers allow six connections per host on HTTP/1.1, and a stream
 * per tab would use them up.
 *
 * @typedef {import('../contract').Fact} Fact
 * @typedef {{ kind: 'fact', fact: Fact } | { kind: 'state', state: State, contactAt: number } | { kind: 'hello' }} Message
 * @typedef {'off' | 'connecting' | 'live' | 'stale'} State
 */

const STREAM = '/api/v1/events/stream'
/** The server says something at least every 15 s; three missed breaths mean the line is dead. */
const SILENCE_MS = 45_000
const LONGEST_WAIT_MS = 30_000

const shown = reactive({ state: /** @type {State} */ ('off'), contactAt: Date.now() })

/** `state`, and `contactAt` (ms): since when what is shown may be old. */
export const live = readonly(shown)

/** @type {Set<(fact: Fact) => void>} */
const listeners = new Set()
/** @type {BroadcastChannel | null} */
let channel = null
/** @type {AbortController | null} */
let stopping = null
let leading = false
let lastId = ''

/**
 * @param {(fact: Fact) => void} listener
 * @returns {() => void} stops listening
 */
export function onFact(listener) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Starts listening; call once signed in. */
export function startLive() {
  if (stopping) return
  const control = (stopping = new AbortController())
  shown.state = 'connecting'
  channel = 'BroadcastChannel' in window ? new BroadcastChannel('sibu-live') : null
  channel?.addEventListener('message', ({ data }) => hear(data))
  channel?.postMessage({ kind: 'hello' })
  const { signal } = control
  if (navigator.locks)
    navigator.locks.request('sibu-live', { signal }, () => lead(signal)).catch(() => {})
  else void lead(signal)
}

/** Stops listening and gives the lead to another tab. */
export function stopLive() {
  stopping?.abort()
  channel?.close()
  stopping = channel = null
  leading = false
  lastId = ''
  shown.state = 'off'
}

/** @param {Message} message */
function hear(message) {
  if (message.kind === 'fact') deliver(message.fact)
  else if (message.kind === 'hello') {
    if (leading) tell(shown.state)
  } else if (!leading) {
    shown.state = message.state
    shown.contactAt = message.contactAt
  }
}

/** @param {Fact} fact */
function deliver(fact) {
  lastId = String(fact.position)
  for (const listener of listeners) listener(fact)
}

/** @param {State} state */
function tell(state) {
  shown.state = state
  if (state === 'live') shown.contactAt = Date.now()
  channel?.postMessage({ kind: 'state', state, contactAt: shown.contactAt })
}

/** @param {AbortSignal} signal */
async function lead(signal) {
  leading = true
  let failures = 0
  while (!signal.aborted) {
    try {
      await read(signal, () => {
        failures = 0
      })
    } catch {
      // Told by the state below; the loop tries again.
    }
    if (signal.aborted) break
    tell('stale')
    const wait = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** failures++) * (0.75 + Math.random() / 2)
    await pause(wait, signal)
  }
}

/**
 * Reads one connection until it ends or falls silent.
 * @param {AbortSignal} signal
 * @param {() => void} onOpen
 */
async function read(signal, onOpen) {
  const connection = new AbortController()
  const end = () => connection.abort()
  signal.addEventListener('abort', end)
  let silence = setTimeout(end, SILENCE_MS)
  try {
    const headers = new Headers({ Accept: 'text/event-stream' })
    if (lastId) headers.set('Last-Event-ID', lastId)
    const response = await send(
      new Request(new URL(STREAM, location.origin), {
        headers,
        signal: connection.signal,
        cache: 'no-store',
      })
    )
    if (!response.ok || !response.body) throw new TypeError(`stream: ${response.status}`)
    onOpen()
    tell('live')
    const parser = createParser({
      onEvent({ id, data }) {
        const fact = /** @type {Fact} */ ({ ...JSON.parse(data), position: Number(id) })
        deliver(fact)
        channel?.postMessage({ kind: 'fact', fact })
      },
    })
    const reader = response.body.getReader()
    const decoder = new TextDecoder()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      clearTimeout(silence)
      silence = setTimeout(end, SILENCE_MS)
      tell('live')
      parser.feed(decoder.decode(value, { stream: true }))
    }
  } finally {
    clearTimeout(silence)
    signal.removeEventListener('abort', end)
  }
}

/**
 * Waits, but no longer than until the network is back.
 * @param {number} milliseconds
 * @param {AbortSignal} signal
 */
function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve(undefined)
    }
    const timer = setTimeout(done, milliseconds)
    addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}
