import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { session } from '../../shared/session.js'
import { judge } from './clock.js'
import { db, NAME, readMeta, writeMeta } from './database.js'
import { begin, lock, look, newPin, unlock, whenOpen } from './lock.js'
import { mirror, reread, startMirror, stopMirror } from './mirror.js'
import { drop, handToCoordinator, keepPhoto, mend, pictureOf, record } from './outbox.js'
import { queueAsData } from './export.js'
import { flushNow, lanes, sending, startSender } from './sender.js'
import { fromBase64url } from './secrets.js'
import { handOverSealed, wipe } from './wipe.js'

vi.mock('../../shared/session.js', () => ({ session: { state: 'in', me: null } }))

/** The store as it was first given to phones; never to be changed. */
const FIRST = {
  meta: 'name',
  jobs: 'id',
  parts: 'id',
  drafts: 'id',
  outbox: 'seq, &key, job, state',
  photos: 'id, job, state',
  pictures: 'id',
  sealed: '++number, seq',
}
// Ten wrong PINs are ten slow derivations.
vi.setConfig({ testTimeout: 60_000 })

const PIN = '258036'
const HOUR = 3_600_000
/** @type {CryptoKeyPair} */
let server
/** What the double of the server is asked, and what it answers. */
let asked = []
let answer = () => ({ status: 200, body: { id: 'x' } })

whenOpen(startMirror)
startSender()

beforeEach(async () => {
  asked = []
  answer = () => ({ status: 200, body: { id: 'x' } })
  vi.stubGlobal('fetch', async (input, init) => {
    const request =
      input instanceof Request ? input : new Request(new URL(input, location.origin), init)
    const { pathname } = new URL(request.url)
    const sent = {
      path: pathname,
      key: request.headers.get('Idempotency-Key'),
      sealed: request.headers.get('Sibu-Sealed'),
      body: await request
        .clone()
        .json()
        .catch(() => null),
    }
    asked.push(sent)
    const found = answer(sent)
    if (found === 'cut') throw new TypeError('cut')
    const { status = 200, body = {}, headers = {}, media = 'application/json' } = found
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers: {
        'Content-Type': media,
        'Idempotency-Key': sent.key ?? '',
        Date: new Date().toUTCString(),
        ...headers,
      },
    })
  })
  server = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ])
  await db.open()
  const jwk = await crypto.subtle.exportKey('jwk', server.publicKey)
  await writeMeta('device', { id: 'device-1', secret: 'secret', seal: { kid: 'k1', jwk } })
  await begin('me', PIN)
})

afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve, 5))
  stopMirror()
  db.close()
  await new Promise((resolve) => (indexedDB.deleteDatabase(NAME).onsuccess = resolve))
  vi.unstubAllGlobals()
})

const deed = (job, action, body = {}) => ({
  job,
  action,
  label: action,
  title: '绿源',
  href: `/api/v1/work-orders/${job}/${action}`,
  body,
})
const quiet = () => vi.waitFor(() => expect(sending.flying.size).toBe(0))
const states = () => mirror.commands.map(({ state }) => state)

/** All that lies in the store, as a finder of the phone would read it. */
async function found() {
  const all = await Promise.all(db.tables.map((table) => table.toArray()))
  return JSON.stringify(all, (_, value) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? new TextDecoder('latin1').decode(value)
      : value
  )
}

/** The server's side of the seal. */
async function unsealed({ id, kid, epk, iv, sealed }) {
  const theirs = await crypto.subtle.importKey(
    'jwk',
    epk,
    { name: 'ECDH', namedCurve: 'P-256' },
    false,
    []
  )
  const shared = await crypto.subtle.deriveBits(
    { name: 'ECDH', public: theirs },
    server.privateKey,
    256
  )
  const stretched = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const text = new TextEncoder()
  const key = await crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: new Uint8Array(),
      info: text.encode(`sibu sealed queue 1|device-1|${kid}`),
    },
    stretched,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt']
  )
  const additionalData = text.encode(`${id}|device-1|${kid}`)
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: fromBase64url(iv), additionalData },
    key,
    fromBase64url(sealed)
  )
  return JSON.parse(new TextDecoder().decode(plain))
}

