import { api, call } from '../../shared/api/client.js'
import { can } from '../../shared/session.js'

/**
 * The way to one contact's whole number, or null where the role has no right to it. Each look is
 * counted and kept with its reason (D43).
 * @param {string | undefined | null} contactId
 */
export function revealOf(contactId) {
  if (!contactId || !can('customers:reveal')) return null
  return async (/** @type {string} */ reason) => {
    const { phones } = /** @type {any} */ (
      await call(
        api.POST('/api/v1/contacts/{id}/reveal', {
          params: { path: { id: contactId } },
          body: { reason },
        })
      )
    )
    return phones[0]?.value ?? ''
  }
}
