import { judge, recallClock, stamp } from './clock.js'
import { db, readMeta, writeMeta } from './database.js'
import { canHide, kept } from './door.js'
import { changePin, makeDataKey, openDataKey } from './secrets.js'

export { lock } from './door.js'

/**
 * The door of the store (promises.md C14). While it is open the data key lies in the store as a key
 * that no script can read out, so that a page that was killed goes on at once; after `lockMinutes`
 * without use it is gone from there, and only the PIN leads to it again.
 *
 * @typedef {import('./door.js').Why} Why
 */

export const PIN = /^\d{6}$/
const POLICY = { lock_minutes: 5, offline_hours: 72, pin_tries: 10 }
const TICK = 20_000

/** @type {CryptoKey | null} */
let key = null
/** @type {Set<() => any>} */
const onOpen = new Set()
/** @type {() => Promise<any>} */
let wipe = async () => {}

/** The key while the page lives: what was begun goes on being sent behind a locked screen. */
export const dataKey = () => key

/** @param {() => any} run after the store has opened, each time */
export const whenOpen = (run) => onOpen.add(run)

/** @param {() => Promise<any>} run seals what is unsent and wipes the rest; `wipe.js` brings it */
export const wipeBy = (run) => (wipe = run)

export const policy = async () => ({ ...POLICY, ...(await readMeta('device'))?.policy })

/** Looks at the door when the app starts: a page that was open a moment ago goes on. */
export async function look() {
  if (!canHide()) return (kept.state = 'unsafe')
  await recallClock()
  const [wrapping, owner, open, tries] = await Promise.all(
    ['wrapping', 'owner', 'open', 'tries'].map(readMeta)
  )
  if (!wrapping) return (kept.state = 'none')
  kept.owner = owner
  kept.triesLeft = (await policy()).pin_tries - (tries ?? 0)
  const verdict = await judged()
  if (verdict === 'plain' && open) await opened(open)
  else await shut(verdict === 'plain' ? 'opened' : verdict)
  return kept.state
}

async function judged() {
  const { lock_minutes: lockMinutes, offline_hours: offlineHours } = await policy()
  const now = Date.now()
  const seen = (await readMeta('seen')) ?? now
  const contact = (await readMeta('contact'))?.at ?? now
  return judge({ now, seen, contact, lockMinutes, offlineHours })
}

/** @param {CryptoKey} found */
async function opened(found) {
  key = found
  await db.transaction('rw', db.meta, async () => {
    await writeMeta('open', found)
    await writeMeta('tries', 0)
    await writeMeta('seen', Date.now())
  })
  for (const run of onOpen) await run()
  kept.triesLeft = (await policy()).pin_tries
  kept.why = ''
  kept.state = 'open'
}

/** @param {import('./clock.js').Verdict | Why} why */
async function shut(why) {
  await db.meta.delete('open')
  kept.why = /** @type {Why} */ (why === 'overdue' ? 'away' : why)
  kept.state = why === 'overdue' ? 'overdue' : 'locked'
}

/** Locks at the person's wish. */
export const lockNow = () => shut('asked')

/**
 * The store begins for this person.
 * @param {string} owner account id
 * @param {string} pin
 */
export async function begin(owner, pin) {
  // Another tab was quicker: its store is opened, never written over.
  if (await readMeta('wrapping')) return void (await look())
  const made = await makeDataKey(pin)
  await db.transaction('rw', db.meta, async () => {
    await writeMeta('wrapping', made.wrapping)
    await writeMeta('owner', owner)
  })
  kept.owner = owner
  await opened(made.key)
}

/**
 * @param {string} pin
 * @returns {Promise<boolean>} whether it opened; after the last try the store is sealed and wiped
 */
export async function unlock(pin) {
  if (kept.state === 'overdue') return false
  // The phone may have slept since the door was looked at.
  if ((await judged()) === 'overdue') {
    await shut('overdue')
    return false
  }
  // Counted before it is tried: killing the page gives no further try.
  const tries = await db.transaction('rw', db.meta, async () => {
    const next = ((await readMeta('tries')) ?? 0) + 1
    await writeMeta('tries', next)
    return next
  })
  const most = (await policy()).pin_tries
  const found = tries > most ? null : await openDataKey(await readMeta('wrapping'), pin)
  if (found) {
    await opened(found)
    return true
  }
  kept.triesLeft = Math.max(0, most - tries)
  if (!kept.triesLeft) {
    await wipe()
    kept.why = 'tries'
  }
  return false
}

/** @param {string} pin @param {string} next @returns {Promise<boolean>} false: the wrong PIN */
export async function newPin(pin, next) {
  const changed = await changePin(await readMeta('wrapping'), pin, next)
  if (changed) await writeMeta('wrapping', changed)
  return !!changed
}

/** The store is empty again. @param {Why} why */
export function forgotten(why) {
  key = null
  kept.owner = ''
  kept.why = why
  kept.state = 'none'
}

/** The server was heard again: the clock was set, not the phone silent. */
export const notOverdue = () => shut('jumped')

/**
 * Looks at the clock while the app is at work; a page that slept or whose clock was set asks for the PIN, and one that was
 * locked when it fell asleep for three days asks for the server.
 */
async function tick() {
  if (kept.state !== 'open' && kept.state !== 'locked') return
  const verdict = await judged()
  if (kept.state === 'locked') {
    if (verdict === 'overdue') await shut(verdict)
  } else if (verdict !== 'plain') await shut(verdict)
  else if (document.visibilityState === 'visible') await stamp()
}

/** Starts the watch; once. */
export function watchTheClock() {
  setInterval(tick, TICK)
  document.addEventListener('visibilitychange', () => void tick())
  addEventListener('pagehide', () => kept.state === 'open' && void stamp())
}
