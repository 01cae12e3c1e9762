import { api, call } from '../../../shared/api/client.js'
import { t } from '../../../shared/i18n.js'

/** How often a page looks again while it is looked at: what senders do is no fact of the log. */
export const LOOK_MS = 5000

/** Every kind of fact that an integration can be told of. @param {AbortSignal} signal @returns {Promise<any>} */
export const eventTypes = (signal) => call(api.GET('/api/v1/webhooks/event-types', { signal }))

/**
 * Kinds of facts by what they are about: `[{ subject, label, types: [{ type, words }] }]`, in the order of their words.
 * @param {any[]} items
 */
export function bySubject(items) {
  /** @type {Map<string, { subject: string, label: string, types: any[] }>} */
  const found = new Map()
  for (const one of items) {
    const row = found.get(one.subject) ?? {
      subject: one.subject,
      label: one.subject_label,
      types: /** @type {any[]} */ ([]),
    }
    row.types.push(one)
    found.set(one.subject, row)
  }
  return [...found.values()].sort(
    (a, b) => a.label.localeCompare(b.label, 'zh-CN') || a.subject.localeCompare(b.subject)
  )
}

/**
 * Kinds of facts as a webhook names them, with their words: `work_order.*` is everything about work orders.
 * @param {any[]} items @param {string[]} types
 */
export function inWords(items, types) {
  return types.map((type) => {
    const [subject, rest] = type.split('.')
    const found = items.find((one) => (rest === '*' ? one.subject === subject : one.type === type))
    const words = rest === '*' && found ? t('webhooks.whole_of', { what: found.subject_label }) : ''
    return { type, words: words || (found?.words ?? '') }
  })
}

/** What a webhook is told of, in words. @param {any} hook */
export const wanted = (hook) =>
  hook.event_types.length
    ? t('webhooks.types_n', { n: hook.event_types.length })
    : t('webhooks.everything')

/** An address without its scheme, as people say it. @param {string} url */
export const short = (url) => url.replace(/^https:\/\//, '')

/** Milliseconds in words. @param {number} ms */
export const took = (ms) =>
  ms < 1000 ? t('webhooks.ms', { n: ms }) : t('webhooks.seconds', { n: (ms / 1000).toFixed(1) })
