import { computed, effectScope, onScopeDispose, reactive, ref, watch } from 'vue'
import { act, api, call, ifMatch, newKey, once, request } from '../../../shared/api/client.js'
import { asProblem } from '../../../shared/problems.js'
import { useCallLine } from '../../stores/call.js'
import { useDrafts } from '../../stores/drafts.js'
import { blankLine, bodyOf as linesBody, isBlank, isFilled } from '../../parts/quoting.js'
import { exclusions, outcomeOf } from './outcomes.js'

/**
 * Everything one call gathers until it is done. It lives outside the page, so that typing on
 * another page and coming back loses nothing, and is kept as a draft at every stroke.
 */

/** @returns {Record<string, any>} */
const blank = () => ({
  key: newKey(),
  /** What was typed as the caller's number or words. */
  phone: '',
  callId: '',
  since: '',
  customerId: '',
  contactId: '',
  siteId: '',
  assetId: '',
  words: '',
  subject: '',
  /** Whether the subject was written by hand; else it follows the words. */
  ownSubject: false,
  fault: '',
  group: '',
  accessory: false,
  exclusion: '',
  urgency: 'normal',
  /** Part at fault, from the guided questions or by hand. */
  faultGroup: '',
  /** Questions that were asked and answered: `{ question, answer }`. */
  asked: [],
  /** The article whose questions are being asked, and the way through them. */
  guide: null,
  /** Ids of articles used in this call. */
  used: [],
  outcome: '',
  answer: '',
  /** When the customer hears; null: the limit. */
  promisedAt: null,
  /** To whom it is passed on: a row of the combobox, or a post. */
  toPerson: null,
  toRole: '',
  statement: '',
  declineWhy: '',
  dispatchNote: '',
  preferredAt: null,
  /** What is quoted, from the prices in force. */
  lines: [blankLine()],
  consentBy: '',
  consentWay: 'call',
  caseId: '',
})

/** Outcomes that need no judgement of hardware: an answer now or later, by whomever. */
const TALKED = ['answer', 'reply', 'transfer']
/** @param {string} outcome */
const promises = (outcome) => outcome === 'reply' || outcome === 'transfer'
/** A problem is not clarified in fewer characters (R57). */
const CLEAR = 10

const draft = reactive(blank())
/** The call, the caller's matters and the case as the server last told them. */
const live = reactive({
  call: /** @type {any} */ (null),
  callers: /** @type {any} */ (null),
  entitlement: /** @type {any} */ (null),
  case: /** @type {any} */ (null),
})
/** The station that answers for the place of this call, with address and hours (R46). */
const office = ref(/** @type {any} */ (null))
const busy = ref('')
/** The acts of calls that run or wait for one that runs; none is done twice at a time. @type {Set<string>} */
const underWay = new Set()
const problem = ref(/** @type {import('../../../shared/problems.js').Problem | null} */ (null))
/** What came of the call, once it is over. */
const ended = ref(
  /** @type {{ kind: string, case: any, number: string, consultation?: any } | null} */ (null)
)
/** What the server was last told, so that only a changed judgement is sent again. */
let judged = ''
/** @type {Record<string, string>} one idempotency key for each intent */
const keys = {}

/** @param {string} intent */
const keyOf = (intent) => (keys[intent] ??= newKey())

let loadedFor = ''
/** @type {import('vue').EffectScope | null} */
let saving = null

