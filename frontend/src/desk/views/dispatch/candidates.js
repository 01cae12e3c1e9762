import { computed, ref, watch } from 'vue'
import { api, call } from '../../../shared/api/client.js'
import { useThing } from '../../parts/rows.js'

/**
 * Who could take the chosen order at the time it would have: the server is asked, the first who fits and is free is
 * proposed, and the board draws whether it fits.
 * @param {{ choosing: import('./choosing.js').Choosing, placing: import('./placing.js').Placing,
 *   outcome: import('./outcome.js').Outcome }} parts
 */
export function useCandidates({ choosing, placing, outcome: { refused } }) {
  const { chosenId, order, placed, canAssign } = choosing
  const { startsAt, employeeId, minutes, proposed, unsettled } = placing

  /** The time that is asked for: it settles before the server is asked. */
  const asked = ref(0)
  let wait = 0
  watch(startsAt, () => {
    clearTimeout(wait)
    wait = window.setTimeout(() => (asked.value = startsAt.value), asked.value ? 200 : 0)
  })
  const thing = useThing(
    () => ['work-orders', chosenId.value, 'candidates', asked.value, minutes.value],
    (signal) =>
      call(
        api.GET('/api/v1/work-orders/{id}/candidates', {
          params: {
            path: { id: chosenId.value },
            query: {
              starts_at: new Date(asked.value).toISOString(),
              duration_minutes: minutes.value,
            },
          },
          signal,
        })
      ),
    { enabled: () => !!order.value && !!asked.value, keep: true }
  )
  const could = computed(() => /** @type {any} */ (thing.data.value)?.items ?? [])
  const pick = computed(() =>
    could.value.find((/** @type {any} */ one) => one.employee.id === employeeId.value)
  )
  watch(could, (items) => {
    const still = items.find((/** @type {any} */ one) => one.employee.id === employeeId.value)
    if (still && (employeeId.value !== proposed.value || (still.fit && still.free))) return
    placing.propose(items.find((/** @type {any} */ one) => one.fit && one.free)?.employee.id ?? '')
  })

  /** What the board draws of the place that is not settled yet. */
  const ghost = computed(() =>
    order.value && canAssign.value && employeeId.value && startsAt.value && unsettled.value
      ? {
          bookingId: placed.value?.id,
          holderId: employeeId.value,
          startsAt: startsAt.value,
          seconds: minutes.value * 60,
          words: order.value.customer_name,
          fits: pick.value ? pick.value.free : undefined,
        }
      : null
  )

  /** Who could go at the very time instead, where the place is taken. */
  const alternatives = computed(() => {
    const clash = /** @type {any} */ (refused.value?.body.clash)
    return clash
      ? could.value
          .filter(
            (/** @type {any} */ one) =>
              one.fit && one.free && one.employee.id !== clash.employee?.id
          )
          .slice(0, 2)
      : []
  })
  /** @param {any} one */
  function takeAlternative(one) {
    placing.chooseBy(one.employee.id)
    refused.value = null
  }

  return {
    could,
    pick,
    problem: thing.problem,
    again: thing.again,
    ghost,
    alternatives,
    takeAlternative,
  }
}

/** @typedef {ReturnType<typeof useCandidates>} Candidates */