describe('what is recorded', () => {
  it('is on the disk when record() resolves, numbered, chained per job, hidden, and opened by the PIN alone', async () => {
    answer = () => 'cut'
    await record(deed('a', 'accept'))
    await record(deed('b', 'accept'))
    await record(deed('a', 'diagnose', { diagnosis: 'canary-光源老化' }))
    const rows = await db.outbox.toArray()
    expect(rows.map(({ seq, job }) => [seq, job])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'a'],
    ])
    expect(mirror.commands[2].body).toMatchObject({
      device_id: 'device-1',
      device_seq: 3,
      after: 1,
    })
    expect(mirror.commands[1].body.after).toBeUndefined()
    expect(await found()).not.toContain('canary')
    expect(await found()).not.toContain('绿源')
    stopMirror()
    await db.meta.delete('open')
    await look()
    expect(lock.state).toBe('locked')
    expect(await unlock('000000')).toBe(false)
    expect(lock.triesLeft).toBe(9)
    expect(await unlock(PIN)).toBe(true)
    expect(mirror.commands[2].body.diagnosis).toBe('canary-光源老化')
    expect(lock.triesLeft).toBe(10)
    expect(await newPin(PIN, '907214')).toBe(true)
    await db.meta.delete('open')
    await look()
    expect(await unlock(PIN)).toBe(false)
    expect(await unlock('907214')).toBe(true)
  })

  it('is told as not kept on a full phone, and nothing is half kept', async () => {
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' })
    const add = vi.spyOn(db.outbox, 'add').mockRejectedValue(full)
    await expect(record(deed('a', 'accept'))).rejects.toMatchObject({ slug: 'storage-full' })
    add.mockRestore()
    expect(await db.outbox.count()).toBe(0)
    await record(deed('a', 'accept'))
    expect(mirror.commands).toHaveLength(1)
    expect((await queueAsData()).commands[0]).toMatchObject({
      path: '/api/v1/work-orders/a/accept',
    })
  })
})