/** @param {string} account whose draft is taken up */
export function useIntake(account) {
  const drafts = useDrafts()
  const line = useCallLine()

  let wait = 0
  /** Soon after the first stroke, not after the last: whoever types on without a pause loses nothing. */
  function keepSoon() {
    wait ||= window.setTimeout(keep, 200)
  }

  /** Puts the draft away now. */
  function keep() {
    clearTimeout(wait)
    wait = 0
    if (touched.value || line.parked.length)
      drafts.keep('intake', { draft: { ...draft }, parked: line.parked })
    else drafts.drop('intake')
  }

  const match = computed(() =>
    live.callers?.matches.find((/** @type {any} */ one) => one.customer.id === draft.customerId)
  )
  const asset = computed(() =>
    match.value?.assets.find((/** @type {any} */ one) => one.id === draft.assetId)
  )
  const touched = computed(
    () => !!(draft.callId || draft.customerId || draft.words || draft.caseId)
  )
  const subject = computed(() => draft.subject.trim() || firstSentence(draft.words))

  const quotable = computed(() => {
    const lines = draft.lines.filter((/** @type {any} */ line) => !isBlank(line))
    return lines.length > 0 && lines.every(isFilled)
  })

  /** What the screen still needs before the filled button can do its work, as message keys. */
  const missing = computed(() => {
    if (ended.value) return []
    const lacks = []
    if (!draft.customerId) lacks.push('intake.lacks_customer')
    if (!draft.words.trim()) lacks.push('intake.lacks_words')
    if (!draft.outcome) lacks.push('intake.lacks_outcome')
    if (draft.outcome && !TALKED.includes(draft.outcome) && !draft.fault)
      lacks.push('intake.lacks_fault')
    if (draft.outcome === 'answer' && !draft.answer.trim()) lacks.push('intake.lacks_answer')
    if (promises(draft.outcome) && !match.value?.contact?.phone) lacks.push('intake.lacks_contact')
    if (draft.outcome === 'transfer') {
      if (!draft.toPerson && !draft.toRole) lacks.push('intake.lacks_whom')
      if (draft.statement.trim().length < CLEAR) lacks.push('intake.lacks_statement')
    }
    if (draft.outcome === 'decline' && !draft.declineWhy.trim()) lacks.push('intake.lacks_why')
    if (next.value === 'quote' && !quotable.value) lacks.push('intake.lacks_lines')
    if (next.value === 'consent' && !draft.consentBy.trim()) lacks.push('intake.lacks_consenter')
    return lacks
  })

  /** The acts of R154 that the server still asks for before the outcome, in its order. */
  const CHAIN = ['explain-policy', 'accept-terms', 'quote', 'consent']
  const offered = computed(
    () => new Set((live.case?.offered ?? []).map((/** @type {any} */ one) => one.action))
  )
  /** Whether the acts of paid service stand before this end; the server decides once it has judged. */
  const paid = computed(() => {
    if (!['on_site', 'answer'].includes(draft.outcome)) return false
    if (draft.outcome === 'answer' && draft.group !== 'paid_service') return false
    if (live.case && live.case.status !== 'new') return live.case.paid === true
    return live.entitlement?.verdict === 'paid' || draft.group === 'paid_service'
  })
  /** The one act that the filled button stands for. */
  const next = computed(() => {
    if (!draft.outcome) return ''
    const end = outcomeOf(draft.outcome)?.action ?? ''
    if (!paid.value) return end
    const done = live.case?.consent ?? {}
    if (!done.policy_explained_at) return 'explain-policy'
    if (!done.accepted_at) return 'accept-terms'
    if (done.quoted_fen == null) return 'quote'
    if (!done.consented_at) return 'consent'
    return end
  })

  async function again() {
    try {
      if (draft.callId)
        live.call = await call(
          api.GET('/api/v1/calls/{id}', { params: { path: { id: draft.callId } } })
        )
      if (draft.phone) await lookUp(draft.phone)
      if (draft.customerId && !match.value) await fetchCustomer(draft.customerId)
      if (draft.caseId) await readCase()
      if (draft.assetId) await judgeEntitlement()
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  /**
   * Who may be calling, by number or by words.
   * @param {string} text
   * @param {AbortSignal} [signal]
   */
  async function lookUp(text, signal) {
    // Less than seven digits are no number: its last four, part of a serial or of a case's number.
    const digits = text.replace(/[^\d+]/g, '')
    const query = isNumber(text) && digits.length > 6 ? { phone: digits } : { q: text.trim() }
    live.callers = await call(api.GET('/api/v1/callers', { params: { query }, signal }))
    return live.callers.matches
  }

  /** A customer that no look-up brought (just made, or found by name). @param {string} id */
  async function fetchCustomer(id) {
    const one = /** @type {any} */ (
      await call(api.GET('/api/v1/customers/{id}', { params: { path: { id } } }))
    )
    const found = /** @type {any} */ (
      await call(api.GET('/api/v1/callers', { params: { query: { q: one.name } } }))
    )
    const known = found.matches.find((/** @type {any} */ each) => each.customer.id === id)
    const contact = one.contacts[0]
    const fresh = known ?? {
      customer: { id: one.id, name: one.name, class: one.class, station: one.station },
      contact: contact && {
        id: contact.id,
        name: contact.name,
        title: contact.title,
        phone: contact.phones[0] ?? null,
      },
      sites: one.sites,
      open_matters: [],
      assets: [],
      recent: [],
    }
    const others = (live.callers?.matches ?? []).filter(
      (/** @type {any} */ each) => each.customer.id !== id
    )
    live.callers = { ...(live.callers ?? {}), matches: [fresh, ...others] }
    return fresh
  }

  /** Takes the call: from here on time counts. @param {string} number `''` if withheld */
  async function answer(number) {
    await doing('answer', async () => {
      const body = {
        id: undefined,
        direction: /** @type {const} */ ('inbound'),
        from_number: number ? number.replace(/[^\d+]/g, '') : null,
      }
      live.call = await call(
        api.POST('/api/v1/calls', { body, headers: once(keyOf(`call:${draft.key}`)) })
      )
      draft.callId = live.call.id
      draft.since = live.call.answered_at ?? new Date().toISOString()
      draft.phone = number
      if (number) await lookUp(number)
      if (live.callers?.matches.length === 1) await choose(live.callers.matches[0])
    })
  }

  /** A call that the exchange put through: it is there already. @param {any} leg */
  async function takeUp(leg) {
    line.opened.add(leg.call_id)
    park()
    draft.callId = leg.call_id
    draft.since = leg.answered_at ?? new Date().toISOString()
    draft.phone = leg.phone.value ?? ''
    await doing('answer', async () => {
      live.call = await call(
        api.GET('/api/v1/calls/{id}', { params: { path: { id: leg.call_id } } })
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
  async function choose(found) {
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
  function unchoose() {
    Object.assign(draft, { customerId: '', contactId: '', siteId: '', assetId: '' })
    live.entitlement = null
  }

  /** @param {any} one */
  async function takeAsset(one) {
    draft.assetId = one?.id ?? ''
    if (one?.site_id) draft.siteId = one.site_id
    live.entitlement = null
    if (one) await judgeEntitlement()
  }

  async function judgeEntitlement() {
    const asked = draft.assetId
    const query = {
      asset_id: asked,
      site_id: draft.siteId || undefined,
      exclusion: draft.exclusion || undefined,
    }
    const verdict = await call(
      api.GET('/api/v1/entitlements', { params: { query: /** @type {any} */ (query) } })
    )
    if (draft.assetId === asked) live.entitlement = verdict
  }

  /** The caller asks about a matter that is open: it is counted and the call ends here (R42). @param {any} matter */
  async function sameMatter(matter) {
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

  /** What the judgement says now. */
  const judgement = () => ({
    group: draft.group || (TALKED.includes(draft.outcome) ? 'consultation' : 'hardware_repair'),
    fault_kind: draft.fault || null,
    fault_group: draft.faultGroup || null,
    mode: outcomeOf(draft.outcome)?.mode ?? null,
    ...(exclusions.includes(draft.exclusion) ? { exclusion: draft.exclusion } : {}),
    third_party_accessory: draft.accessory,
  })

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
    live.case = await request('POST', '/api/v1/service-requests', {
      body,
      headers: once(keyOf(`case:${JSON.stringify(body)}`)),
    })
    draft.caseId = live.case.id
    judged = ''
  }

  async function ensureJudged() {
    const wanted = judgement()
    const said = JSON.stringify([wanted, draft.assetId, draft.siteId])
    if (said === judged || !['new', 'judged', 'awaiting_consent'].includes(live.case.status)) return
    if (live.case.asset?.id !== (draft.assetId || undefined) && draft.assetId)
      live.case = await request('PATCH', `/api/v1/service-requests/${draft.caseId}`, {
        body: { asset_id: draft.assetId, site_id: draft.siteId || null },
        headers: ifMatch(live.case.version),
      })
    if (matchesServer(wanted) && live.case.status !== 'new') judged = said
    else {
      live.case = await fire('judge', wanted)
      judged = said
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
    const key = keyOf(`${draft.caseId}:${action}:${live.case.version}`)
    // No version: the state guards each act, and clocks may have moved the case since it was read.
    return act({ href, method: 'POST' }, body, { key })
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

  /** The customer's words, and what the guided questions brought. */
  function described() {
    const asked = draft.asked.map((/** @type {any} */ one) => `${one.question} ${one.answer}`)
    return [draft.words.trim(), ...asked].join('\n').slice(0, 2000)
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

  /** Counts an article as used in this call; a lost count keeps nobody from talking. @param {any} article */
  async function useArticle(article) {
    if (draft.used.includes(article.id) || !draft.callId) return
    draft.used = [...draft.used, article.id]
    const href = `/api/v1/knowledge-articles/${article.id}/use`
    try {
      await post(href, { call_id: draft.callId }, `use:${article.id}`)
    } catch {
      draft.used = draft.used.filter((/** @type {string} */ id) => id !== article.id)
    }
  }

  /** Drafts the quote and gives it to the customer in one stroke. */
  async function quote() {
    const lines = linesBody(draft.lines)
    const known = live.case.quote
    const intent = `${draft.caseId}:quote:${live.case.version}:${JSON.stringify(lines)}`
    const made =
      known?.status === 'draft'
        ? await request('PUT', `/api/v1/quotes/${known.id}/lines`, { body: { lines } })
        : await act(
            { href: '/api/v1/quotes', method: 'POST' },
            { case_id: draft.caseId, lines },
            { key: keyOf(intent) }
          )
    await act(
      { href: `/api/v1/quotes/${made.id}/offer`, method: 'POST' },
      {},
      { key: keyOf(`offer:${made.id}:${made.version}`) }
    ).finally(readCase)
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
    await act({ href: `/api/v1/quotes/${id}/consent`, method: 'POST' }, given, {
      key: keyOf(`consent:${id}`),
    })
    await readCase()
  }

  async function readCase() {
    live.case = await call(
      api.GET('/api/v1/service-requests/{id}', { params: { path: { id: draft.caseId } } })
    )
  }

  /** Does the next act; free cases go from nothing to the order in this one. */
  async function advance() {
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
  async function close(outcome) {
    await doing('close', async () => {
      const body = { outcome, note: draft.words.trim() || null }
      await post(`/api/v1/calls/${draft.callId}/close`, body, `close:${outcome}`)
      ended.value = { kind: 'closed', case: null, number: live.call?.number ?? '' }
      over()
    })
  }

  function over() {
    line.line = null
    drafts.drop('intake')
  }

  /** A clean screen for the next call. */
  function reset() {
    Object.assign(draft, blank())
    Object.assign(live, { call: null, callers: null, entitlement: null, case: null })
    judged = ''
    for (const name of Object.keys(keys)) delete keys[name]
    problem.value = null
    ended.value = null
    busy.value = ''
    line.line = null
    keep()
  }

  /** Puts this call aside as a draft and clears the screen for another. */
  function park() {
    if (!touched.value || ended.value) return reset()
    drafts.keep(`intake.${draft.key}`, { ...draft })
    const label = match.value?.customer.name || draft.phone || subject.value
    line.parked = [...line.parked, { key: draft.key, label, callId: draft.callId }]
    reset()
  }

  /** Takes an interrupted draft up again. @param {string} [key] */
  function unpark(key = line.parked.at(-1)?.key) {
    if (!key) return
    const kept = drafts.take(`intake.${key}`)
    if (touched.value && !ended.value) park()
    else reset()
    line.parked = line.parked.filter((one) => one.key !== key)
    drafts.drop(`intake.${key}`)
    if (!kept) return
    Object.assign(draft, blank(), kept)
    void again()
  }

  /** @param {string} href @param {object} body @param {string} intent */
  const post = (href, body, intent) => act({ href, method: 'POST' }, body, { key: keyOf(intent) })

  /** @param {string} what @param {() => Promise<void>} run */
  async function doing(what, run) {
    const mine = `${draft.key} ${what}`
    if (underWay.has(mine)) return
    underWay.add(mine)
    let [waited, running] = [false, false]
    try {
      // Who writes quickly asks for the next act while the one before is on its way: it follows, it is not dropped.
      while (busy.value) {
        waited = true
        await new Promise((resolve) => watch(busy, resolve, { once: true }))
      }
      // What was refused meanwhile is read first: nothing follows it by itself.
      if (ended.value || mine !== `${draft.key} ${what}` || (waited && problem.value)) return
      running = true
      busy.value = what
      problem.value = null
      await run()
    } catch (error) {
      problem.value = asProblem(error)
      // The server judged these tries; the next ones are new intents.
      if (problem.value.status) for (const name of Object.keys(keys)) delete keys[name]
      if (problem.value.status === 412 && draft.caseId) await again()
    } finally {
      underWay.delete(mine)
      if (running && mine === `${draft.key} ${what}`) busy.value = ''
    }
  }

  if (loadedFor !== account) {
    loadedFor = account
    const kept = drafts.take('intake')
    reset()
    if (kept) {
      Object.assign(draft, blank(), kept.draft)
      line.parked = kept.parked ?? []
      keep()
      void again()
    }
    // Outside of the page's own scope: the draft is kept wherever the person goes.
    saving?.stop()
    saving = effectScope(true)
    saving.run(() => {
      watch([draft, () => line.parked], keepSoon, { deep: true })
      addEventListener('pagehide', keep)
      onScopeDispose(() => removeEventListener('pagehide', keep))
    })
  }

  return {
    draft,
    live,
    office,
    busy,
    problem,
    ended,
    match,
    asset,
    touched,
    subject,
    missing,
    offered,
    paid,
    next,
    chain: CHAIN,
    savedAt: computed(() => drafts.savedAt),
    parked: computed(() => line.parked),
    keep,
    answer,
    takeUp,
    lookUp,
    fetchCustomer,
    choose,
    unchoose,
    takeAsset,
    judgeEntitlement,
    sameMatter,
    advance,
    close,
    useArticle,
    reset,
    park,
    unpark,
  }
}

/** The words up to the first stop, as a subject line. @param {string} words */
export function firstSentence(words) {
  const first = words.trim().split(/[。；;\n！？!?]/)[0]
  return first.length > 60 ? `${first.slice(0, 59)}…` : first
}

/** Whether what was typed can only be a telephone number. @param {string} text */
export const isNumber = (text) => /^\+?[\d\s\-()（）]{4,}$/.test(text.trim())
