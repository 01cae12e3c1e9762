import { computed, ref, shallowRef } from 'vue'
import { t } from '../../../shared/i18n.js'
import { asProblem } from '../../../shared/problems.js'
import { mirror } from '../../store/mirror.js'
import { record } from '../../store/outbox.js'

/** Parts taken in from the station: recorded on the phone like every deed. */
export function useReceiving() {
  const busy = ref(false)
  const problem = shallowRef(
    /** @type {import('../../../shared/problems.js').Problem | null} */ (null)
  )
  /** Transfers that this phone took in, whatever the list says yet. */
  const taken = computed(
    () =>
      new Set(
        mirror.commands
          .filter(({ action, state }) => action === 'receive' && state !== 'refused')
          .map(({ href }) => href.split('/')[4])
      )
  )

  /** @param {any} one @param {import('../../../shared/contract').Offered | null} step */
  async function receive(one, step) {
    if (!step || busy.value) return
    busy.value = true
    problem.value = null
    try {
      await record({
        job: 'van',
        action: 'receive',
        label: t('van.receive', { part: one.part.name, n: one.quantity }),
        title: t('van.title'),
        method: step.method,
        href: step.href,
      })
    } catch (error) {
      problem.value = asProblem(error)
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, receive, taken }
}
