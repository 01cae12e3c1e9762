import { nextTick, ref } from 'vue'
import { useAttempt } from '../../shared/attempt.js'

/**
 * A form that fills a page. What it lacks is named once somebody has tried to save, and the first such place gets the
 * focus; what the server finds wrong stands at its field.
 * @param {import('vue').ComputedRef<string[]>} lacking places that hold nothing yet; `[data-wrong]` marks them on the page
 * @param {(what: string) => string} lacks says that it is lacking
 */
export function useFilling(lacking, lacks) {
  const { busy, problem, attempt } = useAttempt()
  const touched = ref(false)
  const form = ref(/** @type {HTMLElement | null} */ (null))

  /** What is wrong with a place, in words; '' is nothing. @param {string} what @param {string} [name] as the server calls it */
  const wrong = (what, name = what) =>
    touched.value && lacking.value.includes(what) ? lacks(what) : (problem.value?.field(name) ?? '')

  /** @param {(key: string) => any} deed done if nothing is lacking */
  async function save(deed) {
    if (busy.value) return
    touched.value = true
    if (!lacking.value.length) return attempt(deed)
    problem.value = null
    await nextTick()
    const first = form.value?.querySelector('[data-wrong] :is(input, textarea, select)')
    if (first instanceof HTMLElement) first.focus()
  }

  return { busy, problem, touched, form, wrong, save }
}
