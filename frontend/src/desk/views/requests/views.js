import { session } from '../../../shared/session.js'

/** The saved views of the queue: what each asks the server for. */
export const VIEWS = {
  all: () => ({ open: true }),
  late: () => ({ open: true, late: true }),
  soon: () => ({ open: true, due_within_seconds: 3600 }),
  new: () => ({ open: true, status: /** @type {const} */ ('new') }),
  warned: () => ({ open: true, queue: /** @type {const} */ ('due_soon') }),
  unassigned: () => ({ open: true, queue: /** @type {const} */ ('unassigned') }),
  waiting_part: () => ({ open: true, queue: /** @type {const} */ ('waiting_part') }),
  /** What waits for the customer's yes. */
  waiting_customer: () => ({ open: true, queue: /** @type {const} */ ('waiting_customer') }),
  mine: () => ({ open: true, owner_id: session.me?.employee?.id }),
}

/** @typedef {keyof typeof VIEWS} View */

/** Those that make sense for this person: 我的 needs an employee behind the account. */
export const viewsHere = () =>
  /** @type {View[]} */ (Object.keys(VIEWS)).filter(
    (view) => view !== 'mine' || session.me?.employee
  )
