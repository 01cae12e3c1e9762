import { reactive } from 'vue'

/**
 * Work waiting behind each entry of the navigation, by its path; pages and the frame's own
 * queries set it, the navigation draws it.
 */
export const counts = reactive(
  /** @type {Record<string, { waiting: number, late: number }>} */ ({})
)

/** @param {string} path @param {number} waiting @param {number} [late] */
export function setCount(path, waiting, late = 0) {
  counts[path] = { waiting, late }
}
