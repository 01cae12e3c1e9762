import { money, when } from '../../../shared/format.js'
import { t } from '../../../shared/i18n.js'

/** What a phone's command says, line by line; what has no words of its own stays out. */
const SAID = [
  'reason',
  'note',
  'diagnosis',
  'plan',
  'work_done',
  'test_result',
  'test_passed',
  'instructed',
  'signer',
  'problem',
  'promised_at',
  'quantity',
  'amount_fen',
  'receipt_number',
  'payer',
  'by',
]

/** @param {Record<string, any>} body @returns {{ name: string, label: string, text: string }[]} */
export function linesOf(body) {
  return SAID.filter((name) => body[name] !== undefined && body[name] !== null).map((name) => ({
    name,
    label: t(`crew.said_${name}`),
    text: textOf(name, body[name]),
  }))
}

/** @param {string} name @param {any} value */
function textOf(name, value) {
  if (typeof value === 'boolean') return value ? t('ui.yes') : t('ui.no')
  if (name.endsWith('_fen')) return money(value)
  if (name.endsWith('_at')) return when(value)
  return String(value)
}

/** A field's value as people read it. @param {any} value */
export function shown(value) {
  if (value === null || value === undefined || value === '') return t('crew.empty_value')
  if (typeof value === 'boolean') return value ? t('ui.yes') : t('ui.no')
  if (typeof value === 'object') {
    if (value.result)
      return [t(`crew.result_${value.result}`), value.note].filter(Boolean).join('：')
    return Array.isArray(value) ? t('crew.n_rows', { n: value.length }) : JSON.stringify(value)
  }
  return String(value)
}
