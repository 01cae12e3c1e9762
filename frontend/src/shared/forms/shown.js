import { money, when } from '../format.js'
import { t } from '../i18n.js'
import { words } from './layout.js'

/**
 * A value as people read it.
 * @param {import('./layout.js').Field} field
 * @param {any} value
 * @param {{ kind: string, id: string, title: string }[]} named
 * @returns {string}
 */
export function shownValue(field, value, named = []) {
  if (value === null || value === undefined) return ''
  /** @param {string} one */
  const option = (one) =>
    words(field.options?.find((/** @type {any} */ known) => known.value === one)?.label) || one
  switch (field.kind) {
    case 'money':
      return money(value)
    case 'number':
      return [value, words(field.unit)].filter((part) => part !== '').join(' ')
    case 'yes_no':
      return value ? t('ui.yes') : t('ui.no')
    case 'choice':
      return option(value)
    case 'choices':
      return value.map(option).join(t('forms.and'))
    case 'moment':
      return when(value)
    case 'reference':
      return named.find(({ id }) => id === value)?.title ?? t('forms.unseen')
    default:
      return String(value)
  }
}
