/**
 * What a job looks like while the server cannot be asked: what it last said, and the engineer's own
 * deeds on top, by the workflow that came with the bundle. Nothing of this is stored, so that a deed
 * that is refused leaves no trace here. The server alone decides; this only draws.
 *
 * @typedef {import('./mirror.js').Command} Command
 *
 * @typedef {object} Step a row of the engineer's workflow, as the bundle brings it
 * @property {string} action
 * @property {string} label
 * @property {string[]} sources
 * @property {string | null} target
 * @property {import('../../shared/contract').Need[]} needs
 * @property {string[]} requires fields of the order that must be there
 * @property {string[]} excludes fields that must not
 * @property {Record<string, string>} sets field → `occurred_at` or `body.<name>`
 * @property {boolean} leaves the job is not the engineer's any more
 */

const settledForm = (/** @type {any} */ entry) =>
  !!entry && ['completed', 'signed'].includes(entry.status) && !entry.critical

/** Orders of the workflow, not forms or van. @param {Command} one */
export const stepOf = (one) => (one.href.includes(`/work-orders/${one.job}/`) ? one.action : '')

/** @param {any} order @param {Step} step */
const possible = (order, step) =>
  step.sources.includes(order.status) &&
  step.requires.every((field) => order[field]) &&
  step.excludes.every((field) => !order[field])

/** What a form would still have to say before the step. @param {any} job @param {string} action */
const formBefore = (job, action) =>
  job.asked.find(
    (/** @type {any} */ form) => form.required && form.before === action && !settledForm(form.entry)
  )

/**
 * @param {any} job as the bundle brought it
 * @param {Command[]} commands of this job, in order
 * @param {{ steps: Step[], states: Record<string, string>, say: (name: string) => string }} day `say`: that this form is not filled in
 * @returns {any} the job with its order as it stands on this phone; `ahead`: how many deeds are not with the server
 */
export function reckoned(job, commands, { steps, states, say }) {
  const parked = commands.findIndex(({ state }) => state === 'refused')
  const counted = commands.filter(
    ({ state }, index) => state === 'waiting' && (parked < 0 || index < parked)
  )
  if (!counted.length) return { ...job, ahead: 0 }
  let order = { ...job.order }
  let asked = job.asked
  let gone = false
  for (const one of counted) {
    const step = steps.find(({ action }) => action === stepOf(one))
    if (step && possible(order, step)) {
      order = { ...order, ...changed(order, step, one) }
      if (step.target) order.status = step.target
      gone ||= step.leaves
    } else if (one.href.startsWith('/api/v1/entries')) asked = filled(asked, one)
  }
  const now = { ...job, ...agreed(job, counted), asked, order, asset: mended(job.asset, counted) }
  order.status_label = states[order.status] ?? order.status_label
  order.offered = gone ? [] : offers(now, steps)
  order.lacks = gone ? [] : lacks(now, steps, say)
  return { ...now, ahead: counted.length, gone: gone || job.gone }
}

/** The customer's yes on this phone: the work may begin, the server will hold it against the quote it names. @param {any} job @param {Command[]} counted */
function agreed(job, counted) {
  const yes = counted.find(({ action }) => action === 'consent')
  const quote = job.quotes?.find((/** @type {any} */ one) => yes?.href.includes(one.id))
  return quote ? { work_lacking: null, quoted_fen: quote.total_fen } : {}
}

/** The device's file with what was set right on this phone. @param {any} asset @param {Command[]} counted */
const mended = (asset, counted) =>
  counted
    .filter(({ action }) => action === 'fill-asset')
    .flatMap(({ body }) => Object.entries(body.changes))
    .reduce((file, [field, { value }]) => ({ ...file, [field]: value }), asset)

/** @param {any} order @param {Step} step @param {Command} one */
function changed(order, step, one) {
  const found = Object.fromEntries(
    Object.entries(step.sets).map(([field, from]) => [field, valueOf(from, one)])
  )
  if (step.action === 'sign' || step.action === 'refuse-signature')
    found.signature = {
      kind: step.action === 'sign' ? 'drawn' : 'refused',
      signer: one.body.signer ?? null,
      reason: one.body.reason ?? null,
      signed_at: one.at,
      picture_href: null,
    }
  return { ...found, times: { ...order.times, ...timesOf(found) } }
}

/** @param {Record<string, any>} found */
const timesOf = (found) =>
  Object.fromEntries(Object.entries(found).filter(([field]) => field.endsWith('_at')))

/** @param {string} from @param {Command} one */
const valueOf = (from, one) =>
  from.startsWith('body.') ? (one.body[from.slice(5)] ?? null) : one.at

/** @param {any[]} asked @param {Command} one */
function filled(asked, one) {
  const id = one.body.id ?? one.href.split('/')[4]
  const template = one.body.template_id ?? one.drawn?.template_id
  const status = one.action === 'form-complete' ? 'completed' : 'open'
  return asked.map((form) =>
    form.template_id === template
      ? { ...form, entry: { ...form.entry, id, status, data: one.body.data, ...one.drawn } }
      : form
  )
}

/** @param {any} job @param {Step[]} steps */
const offers = (job, steps) =>
  steps
    .filter(
      (step) => possible(job.order, step) && !formBefore(job, step.action) && !unpaid(job, step)
    )
    .map(({ action, label, needs }) => ({
      action,
      label,
      method: 'POST',
      href: `/api/v1/work-orders/${job.id}/${action}`,
      needs,
    }))

/** Work that the customer has not agreed to pay yet (R154), in the server's words. @param {any} job @param {Step} step */
const unpaid = (job, step) =>
  ['complete', 'use-part'].includes(step.action) ? job.work_lacking : null

/** @param {any} job @param {Step[]} steps @param {(name: string) => string} say */
const lacks = (job, steps, say) =>
  steps.flatMap((step) => {
    if (!possible(job.order, step)) return []
    const form = formBefore(job, step.action)
    const reason = unpaid(job, step) || (form && say(form.name))
    return reason ? [{ action: step.action, label: step.label, reason }] : []
  })

/**
 * The job with what the server has just answered to one deed.
 * @param {any} job
 * @param {Command} one
 * @param {any} data
 */
export function absorb(job, one, data) {
  if (one.action === 'fill-asset' && data?.id === job.asset?.id) return { ...job, asset: data }
  if (data?.id === job.id && data.offered) return { ...job, version: data.version, order: data }
  if (!one.href.startsWith('/api/v1/entries') || !data?.template) return job
  const { id: template_id, version_id } = data.template
  const entry = { ...data, template_id, version_id, counts: true }
  const others = job.entries.filter((/** @type {any} */ each) => each.id !== data.id)
  return shaped({ ...job, entries: [entry, ...others] })
}

/**
 * A job as the pages read it: each form with the entry that counts for it.
 * @param {any} job as the bundle brings it
 */
export const shaped = (job) => ({
  ...job,
  quoted_fen: job.order.paid ? job.case.quoted_fen : null,
  asked: job.asked.map((/** @type {any} */ form) => ({
    ...form,
    entry:
      job.entries.find(
        (/** @type {any} */ entry) => entry.template_id === form.template_id && entry.counts
      ) ?? null,
  })),
})
