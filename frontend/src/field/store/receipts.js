import { localProblem } from '../../shared/problems.js'
import { db, readMeta, writeMeta } from './database.js'

/**
 * The next receipt number of this phone's own block (D24): each is given once, with or without a network; one that was
 * given and then not used stays a gap.
 * @returns {Promise<string>}
 * @throws {import('../../shared/problems.js').Problem} `no-receipts`
 */
export const nextReceipt = () =>
  db.transaction('rw', db.meta, async () => {
    const block = (await readMeta('device'))?.receipts
    const given = await readMeta('receipt')
    const mine = given?.prefix === block?.prefix ? given.used : 0
    const number = Math.max(block?.used ?? 0, mine, (block?.first ?? 1) - 1) + 1
    if (!block || number > block.last) throw localProblem('no-receipts')
    await writeMeta('receipt', { prefix: block.prefix, used: number })
    return `${block.prefix}${String(number).padStart(4, '0')}`
  })
