import { computed, onUnmounted, ref, shallowRef, watch } from 'vue'
import { api, call, ifMatch } from '../api/client.js'
import { asProblem } from '../problems.js'
import { changesOf } from './layout.js'
import { tidied } from './tidy.js'

const AFTER_MS = 900

/**
 * An open entry that is kept while it is written: each pause saves what changed. What somebody else
 * saved meanwhile is taken in where it touches other fields, and shown beside one's own where not.
 * @param {() => any} entry as last read
 * @param {(entry: any) => void} take keeps what the server answered
 */
export function useFilling(entry, take) {
  const data = ref(/** @type {Record<string, any>} */ ({}))
  const saved = shallowRef(/** @type {Record<string, any>} */ ({}))
  const state = ref(/** @type {'saved' | 'typing' | 'saving' | 'failed'} */ ('saved'))
  const problem = shallowRef(/** @type {import('../problems.js').Problem | null} */ (null))
  /** Fields that somebody else changed too: what stands there now. */
  const clashes = ref(/** @type {Record<string, any>} */ ({}))
  let wait = 0
  /** @type {Promise<boolean> | null} */
  let under = null

  watch(
    () => [entry()?.id, entry()?.version],
    ([id], before) => {
      const now = entry()
      if (!now) return
      if (!before || before[0] !== id) data.value = { ...now.data }
      else merge(now.data)
      saved.value = { ...now.data }
    },
    { immediate: true }
  )

  const dirty = computed(() => Object.keys(changesOf(tidied(data.value), saved.value)))

  /** @param {Record<string, any>} theirs */
  function merge(theirs) {
    const mine = changesOf(tidied(data.value), saved.value)
    const their = changesOf(theirs, saved.value)
    const next = { ...data.value }
    for (const [key, value] of Object.entries(their)) {
      if (!(key in mine)) {
        if (value === null) delete next[key]
        else next[key] = value
      } else if (JSON.stringify(mine[key]) !== JSON.stringify(value)) clashes.value[key] = value
    }
    data.value = next
  }

  /** @param {Record<string, any>} next */
  function write(next) {
    data.value = next
    problem.value = null
    state.value = 'typing'
    clearTimeout(wait)
    wait = window.setTimeout(() => void keep(), AFTER_MS)
  }

  /** Saves now what is not saved yet; whether all of it is. @returns {Promise<boolean>} */
  async function keep() {
    clearTimeout(wait)
    if (under) await under
    const changes = changesOf(tidied(data.value), saved.value)
    if (!Object.keys(changes).length) {
      state.value = 'saved'
      return true
    }
    under = send(changes)
    const done = await under
    under = null
    return done
  }

  /** @param {Record<string, any>} changes */
  async function send(changes) {
    state.value = 'saving'
    const { id, version } = entry()
    try {
      const answer = await call(
        api.PATCH('/api/v1/entries/{id}', {
          params: { path: { id }, header: ifMatch(version) },
          body: { data: changes },
        })
      )
      saved.value = { .../** @type {any} */ (answer).data }
      take(answer)
      state.value = 'saved'
      return true
    } catch (error) {
      problem.value = asProblem(error)
      state.value = 'failed'
      if (problem.value.status === 412) await again(id)
      return false
    }
  }

  /** @param {string} id */
  async function again(id) {
    try {
      take(await call(api.GET('/api/v1/entries/{id}', { params: { path: { id } } })))
      problem.value = null
      if (!Object.keys(clashes.value).length) wait = window.setTimeout(() => void keep(), 0)
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  /** @param {string} key @param {boolean} mine */
  function settle(key, mine) {
    const theirs = clashes.value[key]
    delete clashes.value[key]
    if (mine) return void keep()
    const next = { ...data.value }
    if (theirs === null) delete next[key]
    else next[key] = theirs
    write(next)
  }

  onUnmounted(() => {
    clearTimeout(wait)
    if (dirty.value.length && entry()?.may_edit) void keep()
  })

  return { data, state, problem, clashes, dirty, write, keep, settle }
}
