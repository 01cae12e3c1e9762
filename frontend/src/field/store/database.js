import Dexie from 'dexie'
import { NAME } from './door.js'

/**
 * What the phone keeps, in IndexedDB. Everything that tells of people or jobs is hidden (secrets.js);
 * what stays readable is what the order of sending needs: number, state, size.
 *
 * @typedef {import('./secrets.js').Cipher} Cipher
 * @typedef {import('./seal.js').Sealed} Sealed
 *
 * @typedef {'waiting' | 'refused' | 'held' | 'received' | 'dropped'} State
 * waiting: goes out by itself; refused: a person decides, and only its own job waits for it; held: the
 * server keeps it for the coordinator; received and dropped: over, kept for the day's account.
 *
 * @typedef {object} CommandRow one deed of the engineer, written before the screen says that it is kept
 * @property {number} seq the phone's own count: the order of deeds, whatever its clock says (P11)
 * @property {string} key its Idempotency-Key, which is its name everywhere
 * @property {string} owner account that did it; nobody else on this phone sends it
 * @property {string} job
 * @property {State} state
 * @property {number} bytes
 * @property {number} tries
 * @property {number} due not before this moment (ms); 0: at once
 * @property {number} doneAt when it left the queue (ms); 0 while it is in it
 * @property {Cipher} content the command itself
 * @property {Sealed | null} sealed the same for the server alone; null once it is over
 * @property {number} [named] how many photos of this phone it names
 * @property {Cipher | null} outcome what the server said, or why it was dropped
 *
 * @typedef {object} PhotoRow
 * @property {string} id of the upload, which is its name everywhere
 * @property {number} seq
 * @property {string} owner
 * @property {string} job
 * @property {State} state
 * @property {number} bytes
 * @property {number} tries
 * @property {number} due
 * @property {number} doneAt
 * @property {Sealed | null} sealed its key and its place, for the server alone; null once it is over
 * @property {Cipher} content its place, name, time, and the key of its picture
 * @property {Cipher | null} outcome the attachment that it became, or what the server said
 *
 * @typedef {{ id: string, data: Cipher }} PictureRow what a photo shows, apart from what is told of it
 *
 * @typedef {{ id: string, content: Cipher }} SecretRow
 * @typedef {{ name: string, value: any }} MetaRow
 * @typedef {object} SealedRow what a wipe left for the server
 * @property {number} seq
 * @property {string} device
 * @property {string} secret
 * @property {Sealed} sealed
 * @property {Cipher | null} picture
 * @property {number} [named] how many photos it names: they go before it
 * @property {boolean} [refused] the server did not take it; it stays for the export
 *
 * @typedef {Dexie & {
 *   jobs: Dexie.Table<SecretRow, string>,
 *   parts: Dexie.Table<SecretRow, string>,
 *   drafts: Dexie.Table<SecretRow, string>,
 *   outbox: Dexie.Table<CommandRow, number>,
 *   photos: Dexie.Table<PhotoRow, string>,
 *   pictures: Dexie.Table<PictureRow, string>,
 *   numbers: Dexie.Table<SecretRow, string>,
 *   meta: Dexie.Table<MetaRow, string>,
 *   sealed: Dexie.Table<SealedRow, number>,
 * }} Store
 */

export { NAME }

/**
 * The versions of the store. A later one only adds; its upgrade runs with the queue inside, in one
 * transaction, so that it either happened or did not.
 * @param {Dexie} made
 */
function declare(made) {
  made.version(1).stores({
    meta: 'name',
    jobs: 'id',
    parts: 'id',
    drafts: 'id',
    outbox: 'seq, &key, job, state',
    photos: 'id, job, state',
    pictures: 'id',
    sealed: '++number, seq',
  })
  // Numbers of contacts, asked for once.
  made.version(2).stores({ numbers: 'id' })
}

/** @param {string} [name] @returns {Store} */
export function makeStore(name = NAME) {
  // Strict: committed means on the disk, since the screen says so the moment after.
  const made = new Dexie(name, { chromeTransactionDurability: 'strict' })
  declare(made)
  return /** @type {Store} */ (made)
}

export const db = makeStore()

/** @param {string} name @returns {Promise<any>} */
export const readMeta = async (name) => (await db.meta.get(name))?.value

/** @param {string} name @param {any} value */
export const writeMeta = (name, value) => db.meta.put({ name, value })

/** Whether the phone is full, whatever the browser's way of saying so. @param {any} error @returns {boolean} */
export const isFull = (error) =>
  /quota/i.test(`${error?.name} ${error?.inner?.name} ${error?.message}`)
