import { computed } from 'vue'
import { useAttempt } from '../../../shared/attempt.js'
import { t } from '../../../shared/i18n.js'
import { mirror } from '../../store/mirror.js'
import { record } from '../../store/outbox.js'

/** Parts taken in from the station: recorded on the phone like every deed. */
export function useReceiving() {
  const { busy, problem, attempt } = useAttempt()
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
    await attempt(async () => {
      await record({
        job: 'van',
        action: 'receive',
        label: t('van.receive', { part: one.part.name, n: one.quantity }),
        title: t('van.title'),
        method: step.method,
        href: step.href,
      })
    })
  }

  return { busy, problem, receive, taken }
}
