import { useRouter } from 'vue-router'
import { useAttempt } from '../../../shared/attempt.js'
import { act } from '../../../shared/api/client.js'
import { paths } from '../../../shared/paths.js'

/** Drafts a quote for a case and goes to it; one key per intent, so that a lost answer makes no second one. */
export function useBeginning() {
  const router = useRouter()
  const { busy, problem: refused, attempt } = useAttempt()

  /** @param {string} caseId @param {boolean} [supplement] adds to what stands consented (R177) */
  async function begin(caseId, supplement = false) {
    await attempt(async (key) => {
      const body = { case_id: caseId, ...(supplement ? { supplement: true } : {}) }
      const made = await act({ href: '/api/v1/quotes', method: 'POST' }, body, { key })
      await router.push(paths.quote(made.id))
    })
  }
  return { busy, refused, begin }
}
