import { t } from '../../../shared/i18n.js'
import { useKeys } from '../../../shared/keys.js'
import { useCallLine } from '../../stores/call.js'
import { OUTCOMES } from './outcomes.js'
import { toPart } from './places.js'

/**
 * The keys of a call: the filled act, the drafts, the parts of the page, and what is judged and comes of it.
 * @param {ReturnType<typeof import('./intake.js').useIntake>} intake
 * @param {() => Promise<void>} filled does what the filled button does
 */
export function useIntakeKeys(intake, filled) {
  const { draft, ended, parked } = intake
  const line = useCallLine()
  const open = () => !!draft.customerId && !ended.value
  /** @type {[string, string, () => string][]} key, message and id of each part */
  const PARTS = [
    ['Alt+1', 'intake.to_customer', () => (draft.customerId ? 'intake-customer' : 'intake-phone')],
    ['Alt+2', 'intake.to_device', () => 'intake-assets'],
    ['Alt+3', 'intake.to_problem', () => 'intake-words'],
    ['Alt+P', 'intake.to_phrases', () => 'intake-phrases'],
    ['Alt+K', 'intake.to_articles', () => 'intake-articles'],
    ['Alt+M', 'intake.to_prices', () => 'intake-prices-q'],
    ['Alt+4', 'intake.to_outcome', () => 'intake-outcomes'],
  ]
  useKeys(() => {
    const group = t('keys.page')
    return [
      { combo: 'Ctrl+Enter', label: t('keys.filled'), group, run: () => void filled() },
      { combo: 'Enter', label: t('keys.filled'), group, run: () => void filled() },
      { combo: 'Ctrl+S', label: t('intake.keep'), group, run: () => intake.keep() },
      {
        combo: 'F2',
        label: t('intake.another_call'),
        group,
        run: () => {
          intake.park()
          void toPart('intake-phone')
        },
        when: () => !line.ringing.length,
      },
      {
        combo: 'Alt+ArrowLeft',
        label: t('intake.back_to_draft'),
        group,
        run: () => intake.unpark(),
        when: () => parked.value.length > 0,
      },
      ...PARTS.map(([combo, message, id]) => ({
        combo,
        label: t(message),
        group,
        run: () => void toPart(id()),
      })),
      ...OUTCOMES.map((one) => ({
        combo: one.digit,
        label: t(`intake.outcome_${one.value}`),
        group,
        run: () => (draft.outcome = one.value),
        when: open,
      })),
      {
        combo: 'H',
        label: t('intake.hardware'),
        group,
        run: () => (draft.fault = 'hardware'),
        when: open,
      },
      {
        combo: 'S',
        label: t('intake.software'),
        group,
        run: () => (draft.fault = 'software'),
        when: open,
      },
      {
        combo: 'U',
        label: t('desk.urgent'),
        group,
        run: () => (draft.urgency = draft.urgency === 'urgent' ? 'normal' : 'urgent'),
        when: open,
      },
      {
        combo: 'Escape',
        label: t('intake.leave_field'),
        group,
        run: () => {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        },
      },
    ]
  })
}