describe('sending', () => {
  it('goes in order per job, several jobs at once, and counts only our own answer with the key', async () => {
    answer = () => 'cut'
    for (const [job, action] of [
      ['a', 'accept'],
      ['a', 'depart'],
      ['b', 'accept'],
      ['a', 'arrive'],
    ])
      await record(deed(job, action))
    await quiet()
    expect(states()).toEqual(Array(4).fill('waiting'))
    const untrue = [
      { status: 200, body: '<html>sign in</html>', media: 'text/html' },
      { status: 200, body: { id: 'x' }, headers: { 'Idempotency-Key': 'other' } },
      { status: 200, body: '<html>', media: 'application/json' },
      { status: 403, body: '<html>', media: 'text/html' },
    ]
    for (const lie of untrue) {
      answer = () => lie
      await flushNow()
      expect(states()).toEqual(Array(4).fill('waiting'))
      expect(sending.trouble).toBe('not-ours')
    }
    answer = () => ({ status: 502, body: '<html>', media: 'text/html' })
    await flushNow()
    expect(states()).toEqual(Array(4).fill('waiting'))
    answer = () => ({ status: 201, body: { id: 'x' } })
    asked = []
    await flushNow()
    await vi.waitFor(() => expect(states()).toEqual(Array(4).fill('received')))
    const told = asked.map(({ path }) => path.split('/').slice(-2).join(' '))
    expect(told.filter((one) => one.startsWith('a'))).toEqual(['a accept', 'a depart', 'a arrive'])
    expect(new Set(asked.map(({ key }) => key)).size).toBe(4)
    expect(await found()).not.toContain('arrive')
  })

  it('parks only the job of a refused deed, and each way out lets the rest go on', async () => {
    const no = {
      type: '/problems/transition-refused',
      title: '不行',
      status: 409,
      detail: '已改派',
    }
    answer = ({ path }) =>
      path.endsWith('/depart')
        ? { status: 409, body: no, media: 'application/problem+json' }
        : { body: { id: 'x' } }
    for (const [job, action] of [
      ['a', 'accept'],
      ['a', 'depart'],
      ['a', 'arrive'],
      ['b', 'accept'],
    ])
      await record(deed(job, action))
    await vi.waitFor(() => expect(states()).toEqual(['received', 'refused', 'waiting', 'received']))
    expect(mirror.commands[1].outcome.problem.detail).toBe('已改派')
    const { key } = mirror.commands[1]
    await mend(2, { note: 'said better' })
    await vi.waitFor(() => expect(mirror.commands[1].state).toBe('refused'))
    expect(mirror.commands[1].key).not.toBe(key)
    expect(asked[asked.length - 1].body).toMatchObject({
      note: 'said better',
      device_seq: 2,
      after: 1,
    })
    await drop(2, '不去了')
    await vi.waitFor(() =>
      expect(states()).toEqual(['received', 'dropped', 'received', 'received'])
    )
    expect(mirror.commands[1].outcome.reason).toBe('不去了')
    const given = asked.filter(({ path }) => path.endsWith('/held-commands'))
    expect(given[0].body).toMatchObject({
      device_seq: 2,
      wish: 'drop',
      note: '不去了',
      path: '/api/v1/work-orders/a/depart',
    })
    expect(asked[asked.length - 1].body).toMatchObject({ device_seq: 3, after: 1 })
    await record(deed('c', 'depart'))
    await vi.waitFor(() => expect(mirror.commands[4].state).toBe('refused'))
    await handToCoordinator(5)
    await vi.waitFor(() => expect(mirror.commands[4].state).toBe('held'))
    expect(asked[asked.length - 1]).toMatchObject({
      path: '/api/v1/held-commands',
      body: {
        device_seq: 5,
        path: '/api/v1/work-orders/c/depart',
        job_id: 'c',
        problem: { detail: '已改派' },
      },
    })
  })

  it('takes a lost answer, a held one, a number already taken, and an ended session for what they are', async () => {
    answer = () => 'cut'
    const key = await record(deed('a', 'accept'))
    await quiet()
    asked = []
    let turn = 0
    answer = () =>
      turn++ ? { status: 202, body: { id: 'h', status: 'held', detail: '已派给别人' } } : 'cut'
    await flushNow()
    await flushNow()
    expect(asked.map((one) => one.key)).toEqual([key, key])
    expect(JSON.stringify(asked[0].body)).toBe(JSON.stringify(asked[1].body))
    expect(states()).toEqual(['held'])
    const taken = { type: '/problems/device-sequence-taken', title: 'x', status: 409, next_seq: 40 }
    answer = ({ body }) =>
      body.device_seq < 40
        ? { status: 409, body: taken, media: 'application/problem+json' }
        : { body: { id: 'x' } }
    await record(deed('b', 'accept'))
    await record(deed('b', 'depart'))
    await vi.waitFor(() => expect(states()).toEqual(['held', 'received', 'received']))
    expect(mirror.commands.map(({ seq }) => seq)).toEqual([1, 40, 41])
    expect(asked[asked.length - 1].body).toMatchObject({ device_seq: 41, after: 40 })
    answer = () => ({
      status: 401,
      body: { type: '/problems/unauthenticated', title: 'x', status: 401 },
      media: 'application/problem+json',
    })
    await record(deed('d', 'accept'))
    await vi.waitFor(() => expect(sending.trouble).toBe('sign-in'))
    expect(mirror.commands[3].state).toBe('waiting')
    expect(session.state).toBe('in')
  })

  it('never lets a lane pass a refused one', () => {
    const one = (seq, job, state) => ({ seq, job, state })
    const found = lanes([
      one(1, 'a', 'received'),
      one(2, 'a', 'refused'),
      one(3, 'a', 'waiting'),
      one(4, 'b', 'waiting'),
      one(5, 'b', 'waiting'),
    ])
    expect(found.map((lane) => lane.map(({ seq }) => seq))).toEqual([[4, 5]])
  })
})

