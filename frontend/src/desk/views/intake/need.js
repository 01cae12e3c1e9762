import { computed } from 'vue'
import { post } from './acting.js'
import { exclusions, outcomeOf, TALKED } from './outcomes.js'
import { draft } from './state.js'

/** What the customer needs: his words, what the guided questions brought, and the judgement of both. */

/** The words up to the first stop, as a subject line. @param {string} words */
function firstSentence(words) {
  const first = words.trim().split(/[。；;\n！？!?]/)[0]
  return first.length > 60 ? `${first.slice(0, 59)}…` : first
}

export const subject = computed(() => draft.subject.trim() || firstSentence(draft.words))

/** The customer's words, and what the guided questions brought. */
export function described() {
  const asked = draft.asked.map((/** @type {any} */ one) => `${one.question} ${one.answer}`)
  return [draft.words.trim(), ...asked].join('\n').slice(0, 2000)
}

/** What the judgement says now. */
export const judgement = () => ({
  group: draft.group || (TALKED.includes(draft.outcome) ? 'consultation' : 'hardware_repair'),
  fault_kind: draft.fault || null,
  fault_group: draft.faultGroup || null,
  mode: outcomeOf(draft.outcome)?.mode ?? null,
  ...(exclusions.includes(draft.exclusion) ? { exclusion: draft.exclusion } : {}),
  third_party_accessory: draft.accessory,
})

/** Counts an article as used in this call; a lost count keeps nobody from talking. @param {any} article */
export async function useArticle(article) {
  if (draft.used.includes(article.id) || !draft.callId) return
  draft.used = [...draft.used, article.id]
  const href = `/api/v1/knowledge-articles/${article.id}/use`
  try {
    await post(href, { call_id: draft.callId }, `use:${article.id}`)
  } catch {
    draft.used = draft.used.filter((/** @type {string} */ id) => id !== article.id)
  }
}
