/**
 * Runs under a lock of all tabs of this phone; where a browser has none, there is this tab alone.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function alone(name, run) {
  if (!navigator.locks) return run()
  return /** @type {any} */ (await navigator.locks.request(name, run))
}
