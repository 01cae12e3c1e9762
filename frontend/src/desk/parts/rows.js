import { computed, ref, watch } from 'vue'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { asProblem } from '../../shared/problems.js'

/**
 * One list by pages that stays as it is while it lives: rows that are known change in place and
 * are marked for two seconds, new ones wait behind a count until they are asked for, because
 * nothing may move under the pointer.
 *
 * @param {() => any[]} key query key, `[resource, 'list', filters]`
 * @param {(cursor: string | undefined, signal: AbortSignal) => Promise<{ items: any[], next_cursor: string | null }>} load
 * @param {{ enabled?: () => boolean, hold?: boolean, every?: number }} [options] `hold: false` lets new rows in at once;
 *   `every` so many milliseconds it is read again while the page is visible, for what changes without a fact
 */
export function useRows(key, load, { enabled = () => true, hold = true, every } = {}) {
  const query = useInfiniteQuery({
    queryKey: computed(key),
    queryFn: ({ pageParam, signal }) => load(pageParam || undefined, signal),
    initialPageParam: '',
    getNextPageParam: (/** @type {any} */ last) => last.next_cursor || undefined,
    enabled: computed(enabled),
    placeholderData: keepPreviousData,
    refetchInterval: every,
  })

  /** @type {Map<string, number>} versions as they were last shown */
  const known = new Map()
  const accepted = ref(/** @type {Set<string>} */ (new Set()))
  const changed = ref(/** @type {Set<string>} */ (new Set()))
  let keyWas = ''
  let pagesWere = 0

  const all = computed(() => {
    /** @type {Map<string, any>} */
    const found = new Map()
    for (const page of query.data.value?.pages ?? [])
      for (const row of page.items) found.set(row.id, row)
    return [...found.values()]
  })

  watch(
    [all, () => query.isPlaceholderData.value],
    () => {
      if (!query.data.value || query.isPlaceholderData.value) return
      const keyIs = JSON.stringify(key())
      const pages = query.data.value.pages.length
      const fresh = keyIs !== keyWas
      if (fresh || pages > pagesWere || !hold)
        accepted.value = new Set(all.value.map(({ id }) => id))
      const touched = all.value
        .filter(({ id, version }) => !fresh && known.has(id) && known.get(id) !== version)
        .map(({ id }) => id)
      for (const { id, version } of all.value) known.set(id, version)
      if (touched.length) {
        changed.value = new Set([...changed.value, ...touched])
        setTimeout(() => {
          changed.value = new Set([...changed.value].filter((id) => !touched.includes(id)))
        }, 2000)
      }
      keyWas = keyIs
      pagesWere = pages
    },
    { immediate: true }
  )

  const rows = computed(() => all.value.filter(({ id }) => accepted.value.has(id)))
  const waiting = computed(() => all.value.length - rows.value.length)

  return {
    rows,
    waiting,
    changed,
    /** Lets the new rows in. */
    accept: () => (accepted.value = new Set(all.value.map(({ id }) => id))),
    problem: computed(() => (query.error.value ? asProblem(query.error.value) : null)),
    pending: computed(() => query.isPending.value),
    hasMore: computed(() => !!query.hasNextPage.value),
    fetchingMore: computed(() => query.isFetchingNextPage.value),
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  }
}

/**
 * How many rows a list has in all.
 * @param {() => any[]} key
 * @param {(signal: AbortSignal) => Promise<{ total?: number }>} load asks with `limit=1&count=exact`
 * @param {() => boolean} [enabled]
 */
export function useTotal(key, load, enabled = () => true) {
  const { data } = useQuery({
    queryKey: computed(key),
    queryFn: ({ signal }) => load(signal),
    enabled: computed(enabled),
    placeholderData: keepPreviousData,
  })
  return computed(() => data.value?.total ?? null)
}

/**
 * One thing of the API, kept current by facts.
 * @param {() => any[]} key
 * @param {(signal: AbortSignal) => Promise<any>} load
 * @param {{ enabled?: () => boolean, keep?: boolean, every?: number | ((thing: any) => number | false) }} [options]
 *   `keep` shows the one before while the next is read; `every` so many milliseconds it is read again while the page is
 *   visible, for what changes without a fact
 */
export function useThing(key, load, { enabled = () => true, keep = false, every } = {}) {
  const query = useQuery({
    queryKey: computed(key),
    queryFn: ({ signal }) => load(signal),
    enabled: computed(enabled),
    placeholderData: keep ? keepPreviousData : undefined,
    refetchInterval: typeof every === 'function' ? ({ state }) => every(state.data) : every,
  })
  return {
    data: query.data,
    pending: computed(() => query.isPending.value),
    fetching: computed(() => query.isFetching.value),
    problem: computed(() => (query.error.value ? asProblem(query.error.value) : null)),
    again: () => void query.refetch(),
  }
}
