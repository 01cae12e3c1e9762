import { can } from '../../../shared/session.js'

/** @type {Record<string, import('../../parts/waiting.js').Waiting[]>} */
const found = import.meta.glob('../*/start-lists.js', { eager: true, import: 'default' })

const WAITING = Object.values(found)
  .flat()
  .sort((one, other) => one.order - other.order)

/** What waits in all rooms for this person, in order. */
export const listsOf = () => WAITING.filter(({ need }) => need.some(can))
