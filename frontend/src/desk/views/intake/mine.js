import { draft } from './state.js'

/** The call that asked is not on the screen any more; what came for it is read when it is taken up again. */
export class Gone extends Error {}

/**
 * What comes for the call that asks for it, and for no other: another may be taken up meanwhile, by the handset at any
 * moment.
 * @template T
 * @param {Promise<T>} pending
 * @returns {Promise<T>}
 * @throws {Gone}
 */
export async function mine(pending) {
  const { key } = draft
  const [one] = await Promise.allSettled([pending])
  if (draft.key !== key) throw new Gone()
  if (one.status === 'rejected') throw one.reason
  return one.value
}
