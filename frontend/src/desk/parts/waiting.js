/**
 * What may wait for somebody: a list of the server, its first rows, and the page behind it. Each room brings its own
 * in `views/<room>/start-lists.js`; the start page shows them in their order and names no other room.
 *
 * @typedef {object} Waiting
 * @property {string} key message key after `start.`
 * @property {number} order among the lists of the page
 * @property {string[]} need permissions, any of them
 * @property {string} resource
 * @property {string} to the page with the whole list
 * @property {boolean} [bad] waiting here is itself bad news: its number is red
 * @property {boolean} [rare] seldom anything: shown only while something waits
 * @property {(limit: number, signal: AbortSignal) => Promise<any>} load
 * @property {(row: any) => string} path
 */

/**
 * A list in the words of the start page: `subject`, `customer_name`, `status` and what else a row there shows.
 * @param {Promise<any>} asked
 * @param {(row: any) => object} words
 */
export async function inWords(asked, words) {
  const found = await asked
  return {
    ...found,
    items: found.items.map((/** @type {any} */ row) => ({ ...row, ...words(row) })),
  }
}
