import { api, call } from '../../../shared/api/client.js'
import { asProblem } from '../../../shared/problems.js'
import { judgeEntitlement } from './device.js'
import { fetchCustomer, lookUp } from './lookup.js'
import { Gone, mine } from './mine.js'
import { draft, live, match, problem } from './state.js'

/** What the server knows of this call, read anew: after a draft is taken up, and when it moved meanwhile. */

export async function readCase() {
  live.case = await mine(
    call(api.GET('/api/v1/service-requests/{id}', { params: { path: { id: draft.caseId } } }))
  )
}

/** All of it: the call, its caller, the case and the entitlement. */
export async function again() {
  try {
    if (draft.callId)
      live.call = await mine(
        call(api.GET('/api/v1/calls/{id}', { params: { path: { id: draft.callId } } }))
      )
    if (draft.phone) await lookUp(draft.phone)
    if (draft.customerId && !match.value) await fetchCustomer(draft.customerId)
    if (draft.caseId) await readCase()
    if (draft.assetId) await judgeEntitlement()
  } catch (error) {
    if (!(error instanceof Gone)) problem.value = asProblem(error)
  }
}
