import { computed } from 'vue'
import { useQueryClient } from '@tanstack/vue-query'
import { act, newKey } from '../../../shared/api/client.js'
import { clock, date, day as dayWords } from '../../../shared/format.js'
import { t } from '../../../shared/i18n.js'
import { asProblem } from '../../../shared/problems.js'

/**
 * The filled button: the chosen order gets the place it would have, and the next that waits is chosen. Also what follows
 * from the order's other steps, which the server offers.
 * @param {{ looking: import('./looking.js').Looking, board: import('./board.js').BoardData,
 *   choosing: import('./choosing.js').Choosing, placing: import('./placing.js').Placing,
 *   candidates: import('./candidates.js').Candidates, moving: import('./moving.js').Moving,
 *   outcome: import('./outcome.js').Outcome }} parts
 */
export function useAssigning({ looking, board, choosing, placing, candidates, moving, outcome }) {
  const client = useQueryClient()
  const { order, placed, canAssign } = choosing
  const { startsAt, employeeId, minutes } = placing
  const { busy, told, refused, override, undoable, took } = outcome
  let key = newKey()

  /** A second booking at the same time needs the right, and a reason. */
  const mayOverride = computed(
    () =>
      refused.value?.slug === 'clash' &&
      canAssign.value?.needs.some((/** @type {any} */ one) => one.name === 'override_reason')
  )

  async function assign() {
    const offered = canAssign.value
    if (!offered || !employeeId.value || busy.value) return
    const why = mayOverride.value ? override.value.trim() : ''
    if (offered.action === 'move')
      return void moving.settle(placed.value, {
        holderId: employeeId.value,
        startsAt: startsAt.value,
        seconds: minutes.value * 60,
        override: why,
      })
    busy.value = true
    const body = {
      employee_id: employeeId.value,
      starts_at: new Date(startsAt.value).toISOString(),
      duration_minutes: minutes.value,
      ...(why ? { override_reason: why } : {}),
    }
    refused.value = null
    try {
      const name = candidates.pick.value?.employee.name ?? ''
      const one = order.value
      const done = /** @type {any} */ (await act(offered, body, { version: one.version, key }))
      key = newKey()
      undoable.value = {
        orderId: one.id,
        version: done.version,
        words: one.customer_name,
        fresh: true,
      }
      void board.load()
      override.value = ''
      told.value = t('dispatch.assigned', {
        number: one.number,
        name,
        at: `${dayWords(startsAt.value)} ${clock(startsAt.value)}`,
      })
      took()
      choosing.chooseAfter(one.id)
    } catch (error) {
      refused.value = asProblem(error)
      if (refused.value.status) key = newKey()
      void board.load()
      candidates.again()
    } finally {
      busy.value = false
    }
  }

  /** Another step was done: a promise brings its day and its time along. @param {any} changed @param {any} done */
  function acted(changed, done) {
    if (changed?.id) client.setQueryData(['work-orders', changed.id], changed)
    told.value = t('desk.done_it', { what: done.label })
    if (changed?.promised_at) {
      looking.day.value = date(changed.promised_at)
      startsAt.value = Date.parse(changed.promised_at)
    }
    took()
  }

  return { mayOverride, assign, acted }
}
