import { reactive, toRaw } from 'vue'
import { db } from './database.js'
import { dataKey, whenOpen } from './lock.js'
import { hide, plain, show } from './secrets.js'

/**
 * What was typed and not recorded yet. It is written at each key, hidden as everything else, and comes back under its own job and step only, even when the page was killed.
 */

/** Steps whose writing is under way; typed meanwhile: written once more after it. @type {Map<string, boolean>} */
const writing = new Map()

/** @type {Record<string, Record<string, any>>} job → step → values */
const opened = reactive({})

/** @param {string} job @param {string} step */
export const draftId = (job, step) => `${job} ${step}`

async function read() {
  const key = dataKey()
  if (!key) return
  for (const { id, content } of await db.drafts.toArray()) {
    const [job, step] = id.split(' ')
    if (!writing.has(id)) (opened[job] ??= {})[step] ??= await show(key, content)
  }
}

/** @param {string} id */
async function put(id) {
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

/** Each key is written at once; a quick hand has only its last word written again. @param {string} id */
async function write(id) {
  if (writing.has(id)) return void writing.set(id, true)
  do {
    writing.set(id, false)
    await put(id)
  } while (writing.get(id))
  writing.delete(id)
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
      void write(draftId(job, step))
    },
    /** @param {string} step */
    drop(step) {
      delete values[step]
      void write(draftId(job, step))
    },
  }
}

/** Resolves when all that was typed is on the disk. */
export async function writeDrafts() {
  for (let turn = 0; writing.size && turn < 50; turn++)
    await new Promise((resolve) => setTimeout(resolve, 20))
}

/** How many steps were written on and not recorded: these a wipe does not keep. @returns {Promise<number>} */
export async function countDrafts() {
  await writeDrafts()
  return db.drafts.count()
}

export function forgetDrafts() {
  for (const job of Object.keys(opened)) delete opened[job]
}

whenOpen(read)
