// A bad network between a phone and the real server: what it does to each request is told by `mode`.
import { createServer, request as ask } from 'node:http'

const PORTAL = '<!doctype html><title>Wi-Fi</title><p>请先登录本店网络</p>'
const HOLE_MS = 3000
/** Modes that meet every request. */
const ALL = ['away', 'portal', 'new-app']

/**
 * @typedef {'pass' | 'portal' | 'away' | 'lost' | 'unsaid' | 'hole' | 'half' | 'twice' | 'new-app'} Mode
 * away: nothing is reached; lost: cut before the server; unsaid: the server acts and its answer is lost; hole: three
 * seconds of nothing, then cut; half: the server acts and the line stays open without a word; twice: the request
 * arrives two times; new-app: the worker's script is another one.
 */

/**
 * @param {string} target
 * @returns {Promise<{ url: string, set: (next: Mode | (() => Mode), latency?: number) => void, close: () => Promise<void> }>}
 */
export async function badNetwork(target) {
  /** @type {() => Mode} */
  let mode = () => 'pass'
  let delay = 0
  const to = new URL(target)
  const server = createServer((asked, answer) => {
    /** @type {Buffer[]} */
    const parts = []
    asked.on('data', (part) => parts.push(part))
    asked.on('end', () => {
      // Renewing a session has promises of its own; here it is deeds that must survive.
      const api = asked.url?.startsWith('/api') && !asked.url.includes('/auth/')
      const next = mode()
      const now = api || ALL.includes(next) ? next : 'pass'
      setTimeout(() => carry(now, asked, answer, Buffer.concat(parts)), delay)
    })
  })

  /** @param {import('node:http').IncomingMessage} asked @param {Buffer} body @param {(got: import('node:http').IncomingMessage | null) => void} done */
  function upstream(asked, body, done) {
    const headers = {
      ...asked.headers,
      host: to.host,
      // The worker's script may get a line more, so it comes as it is.
      ...(asked.url === '/sw.js' ? { 'accept-encoding': 'identity' } : {}),
      ...(asked.headers.origin ? { origin: to.origin } : {}),
    }
    const forward = ask(
      { host: to.hostname, port: to.port, method: asked.method, path: asked.url, headers },
      done
    )
    forward.on('error', () => done(null))
    forward.end(body)
  }

  /** @param {Mode} how @param {import('node:http').IncomingMessage} asked @param {import('node:http').ServerResponse} answer @param {Buffer} body */
  function carry(how, asked, answer, body) {
    const cut = () => answer.socket?.destroy()
    if (how === 'away' || how === 'lost') return cut()
    if (how === 'hole') return void setTimeout(cut, HOLE_MS)
    if (how === 'portal') {
      answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      return answer.end(PORTAL)
    }
    const say = (/** @type {import('node:http').IncomingMessage | null} */ got) => {
      if (!got) return cut()
      if (how === 'unsaid' || how === 'half') {
        got.resume()
        got.on('end', () => how === 'unsaid' && cut())
        return
      }
      const headers = { ...got.headers }
      const worker = how === 'new-app' && asked.url === '/sw.js'
      if (worker) delete headers['content-length']
      answer.writeHead(got.statusCode ?? 502, headers)
      got.pipe(answer, { end: !worker })
      if (worker) got.on('end', () => answer.end('\n// another version\n'))
    }
    if (how === 'twice')
      return upstream(asked, body, (first) => {
        first?.resume()
        upstream(asked, body, say)
      })
    upstream(asked, body, say)
  }

  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://localhost:${port}`,
    set(next, latency = 0) {
      mode = typeof next === 'function' ? next : () => next
      delay = latency
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve(undefined)))
    },
  }
}
