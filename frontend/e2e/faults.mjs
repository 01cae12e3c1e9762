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
 * arrives two times; new-app: the worker's script is another one, and its store has one version more.
 *
 * @typedef {{ up: number, down: number }} Speed bits a second, of all that is in the air together
 */

/**
 * @param {string} target
 * @returns {Promise<{ url: string, set: (next: Mode | (() => Mode), latency?: number) => void,
 *   throttle: (speed: Speed | null) => void, sent: () => number, close: () => Promise<void> }>} `sent`: bytes of requests so far
 */
export async function badNetwork(target) {
  /** @type {() => Mode} */
  let mode = () => 'pass'
  let delay = 0
  let sent = 0
  /** @type {Speed | null} */
  let speed = null
  const free = { up: 0, down: 0 }
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
      const body = Buffer.concat(parts)
      sent += body.length
      setTimeout(() => carry(now, asked, answer, body), delay + wait('up', body.length))
    })
  })

  /** How long so many bytes take on a line that carries others too. @param {'up' | 'down'} way @param {number} bytes */
  function wait(way, bytes) {
    if (!speed) return 0
    free[way] = Math.max(Date.now(), free[way]) + (bytes * 8000) / speed[way]
    return free[way] - Date.now()
  }

  /** @param {import('node:http').IncomingMessage} asked @param {Buffer} body @param {(got: import('node:http').IncomingMessage | null) => void} done */
  function upstream(asked, body, done) {
    const headers = {
      ...asked.headers,
      host: to.host,
      // A script may get a line more, so it comes as it is.
      ...(/\.js(\?|$)/.test(asked.url ?? '') ? { 'accept-encoding': 'identity' } : {}),
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
      if (how === 'new-app' && /\.js(\?|$)/.test(asked.url ?? '')) return void renewed(got, answer)
      answer.writeHead(got.statusCode ?? 502, got.headers)
      if (!speed) return void got.pipe(answer)
      got.on('data', (part) =>
        setTimeout(() => answer.write(part), wait('down', part.length) + delay)
      )
      got.on('end', () => setTimeout(() => answer.end(), wait('down', 0) + delay))
    }
    if (how === 'twice')
      return upstream(asked, body, (first) => {
        first?.resume()
        upstream(asked, body, say)
      })
    upstream(asked, body, say)
  }

  /** Every script with a mark of the next version in it. @param {import('node:http').IncomingMessage} got @param {import('node:http').ServerResponse} answer */
  async function renewed(got, answer) {
    const parts = []
    for await (const part of got) parts.push(part)
    const text = nextVersion(Buffer.concat(parts).toString('utf8'))
    const headers = { ...got.headers, 'content-length': String(Buffer.byteLength(text)) }
    answer.writeHead(got.statusCode ?? 502, headers)
    answer.end(text)
  }

  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://localhost:${port}`,
    set(next, latency = 0) {
      mode = typeof next === 'function' ? next : () => next
      delay = latency
    },
    throttle(next) {
      speed = next
      Object.assign(free, { up: 0, down: 0 })
    },
    sent: () => sent,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve(undefined)))
    },
  }
}

/**
 * A script of the app as a later version has it: the worker fetches all of it anew, and the store has one version more,
 * whose upgrade reads what is in the queue.
 * @param {string} text
 */
function nextVersion(text) {
  return (
    text
      .replace(/(["'`]?revision["'`]?:)null/g, '$1"next"')
      .replace(
        /(\w+)\.version\(2\)\.stores\((\{[^}]*\})\)/,
        '$&,$1.version(3).stores({later:"id"}).upgrade(async(t)=>{for(const r of await t.table("outbox").toArray())await t.table("later").put({id:r.key})})'
      ) + '\n// another version\n'
  )
}
