import { has, t } from '../i18n.js'

/**
 * A fault in words a person can act on.
 * @param {import('./checking.js').Fault} fault
 */
export function faultWords({ code, limit }) {
  const key = `forms.fault.${code}`
  return has(key)
    ? t(key, { limit: Array.isArray(limit) ? limit.join('、') : limit })
    : t('forms.fault.other')
}
