import { computed, onUnmounted, ref } from 'vue'
import { useQueryClient } from '@tanstack/vue-query'
import { api, call, ifMatch, once } from '../../../shared/api/client.js'
import { onFact } from '../../../shared/api/live.js'
import { clock, date, parts, range } from '../../../shared/format.js'
import { t } from '../../../shared/i18n.js'
import { asProblem } from '../../../shared/problems.js'
import { useThing } from '../../parts/rows.js'

export const KINDS = /** @type {const} */ (['hotline', 'counter', 'bench', 'field', 'duty'])
/** Told apart by shape; the two that the rules want on every day stand out. */
export const ICONS = {
  hotline: 'phone',
  counter: 'people',
  bench: 'wrench',
  field: 'car',
  duty: 'bell',
}
/** One key plans the usual turn. */
export const KEYS = { hotline: 'H', counter: 'C', bench: 'B', field: 'F', duty: 'V' }

/** 周一 11-23 @param {string} day */
export function dayWords(day) {
  const { weekday } = parts(`${day}T04:00:00Z`)
  return `${t('time.weekdays').split(',')[weekday]} ${day.slice(5)}`
}

/** The day on which a shift begins. @param {any} shift */
export const dayOf = (shift) => date(shift.starts_at)

/** 08:30–17:30, or over midnight 20:00–06:00 次日 @param {any} one */
export const spanWords = (one) =>
  range(one.starts_at, one.ends_at) +
  (dayOf(one) === date(one.ends_at) || clock(one.ends_at) === '00:00'
    ? ''
    : ` ${t('roster.next_day')}`)

/**
 * The roster of a station over so many days, and every act on it: each says what it did and can be undone.
 * @param {() => { station?: string, first: string, days: number }} wanted
 */
export function useRoster(wanted) {
  const client = useQueryClient()
  const thing = useThing(
    () => ['shifts', 'list', 'roster', wanted()],
    (signal) => {
      const { station, first, days } = wanted()
      return call(
        api.GET('/api/v1/roster', {
          params: { query: { station_id: station || undefined, from: first, days } },
          signal,
        })
      )
    },
    { keep: true }
  )
  /** @type {import('vue').ComputedRef<any>} */
  const roster = computed(() => thing.data.value)
  const refresh = () => void client.invalidateQueries({ queryKey: ['shifts'] })
  const stop = onFact((fact) => {
    if (['leave_request', 'booking', 'attendance', 'shift_swap'].includes(fact.subject)) refresh()
  })
  onUnmounted(() => stop())

  const told = ref('')
  const problem = ref(/** @type {import('../../../shared/problems.js').Problem | null} */ (null))
  const skipped = ref(/** @type {any[]} */ ([]))
  const busy = ref(false)
  /** What was done, the last one last; each knows how to undo itself. */
  const done = ref(/** @type {{ words: string, undo: () => Promise<any> }[]} */ ([]))

  /**
   * One act: busy meanwhile, what it says afterwards, and how it is undone.
   * @param {() => Promise<{ words: string, undo?: () => Promise<any> }>} deed
   * @returns {Promise<boolean>} whether it was done
   */
  async function act(deed) {
    if (busy.value) return false
    busy.value = true
    problem.value = null
    skipped.value = []
    try {
      const { words, undo } = await deed()
      told.value = words
      if (undo) done.value = [...done.value.slice(-19), { words, undo }]
      return true
    } catch (error) {
      problem.value = asProblem(error)
      told.value = ''
      return false
    } finally {
      busy.value = false
      refresh()
    }
  }

  /** @param {string[]} ids */
  const takeBack = (ids) =>
    call(api.POST('/api/v1/shifts/take-back', { body: { ids }, headers: once() }))

  /** @param {any} answer @param {string} key */
  function many(answer, key) {
    skipped.value = answer.skipped
    const words = t(key, { n: answer.made })
    return { words, undo: answer.ids.length ? () => takeBack(answer.ids) : undefined }
  }

  /** @param {{ people: string[], days: string[], from: string, to: string, kind: string, note?: string }} plan */
  const plan = (plan) =>
    act(async () =>
      many(
        await call(
          api.POST('/api/v1/shifts/plan-days', {
            body: {
              station_id: roster.value.station.id,
              employee_ids: plan.people,
              days: plan.days,
              from: plan.from,
              to: plan.to,
              kind: /** @type {any} */ (plan.kind),
              note: plan.note || null,
            },
            headers: once(),
          })
        ),
        'roster.planned_n'
      )
    )

  /** @param {string} week a day of the week that is filled */
  const copyWeek = (week) =>
    act(async () =>
      many(
        await call(
          api.POST('/api/v1/shifts/copy-week', {
            body: { station_id: roster.value.station.id, week },
            headers: once(),
          })
        ),
        'roster.copied_n'
      )
    )

  /** @param {any} shift @param {any} body */
  const patch = (shift, body) =>
    call(
      api.PATCH('/api/v1/shifts/{id}', {
        params: { path: { id: shift.id }, header: ifMatch(shift.version) },
        body,
      })
    )

  /** @param {any} shift @param {any} body only what differs */
  const change = (shift, body) =>
    act(async () => {
      const now = /** @type {any} */ (await patch(shift, body))
      const before = Object.fromEntries(
        Object.keys(body).map((name) => [
          name,
          name === 'employee_id' ? shift.employee.id : shift[name],
        ])
      )
      return {
        words: t('roster.changed', {
          name: now.employee.name,
          kind: now.kind_label,
          at: `${dayWords(dayOf(now))} ${spanWords(now)}`,
        }),
        undo: () => patch(now, before),
      }
    })

  /** @param {any} shift as it was */
  const again = ({ station, employee, starts_at, ends_at, kind, note }) =>
    call(
      api.POST('/api/v1/shifts', {
        body: { station_id: station.id, employee_id: employee.id, starts_at, ends_at, kind, note },
        headers: once(),
      })
    )

  /** All of them in one act; those that must stay are named. @param {any[]} shifts */
  const remove = (shifts) =>
    act(async () => {
      const answer = /** @type {any} */ (await takeBack(shifts.map(({ id }) => id)))
      skipped.value = answer.skipped
      const stays = new Set(
        answer.skipped.map((/** @type {any} */ one) => one.employee.id + one.starts_at)
      )
      const gone = shifts.filter((one) => !stays.has(one.employee.id + one.starts_at))
      const [first] = gone
      return {
        words:
          gone.length === 1
            ? t('roster.removed', {
                name: first.employee.name,
                kind: first.kind_label,
                at: dayWords(dayOf(first)),
              })
            : t('roster.removed_n', { n: gone.length }),
        undo: gone.length ? () => Promise.all(gone.map(again)) : undefined,
      }
    })

  async function undo() {
    const last = done.value.at(-1)
    if (!last || busy.value) return
    done.value = done.value.slice(0, -1)
    await act(async () => {
      const answer = /** @type {any} */ (await last.undo())
      skipped.value = answer?.skipped ?? []
      return { words: t('roster.undone', { what: last.words }) }
    })
  }

  return {
    thing,
    roster,
    told,
    problem,
    skipped,
    busy,
    done,
    plan,
    copyWeek,
    change,
    remove,
    undo,
    refresh,
  }
}
