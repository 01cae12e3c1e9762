import { request } from '../../shared/api/client.js'
import { db } from './database.js'
import { dataKey } from './lock.js'
import { mirror } from './mirror.js'
import { hide, show } from './secrets.js'

/**
 * Numbers of contacts, each asked for once with its reason and counted by the server (T31), and kept hidden while the
 * job is on this phone: in a basement the customer can still be called from the stairs.
 */

/** @param {string} contact @returns {Promise<string>} '' when it was never asked for */
async function kept(contact) {
  const key = dataKey()
  const row = await db.numbers.get(contact)
  return row && key ? show(key, row.content) : ''
}

/**
 * @param {string} contact
 * @param {string} reason
 * @returns {Promise<string>}
 * @throws {import('../../shared/problems.js').Problem}
 */
export async function numberOf(contact, reason) {
  const known = await kept(contact)
  if (known) return known
  const answer = await request('POST', `/api/v1/contacts/${contact}/reveal`, { body: { reason } })
  const found = answer.phones[0]?.value ?? ''
  const key = dataKey()
  if (found && key) await db.numbers.put({ id: contact, content: await hide(key, found) })
  return found
}

/** Numbers of people whose jobs are gone go too. */
export async function forgetNumbers() {
  const needed = new Set([...mirror.jobs.values()].map((job) => job.order.contact?.id))
  const all = await db.numbers.toCollection().primaryKeys()
  await db.numbers.bulkDelete(all.filter((id) => !needed.has(id)))
}
