import { clock, duration, when } from '../format.js'
import { t } from '../i18n.js'

/** @typedef {import('../contract').ClockRef} ClockRef */

/** @param {string | null} iso */
const ms = (iso) => (iso ? Date.parse(iso) : NaN)

/**
 * How one clock reads at a moment. The server decides what is due, soon and late by its
 * calendar; here only the distance to its moments is put into words.
 * @param {ClockRef} timer
 * @param {number} at milliseconds
 * @param {string} [why] reason of the pause that runs
 * @returns {{ text: string, icon: string, role: 'quiet' | 'care' | 'bad' | 'wait', late: boolean }}
 */
export function readTimer(timer, at, why = '') {
  const due = ms(timer.due_at)
  const stopped = ms(timer.stopped_at)
  switch (timer.state) {
    case 'paused':
      return {
        text: why ? t('time.paused_why', { why }) : t('time.paused'),
        icon: 'pause',
        role: 'wait',
        late: false,
      }
    case 'cancelled':
      return { text: t('time.cancelled'), icon: 'ring_stroke', role: 'quiet', late: false }
    case 'met':
      return {
        text: t('time.took', { time: duration((stopped - ms(timer.started_at)) / 1000) }),
        icon: 'tick',
        role: 'quiet',
        late: false,
      }
    case 'late_met':
      return {
        text: t('time.late_met', {
          late: duration((stopped - due) / 1000),
          time: duration((stopped - ms(timer.started_at)) / 1000),
        }),
        icon: 'triangle',
        role: 'quiet',
        late: true,
      }
    default: {
      const left = (due - at) / 1000
      if (timer.state === 'missed' || left < 0)
        return {
          text: t('time.late', { time: duration(((stopped || at) - due) / 1000) }),
          icon: 'triangle',
          role: 'bad',
          late: true,
        }
      const soon = at >= ms(timer.due_soon_at)
      return {
        text: t('time.left', { time: duration(left) }),
        icon: 'clock',
        role: soon ? 'care' : 'quiet',
        late: false,
      }
    }
  }
}

/**
 * The whole story in one line for a tooltip: when it began and when it is due.
 * @param {ClockRef} timer
 */
export function timerFacts(timer) {
  const facts = [`${timer.label}`]
  if (timer.due_at) facts.push(`${t('ui.clock_due')} ${when(timer.due_at)}`)
  if (timer.started_at) facts.splice(1, 0, `${t('ui.clock_started')} ${when(timer.started_at)}`)
  if (timer.stopped_at) facts.push(`${t('ui.clock_stopped')} ${clock(timer.stopped_at)}`)
  return facts.join('，')
}
