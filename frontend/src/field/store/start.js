import { watch } from 'vue'
import { live, onFact } from '../../shared/api/live.js'
import { locale } from '../../shared/i18n.js'
import { adopt, resume, session } from '../../shared/session.js'
import { reallyOverdue } from './clock.js'
import { db, readMeta } from './database.js'
import { enrol, report, standing } from './device.js'
import { forgetDrafts } from './drafts.js'
import {
  begin,
  dataKey,
  lock,
  look,
  notOverdue,
  policy,
  unlock,
  watchTheClock,
  whenOpen,
} from './lock.js'
import { mirror, startMirror } from './mirror.js'
import { forgetNumbers } from './numbers.js'
import { forgetReceived } from './outbox.js'
import { startPhotos } from './photos.js'
import { pullNow, pullSoon, recallPull } from './pull.js'
import { hide } from './secrets.js'
import { flushNow, startSender, whenDelivered } from './sender.js'
import { countSealed, handOverSealed, wipe } from './wipe.js'

/** How the parts of the store come to life together, and what each change of the world sets off. */

const MINUTE = 60_000
const REPORT = 5 * MINUTE

whenOpen(async () => {
  await startMirror()
  await recallPull()
  if (mirror.parts.profile) adopt(mirror.parts.profile)
})

/** Before the first page: what this phone keeps decides whether a server must be asked at all. */
export async function openStore() {
  let state
  try {
    state = await look()
  } catch (error) {
    console.warn('no store on this phone', error)
    state = /** @type {const} */ ('unsafe')
  }
  if (state === 'open' || state === 'locked' || state === 'overdue') void resume(true)
  else await resume()
  return state
}

let started = false

/** After the first page: everything that runs by itself; once. */
export function startStore() {
  if (started) return
  started = true
  watchTheClock()
  startSender()
  startPhotos()
  whenDelivered(() => {
    pullSoon()
    void tell()
  })
  onFact(({ subject }) => {
    if (!['call', 'leg', 'presence'].includes(subject)) pullSoon()
  })
  watch(
    () => live.state,
    (state, before) => state === 'live' && before !== 'live' && hopeful()
  )
  watch(locale, () => lock.state === 'open' && void pullNow())
  watch(
    () => [session.state, lock.state],
    ([signedIn, door], [wasIn, wasDoor]) => {
      if (signedIn === 'in' && wasIn !== 'in') void signedInAgain()
      else if (door === 'open' && wasDoor !== 'open') hopeful()
    }
  )
  addEventListener('online', () => hopeful())
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && hopeful()
  )
  setInterval(() => void tell(), REPORT)
  // A line that comes back is not always told: what a wipe left does not wait for it.
  setInterval(() => mirror.sealed && void handOverSealed(), MINUTE)
  void countSealed().then(hopeful)
}

const TOGETHER_MS = 150
let hoping = 0

/** Signing in, the stream and the network often come at once: they are one reason, not three rounds of everything. */
function hopeful() {
  clearTimeout(hoping)
  hoping = window.setTimeout(tryAll, TOGETHER_MS)
}

function tryAll() {
  if (mirror.sealed) void handOverSealed()
  if (lock.state === 'overdue') void stillOverdue()
  if (!dataKey()) return
  void flushNow()
  pullSoon()
  void tell()
  void forgetReceived()
  void forgetNumbers()
}

async function signedInAgain() {
  const me = /** @type {any} */ (session.me)
  if (!me || lock.state === 'none' || lock.state === 'unsafe') return
  // Somebody else signed in: what is here is the former's, and stays sealed for the server.
  if (lock.owner && lock.owner !== me.account_id) await forgetAll('opened')
  else if (dataKey()) {
    await keepProfile(me)
    hopeful()
  }
}

/** @param {import('../../shared/contract').Me} me */
async function keepProfile(me) {
  const key = dataKey()
  if (key) await db.parts.put({ id: 'profile', content: await hide(key, me) })
}

/**
 * The first opening on this phone.
 * @param {string} pin
 * @throws {import('../../shared/problems.js').Problem}
 */
export async function beginStore(pin) {
  const me = /** @type {import('../../shared/contract').Me} */ (session.me)
  startStore()
  await enrol()
  await begin(me.account_id, pin)
  await keepProfile(me)
  await pullNow()
}

/** @param {string} pin */
export async function openBy(pin) {
  const opened = await unlock(pin)
  if (opened) hopeful()
  return opened
}

/**
 * Tells the server how this phone stands; it may answer that the phone was lost.
 * @returns {Promise<void>}
 */
async function tell() {
  if (!(await readMeta('device'))) return
  const answer = await (session.state === 'in' ? report() : standing()).catch(() => null)
  if (answer?.wipe) {
    if (session.state === 'in') await report({ wiped: true }).catch(() => null)
    await forgetAll('wiped')
  }
}

/** The server was asked whether the phone was really silent that long, or only its clock says so. */
export async function stillOverdue() {
  // Before the answer, which is itself a new contact.
  const contactServer = (await readMeta('contact'))?.server ?? 0
  const { offline_hours: offlineHours } = await policy()
  const answer = await standing().catch(() => null)
  if (!answer?.server_time) return
  const server = Date.parse(answer.server_time)
  if (answer.wipe || reallyOverdue({ server, contactServer, offlineHours })) await forgetAll('away')
  else await notOverdue()
}

/** Seals what is unsent and empties the rest. @param {import('./lock.js').Why} why */
export async function forgetAll(why) {
  forgetDrafts()
  return wipe(why)
}
