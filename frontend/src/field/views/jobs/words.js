import { has, t } from '../../../shared/i18n.js'

/** Legal forms and places that say nothing to the engineer who knows the customer. */
const TAIL =
  /(环境监测技术服务|环境监测|技术服务|技术|科技|服务)?(股份)?(有限责任|有限)?(公司|集团)?$/

/** What a long name may lose first: the engineer knows the town. */
const PLACE = /^([^省市]{2,4}省)?([^省市]{2,4}市)?/
/** Characters that fit a button of a 390-px phone beside the verb. */
const LONGEST = 12

/**
 * A company's name as people say it, for buttons: 华北绿源环境监测技术服务有限公司 → 华北绿源.
 * @param {string} name
 */
export function short(name) {
  const cut = name.replace(TAIL, '')
  if (cut.length < 2) return name
  if (cut.length <= LONGEST) return cut
  const at = cut.replace(PLACE, '')
  return at.length <= LONGEST ? at : `${at.slice(0, LONGEST - 1)}…`
}

/**
 * The phone's own map for an address: both systems understand it without naming an app.
 * @param {string} address
 */
export function mapLink(address) {
  const apple = /iPhone|iPad|Macintosh/.test(navigator.userAgent)
  return `${apple ? 'maps://?q=' : 'geo:0,0?q='}${encodeURIComponent(address)}`
}

/** The steps of a visit in order, and which states of R417 stand at each. */
export const STEPS = [
  { action: 'accept', states: ['assigned'] },
  { action: 'depart', states: ['assigned'] },
  { action: 'arrive', states: ['on_the_way'] },
  { action: 'diagnose', states: ['on_site'] },
  { action: 'complete', states: ['on_site'] },
  { action: 'sign', states: ['work_done'] },
  { action: 'hand-in', states: ['signed'] },
]

/** @param {string} action which step an action belongs to, from 1; 0 for a way out */
export const stepOf = (action) => STEPS.findIndex((step) => step.action === action) + 1

/**
 * The step that stands now: what the server offers for it, or what it lacks. A step comes before
 * any way out, whatever the order of the offer; a diagnosis once made is no step any more.
 * @param {any} job
 * @returns {{ main: import('../../../shared/contract').Offered | null, lack: { action: string, label: string, reason: string } | null }}
 */
export function standing(job) {
  const steps = STEPS.filter(
    ({ action, states }) => states.includes(job.status) && !(action === 'diagnose' && job.diagnosis)
  )
  for (const { action } of steps) {
    const main = job.offered.find((/** @type {any} */ one) => one.action === action)
    if (main) return { main, lack: null }
    const lack = job.lacks.find((/** @type {any} */ one) => one.action === action)
    if (lack && action !== 'accept') return { main: null, lack }
  }
  return { main: null, lack: null }
}

/**
 * What the button says: the verb and its object; the server's own word for a deed not known here.
 * @param {import('../../../shared/contract').Offered} offered
 * @param {any} job
 */
export function deedWords(offered, job) {
  const key = `jobs.do_${offered.action.replace(/-/g, '_')}`
  return has(key) ? t(key, { customer: short(job.customer_name) }) : offered.label
}
