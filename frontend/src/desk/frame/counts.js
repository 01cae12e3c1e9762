import { computed, onMounted, onUnmounted, ref } from 'vue'
import { api, call } from '../../shared/api/client.js'
import { can } from '../../shared/session.js'
import { useTotal } from '../parts/rows.js'
import { navigation } from '../router.js'
import { VIEWS as cases } from '../views/requests/views.js'

/** Pages come first: what waits elsewhere is asked for when the one that was opened has had its turn. */
const AFTER_MS = 800

/**
 * Lists of the API, by the path behind which they wait: `[list, filters]`, and `of` whose facts change it if it is not
 * called so. `late` makes the number red; `may` is what one needs beside the page's own right.
 * @type {Record<string, { waiting: [string, any, string?][], late?: [string, any, string?][], may?: string }>}
 */
const LISTS = {
  '/service-requests': {
    waiting: [['service-requests', cases.all()]],
    late: [['service-requests', cases.late()]],
  },
  '/consultations': {
    waiting: [['consultations', { open: true }]],
    late: [['consultations', { late: true }]],
  },
  '/dispatch': {
    waiting: [['dispatch/unassigned', {}, 'work-orders']],
    late: [['dispatch/unassigned', { state: 'late' }, 'work-orders']],
  },
  '/appointments': { waiting: [['appointments', { to_reconfirm: true }]] },
  '/roster': {
    waiting: [
      ['leave-requests', { status: 'asked' }],
      ['shift-swaps', { status: 'agreed' }],
    ],
    may: 'leave-requests:approve',
  },
  '/crew': {
    waiting: [
      ['held-commands', { status: 'held' }],
      ['conflicts', { status: 'open' }],
    ],
  },
  '/work-orders': { waiting: [['work-orders', { open: true }]] },
  '/follow-ups': { waiting: [['follow-ups', { due: true }]] },
}

/**
 * Work waiting behind each entry of the navigation, by its path, kept current by facts.
 * @returns {import('vue').ComputedRef<Record<string, { waiting: number, late: number }>>}
 */
export function useCounts() {
  const begun = ref(false)
  /** @type {ReturnType<typeof setTimeout>} */
  let timer
  onMounted(() => (timer = setTimeout(() => (begun.value = true), AFTER_MS)))
  onUnmounted(() => clearTimeout(timer))

  /** @param {[string, any, string?]} list */
  const total = ([list, query, of = list]) =>
    useTotal(
      () => [of, 'list', 'total', 'waiting', list, query],
      (signal) =>
        call(
          api.GET(/** @type {any} */ (`/api/v1/${list}`), {
            params: { query: { ...query, limit: 1, count: 'exact' } },
            signal,
          })
        ),
      () => begun.value
    )
  const entries = navigation()
    .filter(({ path }) => path in LISTS && (!LISTS[path].may || can(LISTS[path].may)))
    .map(({ path }) => ({
      path,
      waiting: LISTS[path].waiting.map(total),
      late: (LISTS[path].late ?? []).map(total),
    }))
  /** @param {import('vue').ComputedRef<number | null>[]} parts */
  const sum = (parts) => parts.reduce((all, part) => all + (part.value ?? 0), 0)

  return computed(() =>
    Object.fromEntries(
      entries
        .filter(({ waiting }) => waiting.every(({ value }) => value !== null))
        .map(({ path, waiting, late }) => [path, { waiting: sum(waiting), late: sum(late) }])
    )
  )
}
