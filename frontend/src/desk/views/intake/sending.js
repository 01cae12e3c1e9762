import { ifMatch, request } from '../../../shared/api/client.js'
import { bodyOf as linesBody } from '../../parts/quoting.js'
import { doing, post } from './acting.js'
import { over } from './keeping.js'
import { Gone, mine } from './mine.js'
import { described, judgement, subject } from './need.js'
import { missing, next } from './next.js'
import { outcomeOf } from './outcomes.js'
import { readCase } from './reading.js'
import { draft, ended, live } from './state.js'

/** What is sent of a call: the case, its judgement, the acts of paid service and the outcome. */

async function ensureCase() {
  if (draft.caseId) return
  const { group, fault_kind, fault_group } = judgement()
  const body = {
    ...(draft.callId ? { call_id: draft.callId } : {}),
    channel: /** @type {const} */ ('call'),
    customer_id: draft.customerId,
    contact_id: draft.contactId || null,
    site_id: draft.siteId || null,
    asset_id: draft.assetId || null,
    subject: subject.value,
    description: described(),
    group,
    fault_kind,
    fault_group,
    third_party_accessory: draft.accessory,
    urgency: draft.urgency,
    exclusion: draft.exclusion || null,
  }
  live.case = await post('/api/v1/service-requests', body, `case:${JSON.stringify(body)}`)
  draft.caseId = live.case.id
  live.judged = ''
}

async function ensureJudged() {
  const wanted = judgement()
  const said = JSON.stringify([wanted, draft.assetId, draft.siteId])
  if (said === live.judged || !['new', 'judged', 'awaiting_consent'].includes(live.case.status))
    return
  if (live.case.asset?.id !== (draft.assetId || undefined) && draft.assetId)
    live.case = await mine(
      request('PATCH', `/api/v1/service-requests/${draft.caseId}`, {
        body: { asset_id: draft.assetId, site_id: draft.siteId || null },
        headers: ifMatch(live.case.version),
      })
    )
  if (matchesServer(wanted) && live.case.status !== 'new') live.judged = said
  else {
    live.case = await fire('judge', wanted)
    live.judged = said
  }
}

/** After a reload the case on the server is what is known. @param {Record<string, any>} wanted */
const matchesServer = (wanted) =>
  ['group', 'fault_kind', 'fault_group', 'mode', 'third_party_accessory'].every(
    (name) => wanted[name] === null || live.case[name] === wanted[name]
  )

/** @param {string} action @param {object} body */
async function fire(action, body) {
  const href = `/api/v1/service-requests/${draft.caseId}/${action}`
  // No version: the state guards each act, and clocks may have moved the case since it was read.
  return post(href, body, `${draft.caseId}:${action}:${live.case.version}`)
}

/** What each act of the chain tells the server. @param {string} action */
function bodyOf(action) {
  if (action === 'answer') return { answer: draft.answer.trim() }
  if (action === 'advise-carry-in') return { note: draft.dispatchNote.trim() || null }
  if (action === 'decline') return { reason: draft.declineWhy.trim() }
  if (action === 'dispatch')
    return { note: draft.dispatchNote.trim() || null, preferred_at: draft.preferredAt }
  return {}
}

/** Promises the answer, or passes the question on with what was clarified (R54, R56, R57). */
async function promise() {
  const transfer =
    draft.outcome === 'transfer'
      ? {
          transfer: {
            employee_id: draft.toPerson?.value ?? null,
            role: draft.toPerson ? null : draft.toRole,
            problem: draft.statement.trim(),
          },
        }
      : {}
  const body = {
    case_id: draft.caseId,
    call_id: draft.callId || null,
    contact_id: draft.contactId || null,
    question: draft.words.trim(),
    urgency: draft.urgency,
    promised_at: draft.promisedAt,
    ...transfer,
  }
  const made = await post('/api/v1/consultations', body, `promise:${JSON.stringify(body)}`)
  await readCase()
  return made
}

/** Drafts the quote and gives it to the customer in one stroke. */
async function quote() {
  const lines = linesBody(draft.lines)
  const known = live.case.quote
  const intent = `${draft.caseId}:quote:${live.case.version}:${JSON.stringify(lines)}`
  const made =
    known?.status === 'draft'
      ? await mine(request('PUT', `/api/v1/quotes/${known.id}/lines`, { body: { lines } }))
      : await post('/api/v1/quotes', { case_id: draft.caseId, lines }, intent)
  try {
    await post(`/api/v1/quotes/${made.id}/offer`, {}, `offer:${made.id}:${made.version}`)
  } catch (error) {
    // Refused, it is a draft of the case all the same.
    if (!(error instanceof Gone)) await readCase()
    throw error
  }
  await readCase()
}

/** The customer's yes to exactly what stands on the screen; in a call, this call is its proof. */
async function consent() {
  const { id, fingerprint } = live.case.quote
  const given = {
    fingerprint,
    by: draft.consentBy.trim(),
    way: draft.consentWay,
    call_id: draft.consentWay === 'call' && draft.callId ? draft.callId : null,
  }
  await post(`/api/v1/quotes/${id}/consent`, given, `consent:${id}`)
  await readCase()
}

/** Does the next act; free cases go from nothing to the order in this one. */
export async function advance() {
  if (missing.value.length || ended.value) return
  await doing('advance', async () => {
    await ensureCase()
    await ensureJudged()
    // The judgement may have shown that more is asked than was known before.
    if (missing.value.length) return
    const action = next.value
    const end = outcomeOf(draft.outcome)?.action
    /** @type {any} */
    let made = null
    if (action === 'quote') await quote()
    else if (action === 'consent') await consent()
    else if (action === 'promise') made = await promise()
    else live.case = await fire(action, bodyOf(action))
    // The customer's yes opens the order in the same stroke: nothing more is asked of anybody.
    if (action === 'consent' && end) live.case = await fire(end, bodyOf(end))
    if (action === end || action === 'consent') {
      ended.value = {
        kind: draft.outcome,
        case: live.case,
        number: live.case.number,
        consultation: made,
      }
      over()
    }
  })
}

/** Ends a call that asks for nothing. @param {string} outcome */
export async function close(outcome) {
  await doing('close', async () => {
    const body = { outcome, note: draft.words.trim() || null }
    await post(`/api/v1/calls/${draft.callId}/close`, body, `close:${outcome}`)
    ended.value = { kind: 'closed', case: null, number: live.call?.number ?? '' }
    over()
  })
}
