import { computed } from 'vue'
import { mirror } from '../../store/mirror.js'
import { sending } from '../../store/sender.js'

/** The queue as the sync centre shows it: what needs a person, what is on its way, what is received. */

export const refused = computed(() => mirror.commands.filter(({ state }) => state === 'refused'))
export const refusedPhotos = computed(() =>
  mirror.photos.filter(({ state }) => state === 'refused')
)

/** Later deeds of a job that wait for one of its own. @param {import('../../store/mirror.js').Command} one */
export const behind = (one) =>
  mirror.commands.filter(
    ({ job, seq, state }) => job === one.job && seq > one.seq && state === 'waiting'
  ).length

export const waiting = computed(() => mirror.commands.filter(({ state }) => state === 'waiting'))

/** Photos by job: how many of how many, and how far the one in the air is. */
const byJob = (/** @type {import('../../store/mirror.js').Photo[]} */ photos) => {
  /** @type {Map<string, import('../../store/mirror.js').Photo[]>} */
  const found = new Map()
  for (const one of photos) found.set(one.job, [...(found.get(one.job) ?? []), one])
  return found
}

export const photoLanes = computed(() =>
  [...byJob(mirror.photos.filter(({ state }) => state === 'waiting' || state === 'received'))]
    .map(([job, all]) => {
      const left = all.filter(({ state }) => state === 'waiting')
      const flying = left.find(({ id }) => sending.flying.has(id))
      return {
        job,
        title: all[0].title,
        done: all.length - left.length,
        all: all.length,
        left: left.length,
        bytes: left.reduce((sum, one) => sum + one.bytes * (1 - (sending.shares[one.id] ?? 0)), 0),
        share: flying ? Math.round((sending.shares[flying.id] ?? 0) * 100) : null,
      }
    })
    .filter(({ left }) => left)
)

/** Bytes that have not arrived. */
export const bytesLeft = computed(
  () =>
    waiting.value.reduce((sum, one) => sum + one.bytes, 0) +
    photoLanes.value.reduce((sum, lane) => sum + lane.bytes, 0)
)

const OVER = ['received', 'held', 'dropped']
/** What is over today, newest first; photos of a job are one line. */
export const over = computed(() => {
  const deeds = mirror.commands
    .filter(({ state, action }) => OVER.includes(state) && action !== 'form-open')
    .map((one) => ({ ...one, id: String(one.seq), photos: 0 }))
  const photos = [...byJob(mirror.photos.filter(({ state }) => state === 'received'))].map(
    ([job, all]) => ({
      id: `photos ${job}`,
      state: /** @type {const} */ ('received'),
      label: '',
      title: all[0].title,
      at: all[all.length - 1].at,
      doneAt: Math.max(...all.map(({ doneAt }) => doneAt)),
      outcome: null,
      photos: all.length,
    })
  )
  return [...deeds, ...photos].sort((one, other) => other.doneAt - one.doneAt)
})