describe('a wipe', () => {
  it('after ten wrong PINs leaves nothing readable and loses no work: the server opens what was sealed', async () => {
    answer = () => 'cut'
    const picture = new Blob([new Uint8Array([7, 7, 7, 7])], { type: 'image/jpeg' })
    const key = await record(deed('a', 'diagnose', { diagnosis: 'canary-1' }))
    const id = await keepPhoto({
      job: 'a',
      title: '绿源',
      slot: 'fault',
      name: 'a.jpg',
      picture,
      at: new Date().toISOString(),
    })
    expect(new Uint8Array(await (await pictureOf(mirror.photos[0])).arrayBuffer())).toEqual(
      new Uint8Array([7, 7, 7, 7])
    )
    await reread()
    await db.meta.delete('open')
    await look()
    for (let n = 0; n < 10; n++) expect(await unlock('111112')).toBe(false)
    expect(lock).toMatchObject({ state: 'none', why: 'tries' })
    expect(await readMeta('wrapping')).toBeUndefined()
    expect(await db.outbox.count()).toBe(0)
    expect(await found()).not.toContain('canary')
    const left = await db.sealed.toArray()
    expect(left).toHaveLength(2)
    const [told, photo] = [await unsealed(left[0].sealed), await unsealed(left[1].sealed)]
    expect(told.commands[0]).toMatchObject({
      key,
      path: '/api/v1/work-orders/a/diagnose',
      body: { diagnosis: 'canary-1', device_seq: 1 },
    })
    expect(photo.photo).toMatchObject({ id, slot: 'fault', parent_id: 'a' })
    const blobKey = await crypto.subtle.importKey(
      'raw',
      fromBase64url(photo.photo.blob_key),
      'AES-GCM',
      false,
      ['decrypt']
    )
    const { iv, data } = left[1].picture
    expect(
      new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, blobKey, data))
    ).toEqual(new Uint8Array([7, 7, 7, 7]))
    // What the server cannot open stays for the export, and keeps nothing else waiting.
    answer = ({ path }) =>
      path.endsWith('photos') ? { status: 422, body: {} } : { body: { id: 'x', received: 1 } }
    await wipe('opened')
    await vi.waitFor(async () => expect(await db.sealed.count()).toBe(1))
    await vi.waitFor(() => expect(mirror).toMatchObject({ sealed: 0, sealedRefused: 1 }))
    expect((await queueAsData()).sealed[0].picture.data).toBeTruthy()
    await db.sealed.toCollection().modify({ refused: false })
    answer = () => ({ body: { id: 'x', received: 1 } })
    await handOverSealed()
    expect(await db.sealed.count()).toBe(0)
    const envelope = JSON.parse(new TextDecoder().decode(fromBase64url(asked.at(-1).sealed)))
    expect(envelope).toMatchObject({ device_id: 'device-1', secret: 'secret', wiped: true })
    expect(fromBase64url(envelope.picture_iv)).toHaveLength(12)
    const handed = asked.filter(({ path }) => path.endsWith('/sealed-queues'))
    expect(handed.at(-1).body).toMatchObject({ device_id: 'device-1', secret: 'secret', kid: 'k1' })
  })
})

describe('an older store', () => {
  it('is upgraded with sixty deeds inside, and all of them go out in order', async () => {
    answer = () => 'cut'
    for (let n = 0; n < 60; n++) await record(deed(`job-${n % 6}`, `step-${n}`))
    const rows = await Promise.all(
      db.tables.map(async (table) => [table.name, await table.toArray()])
    )
    stopMirror()
    db.close()
    await new Promise((resolve) => (indexedDB.deleteDatabase(NAME).onsuccess = resolve))
    const old = new Dexie(NAME)
    old.version(1).stores(FIRST)
    await old.open()
    for (const [name, found] of rows) if (name in FIRST) await old.table(name).bulkAdd(found)
    old.close()
    answer = () => ({ body: { id: 'x' } })
    asked = []
    await db.open()
    await look()
    expect(lock.state).toBe('open')
    expect(db.verno).toBe(2)
    await flushNow()
    await vi.waitFor(() => expect(states()).toEqual(Array(60).fill('received')), {
      timeout: 20_000,
    })
    const sent = asked.filter(({ path }) => path.includes('/step-'))
    expect(sent).toHaveLength(60)
    for (let job = 0; job < 6; job++) {
      const own = sent
        .filter(({ path }) => path.includes(`job-${job}/`))
        .map(({ body }) => body.device_seq)
      expect(own).toEqual([...own].sort((one, other) => one - other))
    }
  }, 30_000)
})

describe('a lying clock', () => {
  it('locks and never wipes; only a plausible silence of 72 hours asks for the server', () => {
    const now = Date.parse('2026-11-29T08:00:00Z')
    const read = (more) =>
      judge({
        now,
        seen: now - 1000,
        contact: now - 1000,
        lockMinutes: 5,
        offlineHours: 72,
        ...more,
      })
    expect(read({})).toBe('plain')
    expect(read({ seen: now - 6 * 60_000 })).toBe('away')
    expect(read({ seen: now + 24 * HOUR })).toBe('jumped')
    expect(read({ seen: now + 10 * 365 * 24 * HOUR, contact: now + 10 * 365 * 24 * HOUR })).toBe(
      'jumped'
    )
    expect(read({ seen: now - 10 * 365 * 24 * HOUR, contact: now - 10 * 365 * 24 * HOUR })).toBe(
      'jumped'
    )
    expect(read({ seen: now - 24 * HOUR, contact: now - 24 * HOUR })).toBe('away')
    expect(read({ seen: now - 1000, contact: now - 73 * HOUR })).toBe('overdue')
  })
})
