import { reactive } from 'vue'

/**
 * What was typed into the steps of a job. Words outlive the page and an expired session (in this
 * tab only); a drawn signature stays in memory, since it is the customer's and no draft of ours.
 */
const PREFIX = 'sibu.step.'

/** @type {Map<string, Record<string, Record<string, any>>>} */
const opened = new Map()

/** @param {string} name @returns {Record<string, Record<string, any>>} */
function read(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}')
  } catch {
    return {}
  }
}

/** @param {string} name @param {Record<string, Record<string, any>>} values */
function keep(name, values) {
  const words = JSON.stringify(values, (key, value) => (key === 'picture' ? undefined : value))
  try {
    if (words === '{}') sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, words)
  } catch {
    // Private windows refuse storage; the draft then lasts as long as the page.
  }
}

/**
 * @param {string} owner account id: another person finds nothing here
 * @param {string} job
 */
export function draftOf(owner, job) {
  const name = `${PREFIX}${owner}.${job}`
  const values = opened.get(name) ?? reactive(read(name))
  opened.set(name, values)
  return {
    values,
    /** @param {string} action @param {Record<string, any>} changed */
    set(action, changed) {
      values[action] = changed
      keep(name, values)
    },
    /** @param {string} action */
    drop(action) {
      delete values[action]
      keep(name, values)
    },
  }
}

/** Signing out takes what was typed with it. */
export function dropDrafts() {
  opened.clear()
  try {
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith(PREFIX)) sessionStorage.removeItem(name)
  } catch {
    // Nothing was kept.
  }
}
