/** Legal forms and places that say nothing to the engineer who knows the customer. */
const TAIL =
  /(环境监测技术服务|环境监测|技术服务|技术|科技|服务)?(股份)?(有限责任|有限)?(公司|集团)?$/

/**
 * A company's name as people say it, for buttons: 华北绿源环境监测技术服务有限公司 → 华北绿源.
 * @param {string} name
 */
export function short(name) {
  const cut = name.replace(TAIL, '')
  return cut.length >= 2 && cut.length <= 12 ? cut : name.slice(0, 12)
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
