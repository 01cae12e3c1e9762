import { appendFileSync } from 'node:fs'

/**
 * How much of a promise is walked: few and small in `make test`, all of it for `python -m tests.promises`, which names the
 * seed and reads the figures that a walk leaves.
 */
export const FULL = process.env.SIBU_TEST_COUNTS === 'full'
export const SEED = Number(process.env.SIBU_SEED ?? 1)

/** Chances that come again with the same seed (mulberry32). @param {number} [seed] @returns {() => number} 0 to 1 */
export function chances(seed = SEED) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** So many different numbers below `all`. @param {() => number} chance @param {number} many @param {number} all */
export function some(chance, many, all) {
  const found = new Set()
  while (found.size < Math.min(many, all)) found.add(Math.floor(chance() * all))
  return found
}

/** What was tried and what came of it, for the record of a promise. @param {Record<string, number | string>} told */
export function figures(told) {
  const path = process.env.SIBU_FIGURES
  if (path) appendFileSync(path, `${JSON.stringify(told)}\n`)
}
