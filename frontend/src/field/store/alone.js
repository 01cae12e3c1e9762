/** Where a browser has no locks, this tab at least takes turns with itself. @type {Map<string, Promise<any>>} */
const turns = new Map()

/**
 * Runs under a lock of all tabs of this phone.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function alone(name, run) {
  if (navigator.locks) return /** @type {any} */ (await navigator.locks.request(name, run))
  const before = turns.get(name) ?? Promise.resolve()
  const mine = before.then(run, run)
  turns.set(name, mine)
  return mine
}
