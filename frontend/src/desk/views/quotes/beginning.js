import { ref } from 'vue'
import { useRouter } from 'vue-router'
import { act, newKey } from '../../../shared/api/client.js'
import { paths } from '../../../shared/paths.js'
import { asProblem } from '../../../shared/problems.js'

/** Drafts a quote for a case and goes to it; one key per intent, so that a lost answer makes no second one. */
export function useBeginning() {
  const router = useRouter()
  const busy = ref(false)
  const refused = ref(/** @type {import('../../../shared/problems.js').Problem | null} */ (null))
  let key = newKey()

  /** @param {string} caseId @param {boolean} [supplement] adds to what stands consented (R177) */
  async function begin(caseId, supplement = false) {
    busy.value = true
    refused.value = null
    try {
      const body = { case_id: caseId, ...(supplement ? { supplement: true } : {}) }
      const made = await act({ href: '/api/v1/quotes', method: 'POST' }, body, { key })
      await router.push(paths.quote(made.id))
    } catch (error) {
      refused.value = asProblem(error)
      if (refused.value.status) key = newKey()
    } finally {
      busy.value = false
    }
  }
  return { busy, refused, begin }
}
