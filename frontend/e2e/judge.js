/**
 * What a promise of the phone is judged by: what thumbs did against what the server holds. Pure, so that a test can see
 * it find planted faults.
 */

export const FACTS = [
  'accepted',
  'departed',
  'arrived',
  'diagnosed',
  'completed',
  'signature_refused',
  'record_handed_in',
]

/**
 * @typedef {object} Did what was acknowledged on the phone for one job
 * @property {string} job
 * @property {number} steps how far it was taken
 * @property {string[]} tales reports on the way, each with words of its own, in order
 * @property {string[]} photos names of the files, each its own
 *
 * @typedef {object} Holds what the server holds of that job
 * @property {{ type: string, words?: string }[]} events oldest first
 * @property {string[]} photos names of what is attached
 */

/**
 * Each deed exactly once, in the order in which it was done; each photo once; and nothing that nobody did.
 * @param {Did} did
 * @param {Holds} holds
 * @returns {string[]} what is wrong
 */
export function judged(did, holds) {
  const wrong = []
  const types = holds.events.map(({ type }) => type.replace('work_order.', ''))
  const steps = types.filter((type) => FACTS.includes(type))
  const wanted = FACTS.slice(0, did.steps)
  for (const step of new Set([...steps, ...wanted])) {
    const [found, asked] = [steps, wanted].map((all) => all.filter((one) => one === step).length)
    if (found !== asked) wrong.push(`${did.job}: ${step} counts ${found} times, done ${asked}`)
  }
  if (!wrong.length && steps.join() !== wanted.join()) wrong.push(`${did.job}: order ${steps}`)
  const tales = holds.events.filter(({ words }) => words !== undefined).map(({ words }) => words)
  if (tales.join('|') !== did.tales.join('|'))
    wrong.push(`${did.job}: reported ${did.tales.join('|')}, the server holds ${tales.join('|')}`)
  const [theirs, own] = [holds.photos, did.photos].map((all) => [...all].sort().join('|'))
  if (theirs !== own) wrong.push(`${did.job}: photos ${own}, the server holds ${theirs}`)
  return wrong
}

/** What may be lost of what was being written when the page was killed, in milliseconds (P7). */
export const MOST_LOST = 2000

/**
 * @param {{ at: number, text: string }[]} written what stood there after each stroke of a hand, and when
 * @param {number} killed when the page was killed
 * @param {string} back what the next page shows
 * @returns {{ wrong: string[], lost: number }} lost: milliseconds of writing that are gone
 */
export function restored(written, killed, back) {
  const kept = written.findLast(({ text }) => text === back) ?? (back === '' ? { at: 0 } : null)
  if (!kept) return { wrong: [`“${back}” was never written there`], lost: 0 }
  const next = written.find(({ at }) => at > kept.at)
  const lost = next ? Math.max(0, killed - next.at) : 0
  return { wrong: lost > MOST_LOST ? [`${lost} ms of writing are lost`] : [], lost }
}
