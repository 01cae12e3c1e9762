import { computed, reactive, ref } from 'vue'
import { newKey } from '../../../shared/api/client.js'
import { blankLine } from '../../parts/quoting.js'

/**
 * Everything one call gathers until it is done. It lives outside the page, so that typing on
 * another page and coming back loses nothing.
 */

/** @returns {Record<string, any>} */
export const blank = () => ({
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
  /** Written by hand; else it follows the words. */
  subject: '',
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
  /**
   * One idempotency key for each intent: what is tried again after a reload or another call is done once.
   * @type {Record<string, string>}
   */
  keys: {},
})

export const draft = reactive(blank())

const unknown = () => ({
  call: /** @type {any} */ (null),
  callers: /** @type {any} */ (null),
  entitlement: /** @type {any} */ (null),
  case: /** @type {any} */ (null),
  /** The judgement that the server was last told, so that only a changed one is sent again. */
  judged: '',
})
/** The call, the caller's matters and the case as the server last told them. */
export const live = reactive(unknown())
/** The station that answers for the place of this call, with address and hours (R46). */
export const office = ref(/** @type {any} */ (null))
export const busy = ref('')
export const problem = ref(
  /** @type {import('../../../shared/problems.js').Problem | null} */ (null)
)
/** What came of the call, once it is over. */
export const ended = ref(
  /** @type {{ kind: string, case: any, number: string, consultation?: any } | null} */ (null)
)

/** The customer of this call with all that the look-up told of him. */
export const match = computed(() =>
  live.callers?.matches.find((/** @type {any} */ one) => one.customer.id === draft.customerId)
)
export const asset = computed(() =>
  match.value?.assets.find((/** @type {any} */ one) => one.id === draft.assetId)
)
/** Whether anything would be lost. */
export const touched = computed(
  () => !!(draft.callId || draft.customerId || draft.words || draft.caseId)
)

/** A clean sheet; the station's address stays. */
export function clear() {
  Object.assign(draft, blank())
  Object.assign(live, unknown())
  problem.value = null
  ended.value = null
  busy.value = ''
}
