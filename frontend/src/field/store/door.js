import { reactive, readonly } from 'vue'

/**
 * How the door of the store stands, without the store itself: the sign-in page of a phone that keeps nothing yet needs
 * no more than this.
 *
 * @typedef {'unknown' | 'unsafe' | 'none' | 'locked' | 'overdue' | 'open'} LockState
 * unsafe: this address gives no cipher, nothing is kept; none: nothing is kept yet; overdue: too long
 * without the server, the PIN alone does not open it.
 * @typedef {'' | 'opened' | 'away' | 'jumped' | 'asked' | 'wiped' | 'tries'} Why
 */

export const NAME = 'sibu-field'
/** A browser that does not answer is taken to keep something: the store itself then looks. */
const PATIENCE = 800

/** For lock.js, which alone moves it. */
export const kept = reactive({
  state: /** @type {LockState} */ ('unknown'),
  why: /** @type {Why} */ (''),
  triesLeft: 10,
  owner: '',
})

export const lock = readonly(kept)

/** Whether this page may keep anything: browsers give the cipher to secure addresses only. */
export const canHide = () => typeof crypto !== 'undefined' && !!crypto.subtle

/** @template T @param {IDBRequest<T>} asked @returns {Promise<T>} */
const answer = (asked) =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

/** Whether there is a store with anything in it: after a wipe what was sealed is all that it holds. */
async function found() {
  if (!(await indexedDB.databases()).some(({ name }) => name === NAME)) return false
  const store = await answer(indexedDB.open(NAME))
  try {
    const reading = store.transaction(['meta', 'sealed'])
    const counts = ['meta', 'sealed'].map((name) => answer(reading.objectStore(name).count()))
    return (await Promise.all(counts)).some(Boolean)
  } finally {
    store.close()
  }
}

/** Whether this phone keeps anything of anybody; what cannot be told counts as yes. @returns {Promise<boolean>} */
export async function keepsAnything() {
  try {
    const late = new Promise((/** @type {(yes: boolean) => void} */ resolve) =>
      setTimeout(() => resolve(true), PATIENCE)
    )
    return await Promise.race([found(), late])
  } catch {
    return true
  }
}

/** Nothing is kept here, so there is nothing to open. */
export const nothingKept = () => void (kept.state = canHide() ? 'none' : 'unsafe')
