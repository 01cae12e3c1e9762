import { defineStore } from 'pinia'
import { ref } from 'vue'
import { session } from '../../shared/session.js'

/**
 * Drafts, kept as one types. They stay in this tab's own storage, because they hold personal
 * data, and under the person's account, so that the next one at this desk never sees them.
 */
export const useDrafts = defineStore('drafts', () => {
  /** When the last draft was kept, in milliseconds; pages show it. */
  const savedAt = ref(/** @type {number | null} */ (null))

  /** @param {string} name */
  const slot = (name) => `sibu.draft.${session.me?.account_id}.${name}`

  /** @param {string} name e.g. `intake:<call id>` @param {object} content */
  function keep(name, content) {
    try {
      sessionStorage.setItem(slot(name), JSON.stringify(content))
      savedAt.value = Date.now()
    } catch {
      savedAt.value = null
    }
  }

  /** @param {string} name @returns {any} the draft, or null */
  function take(name) {
    try {
      return JSON.parse(sessionStorage.getItem(slot(name)) ?? 'null')
    } catch {
      return null
    }
  }

  /** @param {string} name */
  function drop(name) {
    sessionStorage.removeItem(slot(name))
  }

  return { savedAt, keep, take, drop }
})
