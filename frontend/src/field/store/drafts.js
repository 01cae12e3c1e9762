import { reactive, toRaw } from 'vue'
import { db } from './database.js'
import { dataKey, whenOpen } from './lock.js'
import { hide, plain, show } from './secrets.js'

/**
 * What was typed and not recorded yet. It is written a moment after each key, hidden as everything
 * else, and comes back under its own job and step only, even when the page was killed.
 */

const SOON = 300

/** @type {Record<string, Record<string, any>>} job → step → values */
const opened = reactive({})
/** @type {Map<string, ReturnType<typeof setTimeout>>} */
const waiting = new Map()

/** @param {string} job @param {string} step */
export const draftId = (job, step) => `${job} ${step}`

async function read() {
  const key = dataKey()
  if (!key) return
  for (const { id, content } of await db.drafts.toArray()) {
    const [job, step] = id.split(' ')
    if (!waiting.has(id)) (opened[job] ??= {})[step] ??= await show(key, content)
  }
}

/** @param {string} id */
async function write(id) {
  clearTimeout(waiting.get(id))
  waiting.delete(id)
  const [job, step] = id.split(' ')
  const values = opened[job]?.[step]
  const key = dataKey()
  if (!key) return
  try {
    if (values === undefined) await db.drafts.delete(id)
    else await db.drafts.put({ id, content: await hide(key, plain(toRaw(values))) })
  } catch (error) {
    // A full phone says so when the deed is recorded; what is typed stays on the screen.
    console.warn('a draft was not kept', error)
  }
}

/** @param {string} id */
function soon(id) {
  clearTimeout(waiting.get(id))
  waiting.set(
    id,
    setTimeout(() => void write(id), SOON)
  )
}

/** @param {string} job */
export function draftOf(job) {
  opened[job] ??= {}
  const values = opened[job]
  return {
    values,
    /** @param {string} step @param {Record<string, any>} changed */
    set(step, changed) {
      values[step] = changed
      soon(draftId(job, step))
    },
    /** @param {string} step */
    drop(step) {
      delete values[step]
      soon(draftId(job, step))
    },
  }
}

/** Writes at once what was typed a moment ago. */
export const writeDrafts = () => Promise.all([...waiting.keys()].map(write))

export function forgetDrafts() {
  for (const timer of waiting.values()) clearTimeout(timer)
  waiting.clear()
  for (const job of Object.keys(opened)) delete opened[job]
}

whenOpen(read)
addEventListener('pagehide', () => void writeDrafts())
document.addEventListener(
  'visibilitychange',
  () => document.visibilityState === 'hidden' && void writeDrafts()
)
