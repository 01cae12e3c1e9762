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
 *
 * @typedef {object} Trace what a step needs and leaves on the order, beside its state
 * @property {string} [needs] a field that must be there
 * @property {string} [once] a field that must not be there yet
 * @property {Record<string, string | boolean>} [sets] field → `occurred_at`, `body.<name>` or a value
 * @property {boolean} [leaves] the job is not the engineer's any more
 * @property {boolean} [works] a customer who pays must have agreed before (R154)
 */

/** Only for drawing what comes next in a basement; whether it may be, the server says. @type {Record<string, Trace>} */
const TRACES = {
  accept: { once: 'accepted_at', sets: { accepted_at: 'occurred_at' } },
  refuse: { once: 'accepted_at', leaves: true },
  depart: { needs: 'accepted_at', sets: { departed_at: 'occurred_at' } },
  arrive: { sets: { arrived_at: 'occurred_at' } },
  diagnose: { sets: { diagnosis: 'body.diagnosis', plan: 'body.plan' } },
  'use-part': { needs: 'diagnosis', works: true },
  complete: {
    needs: 'diagnosis',
    works: true,
    sets: {
      work_done: 'body.work_done',
      test_result: 'body.test_result',
      test_passed: true,
      instructed: true,
      done_at: 'occurred_at',
    },
  },
  sign: { sets: { signed_at: 'occurred_at' } },
  'refuse-signature': { sets: { signed_at: 'occurred_at' } },
  'hand-in': { sets: { handed_in_at: 'occurred_at', recorded_late: false } },
  escalate: { sets: { problem: 'body.problem' } },
  'cannot-today': { leaves: true },
  'second-visit': { leaves: true },
}

/** @param {string} action @returns {Trace} */
const traceOf = (action) => TRACES[action] ?? {}

const settledForm = (/** @type {any} */ entry) =>
  !!entry && ['completed', 'signed'].includes(entry.status) && !entry.critical

/** Orders of the workflow, not forms or van. @param {Command} one */
export const stepOf = (one) => (one.href.includes(`/work-orders/${one.job}/`) ? one.action : '')

/** @param {any} order @param {Step} step */
const possible = (order, step) =>
  step.sources.includes(order.status) &&
  has(order, traceOf(step.action).needs, true) &&
  has(order, traceOf(step.action).once, false)

/** @param {any} order @param {string | undefined} field @param {boolean} wanted */
const has = (order, field, wanted) => !field || !!order[field] === wanted

/** What a form would still have to say before the step. @param {any} job @param {string} action */
const formBefore = (job, action) =>
  job.asked.find(
    (/** @type {any} */ form) => form.required && form.before === action && !settledForm(form.entry)
  )

/**
 * @param {any} job as the bundle brought it
 * @param {Command[]} commands of this job, in order
 * @param {{ steps: Step[], state: (status: string) => string, say: (name: string) => string }} day words: of a state, and that a form is not filled in
 * @returns {any} the job with its order as it stands on this phone; `ahead`: how many deeds are not with the server
 */
export function reckoned(job, commands, { steps, state, say }) {
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
      gone ||= !!traceOf(step.action).leaves
    } else if (one.href.startsWith('/api/v1/entries')) asked = filled(asked, one)
  }
  const now = { ...job, asked, order }
  if (order.status !== job.order.status) order.status_label = state(order.status)
  order.offered = gone ? [] : offers(now, steps)
  order.lacks = gone ? [] : lacks(now, steps, say)
  return { ...now, ahead: counted.length, gone: gone || job.gone }
}

/** @param {any} order @param {Step} step @param {Command} one */
function changed(order, step, one) {
  const found = Object.fromEntries(
    Object.entries(traceOf(step.action).sets ?? {}).map(([field, from]) => [
      field,
      valueOf(from, one),
    ])
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

/** @param {string | boolean} from @param {Command} one */
function valueOf(from, one) {
  if (from === 'occurred_at') return one.at
  if (typeof from === 'string' && from.startsWith('body.')) return one.body[from.slice(5)] ?? null
  return from
}

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

/** Work that the customer has not agreed to pay yet (R154): only the server can know more. @param {any} job @param {Step} step */
const unpaid = (job, step) => traceOf(step.action).works && job.unagreed

/** @param {any} job @param {Step[]} steps @param {(name: string) => string} say */
const lacks = (job, steps, say) =>
  steps.flatMap((step) => {
    if (!possible(job.order, step)) return []
    const form = formBefore(job, step.action)
    const reason = unpaid(job, step) ? say('') : form && say(form.name)
    return reason ? [{ action: step.action, label: step.label, reason }] : []
  })

/**
 * The job with what the server has just answered to one deed.
 * @param {any} job
 * @param {Command} one
 * @param {any} data
 */
export function absorb(job, one, data) {
  if (data?.id === job.id && data.offered) return { ...job, version: data.version, order: data }
  if (!one.href.startsWith('/api/v1/entries') || !data?.template) return job
  const { id: template_id, version_id } = data.template
  const entry = { ...data, template_id, version_id, counts: true }
  const others = job.entries.filter((/** @type {any} */ each) => each.id !== data.id)
  return shaped({ ...job, entries: [entry, ...others] })
}

/**
 * A job as the pages read it: each form with the entry that counts for it, and what a customer who pays
 * has agreed to.
 * @param {any} job as the bundle brings it
 */
export function shaped(job) {
  const agreed = job.quotes?.find((/** @type {any} */ quote) => quote.status === 'consented')
  return {
    ...job,
    asked: job.asked.map((/** @type {any} */ form) => ({
      ...form,
      entry:
        job.entries.find(
          (/** @type {any} */ entry) => entry.template_id === form.template_id && entry.counts
        ) ?? null,
    })),
    quoted_fen: job.order.paid ? (agreed?.total_fen ?? job.case?.consented_fen ?? null) : null,
    unagreed: !!job.order.paid && !agreed && !job.case?.consented_fen,
  }
}
