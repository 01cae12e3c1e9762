import { computed } from 'vue'
import { t } from '../../shared/i18n.js'
import { mirror } from './mirror.js'
import { reckoned } from './reckon.js'
import { sending } from './sender.js'

/** The day as the pages show it: what the server said, the engineer's own deeds on top. */

const laid = computed(() => ({
  steps: mirror.parts.steps ?? [],
  states: mirror.parts.states ?? {},
  say: (/** @type {string} */ name) => t('jobs.form_lacking', { name }),
}))

/** @type {import('vue').ComputedRef<Map<string, any>>} */
export const jobs = computed(() => {
  /** @type {Map<string, import('./mirror.js').Command[]>} */
  const of = new Map()
  for (const one of mirror.commands) of.set(one.job, [...(of.get(one.job) ?? []), one])
  return new Map(
    [...mirror.jobs].map(([id, job]) => [id, reckoned(job, of.get(id) ?? [], laid.value)])
  )
})

/** The orders of the day in its order, each as it stands on this phone. */
export const orders = computed(() =>
  (mirror.parts.order ?? [])
    .map((/** @type {string} */ id) => jobs.value.get(id))
    .filter((/** @type {any} */ job) => job && !job.gone)
    .map((/** @type {any} */ job) => job.order)
)

/** @typedef {'decide' | 'sending' | 'here' | 'received'} Sync */

/**
 * Where the deeds and photos of a job stand, in one word; null: nothing was done on this phone.
 * @param {string} job
 * @returns {{ state: Sync, n: number } | null}
 */
export function syncOf(job) {
  const own = [...mirror.commands, ...mirror.photos].filter((one) => one.job === job)
  const count = (/** @type {string[]} */ states) =>
    own.filter(({ state }) => states.includes(state)).length
  const refused = count(['refused'])
  if (refused) return { state: 'decide', n: refused }
  const waiting = count(['waiting'])
  if (!waiting) return count(['received', 'held']) ? { state: 'received', n: own.length } : null
  const flies = own.some((/** @type {any} */ one) =>
    sending.flying.has(one.href ? one.seq : one.id)
  )
  return { state: flies ? 'sending' : 'here', n: waiting }
}

/** How many deeds and photos are on this phone alone. */
export const waitingCount = computed(
  () => [...mirror.commands, ...mirror.photos].filter(({ state }) => state === 'waiting').length
)
export const refusedCount = computed(
  () => [...mirror.commands, ...mirror.photos].filter(({ state }) => state === 'refused').length
)
