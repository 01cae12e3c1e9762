import { api, call, once } from '../../../shared/api/client.js'
import { useCallLine } from '../../stores/call.js'
import { doing, keyOf, post } from './acting.js'
import { takeAsset } from './device.js'
import { over, park } from './keeping.js'
import { fetchCustomer, lookUp } from './lookup.js'
import { mine } from './mine.js'
import { draft, ended, live } from './state.js'

/** Who calls: the call is taken, its customer chosen, and sent on to the matter that is open already. */

/** Takes the call: from here on time counts. @param {string} number `''` if withheld */
export async function answer(number) {
  return doing('answer', async () => {
    const body = {
      id: undefined,
      direction: /** @type {const} */ ('inbound'),
      from_number: number ? number.replace(/[^\d+]/g, '') : null,
    }
    live.call = await mine(
      call(api.POST('/api/v1/calls', { body, headers: once(keyOf(`call:${draft.key}`)) }))
    )
    draft.callId = live.call.id
    draft.since = live.call.answered_at ?? new Date().toISOString()
    draft.phone = number
    if (number) await lookUp(number)
    if (live.callers?.matches.length === 1) await choose(live.callers.matches[0])
  })
}

/** A call that the exchange put through: it is there already. @param {any} leg */
export async function takeUp(leg) {
  useCallLine().opened.add(leg.call_id)
  park()
  draft.callId = leg.call_id
  draft.since = leg.answered_at ?? new Date().toISOString()
  draft.phone = leg.phone.value ?? ''
  await doing('answer', async () => {
    live.call = await mine(
      call(api.GET('/api/v1/calls/{id}', { params: { path: { id: leg.call_id } } }))
    )
    if (live.call.customer) {
      const known = await fetchCustomer(live.call.customer.id)
      draft.phone ||= known.contact?.phone?.masked ?? ''
      return choose(known)
    }
    if (draft.phone) await lookUp(draft.phone)
    if (live.callers?.matches.length === 1) await choose(live.callers.matches[0])
  })
}

/** @param {any} found a match of the look-up */
export async function choose(found) {
  draft.customerId = found.customer.id
  draft.contactId = found.contact?.id ?? ''
  draft.siteId = found.sites[0]?.id ?? ''
  draft.assetId = ''
  live.entitlement = null
  draft.consentBy ||= found.contact?.name ?? ''
  if (draft.callId) {
    const told = { customer_id: draft.customerId, contact_id: draft.contactId || null }
    live.call = await post(
      `/api/v1/calls/${draft.callId}/identify`,
      told,
      `identify:${draft.customerId}`
    )
  }
  if (found.assets.length === 1) await takeAsset(found.assets[0])
}

/** Back to the choice of customers. */
export function unchoose() {
  Object.assign(draft, { customerId: '', contactId: '', siteId: '', assetId: '' })
  live.entitlement = null
}

/** The caller asks about a matter that is open: it is counted and the call ends here (R42). @param {any} matter */
export async function sameMatter(matter) {
  await doing('same-matter', async () => {
    const body = { service_request_id: matter.id, note: draft.words.trim() || null }
    await post(`/api/v1/calls/${draft.callId}/same-matter`, body, `same:${matter.id}`)
    // The call is over with it; else it would be told as lasting for ever.
    const ending = { outcome: 'answered', note: body.note }
    await post(`/api/v1/calls/${draft.callId}/close`, ending, `same:${matter.id}:close`)
    ended.value = { kind: 'same', case: matter, number: matter.number }
    over()
  })
}
