import { computed } from 'vue'
import { isBlank, isFilled } from '../../parts/quoting.js'
import { outcomeOf, TALKED } from './outcomes.js'
import { draft, ended, live, match } from './state.js'

/** What the chosen outcome still asks for: the one act that is next, and what lacks before it can be done. */

/** @param {string} outcome */
const promises = (outcome) => outcome === 'reply' || outcome === 'transfer'
/** A problem is not clarified in fewer characters (R57). */
const CLEAR = 10

/** Whether the acts of paid service stand before this end; the server decides once it has judged. */
export const paid = computed(() => {
  if (!['on_site', 'answer'].includes(draft.outcome)) return false
  if (draft.outcome === 'answer' && draft.group !== 'paid_service') return false
  if (live.case && live.case.status !== 'new') return live.case.paid === true
  return live.entitlement?.verdict === 'paid' || draft.group === 'paid_service'
})
/** The one act that the filled button stands for: those of R154 that are not done yet, then the outcome itself. */
export const next = computed(() => {
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

const quotable = computed(() => {
  const lines = draft.lines.filter((/** @type {any} */ line) => !isBlank(line))
  return lines.length > 0 && lines.every(isFilled)
})

/** What the screen still needs before the filled button can do its work, as message keys. */
export const missing = computed(() => {
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
