import { computed, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api, call } from '../../../shared/api/client.js'
import { date, day as dayWords, instant } from '../../../shared/format.js'
import { session } from '../../../shared/session.js'
import { useThing } from '../../parts/rows.js'
import { monday } from './axis.js'
import { plusDays } from './day.js'

export const VIEWS = /** @type {const} */ (['day', 'week', 'map'])

/** What is looked at: which day or week, as a table or a map, of which stations. View and place are kept in the address. */
export function useLooking() {
  const route = useRoute()
  const router = useRouter()
  const day = ref(date(Date.now()))
  /** @type {import('vue').Ref<'day' | 'week' | 'map'>} */
  const view = ref(/** @type {any} */ (VIEWS.find((one) => one === route.query.view) ?? 'day'))
  watch(
    view,
    (one) =>
      void router.replace({ query: { ...route.query, view: one === 'day' ? undefined : one } })
  )

  /** Whoever answers for several stations looks at all of them, at a region or at one. */
  const whereAt = computed({
    get: () => String(route.query.at ?? ''),
    set: (at) => void router.replace({ query: { ...route.query, at: at || undefined } }),
  })
  const several = !!session.me?.roles.some(({ scope }) => ['region', 'all'].includes(scope))
  const tree = useThing(
    () => ['stations', 'list', 'board'],
    (signal) =>
      call(
        api.GET('/api/v1/stations', { params: { query: { active: true, limit: 200 } }, signal })
      ),
    { enabled: () => several }
  )
  /** The stations there are to choose from, by region. */
  const groups = computed(() => {
    const own = /** @type {any} */ (tree.data.value)?.items ?? []
    const stations = own.filter((/** @type {any} */ one) => one.level === 'station')
    const regions = own.filter((/** @type {any} */ one) => one.level === 'region')
    return regions.map((/** @type {any} */ region) => ({
      region,
      stations: stations.filter((/** @type {any} */ one) => one.parent?.id === region.id),
    }))
  })
  /** The same as the server is asked for it. */
  const where = computed(() => {
    const [level, id] = whereAt.value.split('.')
    return id ? { [level === 'region' ? 'region_id' : 'station_id']: id } : {}
  })

  const first = computed(() => (view.value === 'week' ? monday(day.value) : day.value))
  const days = computed(() => (view.value === 'week' ? 7 : 1))
  const label = computed(() => {
    if (view.value === 'week')
      return `${first.value.slice(5)} – ${plusDays(first.value, 6).slice(5)}`
    const words = dayWords(instant(day.value, '12:00'))
    return /\d/.test(words) ? words : `${words} ${day.value.slice(5)}`
  })

  /** So many days or weeks on, as is looked at. @param {number} step */
  function turn(step) {
    day.value = plusDays(day.value, step * days.value)
  }
  function today() {
    day.value = date(Date.now())
  }

  return { day, view, whereAt, where, groups, first, days, label, turn, today }
}

/** @typedef {ReturnType<typeof useLooking>} Looking */
