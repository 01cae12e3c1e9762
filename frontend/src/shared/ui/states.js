/**
 * The look of each state: a pie that fills as the matter advances, so that shape tells
 * progress without colour. Only the look; which states exist is the server's business.
 *
 * @typedef {object} Look
 * @property {number} [pie] share of the ring that is filled, 0…1
 * @property {string} [icon]
 * @property {'quiet' | 'action' | 'busy' | 'good' | 'wait' | 'bad' | 'care'} role
 * @property {boolean} [faded]
 */

/** @type {Look} */
const NEW = { pie: 0, role: 'quiet' }
/** @type {Look} */
const WAITING = { icon: 'pause', role: 'wait' }
/** @type {Look} */
const CONSENT = { icon: 'diamond', role: 'wait' }
/** @type {Look} */
const ENDED = { icon: 'disc_tick', role: 'good', faded: true }
/** @type {Look} */
const DROPPED = { icon: 'ring_stroke', role: 'quiet' }

/** @type {Record<string, Look>} */
export const LOOKS = {
  // service request (R414)
  new: NEW,
  judged: { pie: 0.25, role: 'action' },
  awaiting_consent: CONSENT,
  accepted: { pie: 0.375, role: 'action' },
  job_opened: { pie: 0.5, role: 'action' },
  closed: ENDED,
  answered: { icon: 'disc_tick', role: 'good' },
  declined: DROPPED,
  carry_in_advised: { icon: 'disc_tick', role: 'quiet' },
  cancelled: DROPPED,
  // work order (R417)
  received: NEW,
  contacted: { pie: 0.25, role: 'action' },
  customer_contacted: { pie: 0.25, role: 'action' },
  time_promised: { pie: 0.375, role: 'action' },
  waiting_for_parts: WAITING,
  waiting_for_customer: WAITING,
  parts_ready: { icon: 'box', role: 'action' },
  assigned: { pie: 0.5, role: 'action' },
  on_the_way: { icon: 'car', role: 'action' },
  on_site: { pie: 0.75, role: 'busy' },
  work_done: { pie: 0.875, role: 'good' },
  signed: { icon: 'disc_tick', role: 'good' },
  handed_in: { icon: 'disc_tick', role: 'good' },
  record_in: { icon: 'disc_tick', role: 'good' },
  record_handed_in: { icon: 'disc_tick', role: 'good' },
  followed_up: ENDED,
  rescheduled: { icon: 'clock', role: 'wait' },
  second_visit: { icon: 'clock', role: 'wait' },
  brought_in: { icon: 'box', role: 'quiet' },
  // repair order (R418)
  testing: { pie: 0.75, role: 'busy' },
  repairing: { pie: 0.75, role: 'busy' },
  // quote (R416) and price list
  draft: NEW,
  awaiting_approval: { icon: 'diamond', role: 'wait' },
  offered: { icon: 'diamond', role: 'action' },
  consented: { icon: 'disc_tick', role: 'good' },
  expired: { icon: 'clock', role: 'quiet' },
  superseded: DROPPED,
  void: DROPPED,
  published: { icon: 'disc_tick', role: 'good' },
  withdrawn: DROPPED,
  // what phones sent, what two changed, phones
  held_command_waiting: WAITING,
  held_command_held: { icon: 'triangle', role: 'bad' },
  held_command_applied: { icon: 'disc_tick', role: 'good' },
  held_command_set_aside: DROPPED,
  conflict_open: { icon: 'triangle', role: 'bad' },
  conflict_kept: { icon: 'disc_tick', role: 'good' },
  conflict_taken: { icon: 'disc_tick', role: 'good' },
  device_active: { icon: 'disc_tick', role: 'good' },
  device_revoked: DROPPED,
  device_wiped: DROPPED,
  // call (R413)
  ringing: { icon: 'phone', role: 'action' },
  talking: { icon: 'phone', role: 'busy' },
  missed: { icon: 'triangle', role: 'bad' },
  reply_promised: { icon: 'clock', role: 'action' },
  transferred: { icon: 'forward', role: 'quiet' },
  turned_into_request: { icon: 'disc_tick', role: 'good' },
  replied: { icon: 'disc_tick', role: 'good' },
  // follow-up (R422)
  due: NEW,
  attempted: { pie: 0.25, role: 'action' },
  satisfied: { icon: 'disc_tick', role: 'good' },
  dissatisfied: { icon: 'triangle', role: 'bad' },
  root_cause_found: { pie: 0.5, role: 'action' },
  measure_set: { pie: 0.75, role: 'action' },
  waived: DROPPED,
  not_reachable: DROPPED,
  // entry of a form, and its template
  entry_open: { pie: 0.5, role: 'action' },
  entry_completed: { icon: 'disc_tick', role: 'good' },
  entry_signed: { icon: 'disc_tick', role: 'good' },
  entry_void: DROPPED,
  template_draft: NEW,
  template_published: { icon: 'disc_tick', role: 'good' },
  template_retired: DROPPED,
  template_withdrawn: DROPPED,
  // webhooks, by how they fare, and what was sent to them
  webhook_good: { icon: 'disc_tick', role: 'good' },
  webhook_new: NEW,
  webhook_waiting: { icon: 'clock', role: 'action' },
  webhook_failing: { icon: 'triangle', role: 'bad' },
  webhook_silent: { icon: 'triangle', role: 'care' },
  webhook_off: { icon: 'ring_stroke', role: 'bad' },
  webhook_paused: WAITING,
  delivery_waiting: { icon: 'clock', role: 'action' },
  delivery_delivered: { icon: 'disc_tick', role: 'good' },
  delivery_failed: { icon: 'triangle', role: 'bad' },
  delivery_withheld: DROPPED,
  // questions of customers
  // exports and imports
  export_waiting: CONSENT,
  export_queued: { pie: 0.25, role: 'action' },
  export_running: { pie: 0.5, role: 'busy' },
  export_done: { icon: 'disc_tick', role: 'good' },
  export_failed: { icon: 'triangle', role: 'bad' },
  export_refused: DROPPED,
  export_cancelled: DROPPED,
  export_expired: { icon: 'clock', role: 'quiet' },
  import_awaiting_file: NEW,
  import_judging: { pie: 0.25, role: 'busy' },
  import_ready: CONSENT,
  import_applying: { pie: 0.75, role: 'busy' },
  import_done: { icon: 'disc_tick', role: 'good' },
  import_failed: { icon: 'triangle', role: 'bad' },
  import_cancelled: DROPPED,
  consultation_promised: { icon: 'clock', role: 'action' },
  consultation_transferred: { icon: 'forward', role: 'busy' },
  consultation_replied: { icon: 'disc_tick', role: 'good' },
  consultation_answered: { icon: 'disc_tick', role: 'good' },
  consultation_carry_in: { icon: 'box', role: 'quiet' },
  consultation_cancelled: DROPPED,
  // money: bills, payments, refunds, invoices, handovers, days
  issued: { pie: 0.5, role: 'action' },
  settled: { icon: 'disc_tick', role: 'good' },
  voided: DROPPED,
  pending: { icon: 'clock', role: 'wait' },
  collected: { icon: 'disc_tick', role: 'good' },
  failed: DROPPED,
  requested: CONSENT,
  approved: { pie: 0.5, role: 'action' },
  paid: { icon: 'disc_tick', role: 'good' },
  rejected: DROPPED,
  red_lettered: DROPPED,
  invoice_issued: { icon: 'disc_tick', role: 'good' },
  presented: { pie: 0.5, role: 'action' },
  confirmed: { icon: 'disc_tick', role: 'good' },
  open: { pie: 0.5, role: 'action' },
  // stock: a sheet being counted, and parts kept, awaited, on their way
  count_counting: { pie: 0.5, role: 'busy' },
  count_submitted: CONSENT,
  count_settled: ENDED,
  count_cancelled: DROPPED,
  // the roster: whether people came, leave, swaps
  presence_expected: NEW,
  presence_on_time: { icon: 'disc_tick', role: 'good' },
  presence_late: { icon: 'clock', role: 'care' },
  presence_not_here: { icon: 'triangle', role: 'bad' },
  presence_absent: { icon: 'triangle', role: 'bad' },
  presence_on_leave: DROPPED,
  leave_asked: CONSENT,
  leave_approved: { icon: 'disc_tick', role: 'good' },
  leave_refused: DROPPED,
  leave_withdrawn: DROPPED,
  swap_asked: { pie: 0.25, role: 'action' },
  swap_agreed: CONSENT,
  swap_approved: { icon: 'disc_tick', role: 'good' },
  swap_declined: DROPPED,
  swap_refused: DROPPED,
  swap_withdrawn: DROPPED,
  // appointments (R415)
  appointment_booked: { pie: 0.25, role: 'action' },
  appointment_changed: { icon: 'clock', role: 'wait' },
  appointment_reconfirmed: { pie: 0.5, role: 'action' },
  appointment_prepared: { pie: 0.75, role: 'busy' },
  appointment_kept: ENDED,
  appointment_missed: { icon: 'triangle', role: 'bad' },
  appointment_cancelled: DROPPED,
  // integrations
  client_active: { icon: 'disc_tick', role: 'good' },
  client_ending: { icon: 'clock', role: 'care' },
  client_waiting: CONSENT,
  client_expired: { icon: 'clock', role: 'quiet' },
  client_disabled: DROPPED,
  // marks beside a state
  late: { icon: 'triangle', role: 'bad' },
  due_soon: { icon: 'clock', role: 'care' },
}

/** @param {string} state */
export const lookOf = (state) => LOOKS[state] ?? NEW

/**
 * The filled sector of a pie on the 16-px grid, from twelve o'clock, clockwise.
 * @param {number} share 0…1
 */
export function sector(share) {
  if (share <= 0) return ''
  const angle = Math.min(share, 0.9999) * 2 * Math.PI
  const x = (8 + 4 * Math.sin(angle)).toFixed(2)
  const y = (8 - 4 * Math.cos(angle)).toFixed(2)
  return `M8 8V4A4 4 0 ${share > 0.5 ? 1 : 0} 1 ${x} ${y}Z`
}
