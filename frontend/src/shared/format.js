import { t } from './i18n.js'

/**
 * How times, money, phones and words are written, as section 5 of the design language asks.
 * Times are shown in the station's zone, never in the machine's own.
 */

let zone = 'Asia/Shanghai'
/** @type {Intl.DateTimeFormat | undefined} */
let formatter

/** @param {string} name IANA zone of the station */
export function setZone(name) {
  zone = name
  formatter = undefined
}

/** @typedef {string | number | Date} Moment RFC 3339 text, milliseconds or a Date */

/**
 * The parts of a moment on the station's wall clock.
 * @param {Moment} moment
 */
export function parts(moment) {
  formatter ??= new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  /** @type {Record<string, string>} */
  const found = {}
  for (const { type, value } of formatter.formatToParts(new Date(moment))) found[type] = value
  const { year, month, day, hour, minute, second } = found
  const number = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000
  return { year, month, day, hour, minute, second, number, weekday: (((number + 4) % 7) + 7) % 7 }
}

/** 15:26 @param {Moment} moment */
export function clock(moment) {
  const { hour, minute } = parts(moment)
  return `${hour}:${minute}`
}

/** 2025-09-13. Plain dates (`YYYY-MM-DD`) have no zone and stay as they are. @param {Moment} moment */
export function date(moment) {
  if (typeof moment === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(moment)) return moment
  const { year, month, day } = parts(moment)
  return `${year}-${month}-${day}`
}

/** 2026-11-21 15:26:08, for facts that must be exact. @param {Moment} moment */
export function exact(moment) {
  const { second } = parts(moment)
  return `${date(moment)} ${clock(moment)}:${second}`
}

/**
 * The day as people say it: 今天, 昨天, 明天, 周一 11-23 within a week, 11-08 within the year, else the date.
 * @param {Moment} moment
 * @param {Moment} [at] what counts as now
 */
export function day(moment, at = Date.now()) {
  const then = parts(moment)
  const today = parts(at)
  const ahead = then.number - today.number
  if (ahead === 0) return t('time.today')
  if (ahead === -1) return t('time.yesterday')
  if (ahead === 1) return t('time.tomorrow')
  const short = `${then.month}-${then.day}`
  if (ahead > 1 && ahead < 7) return `${t('time.weekdays').split(',')[then.weekday]} ${short}`
  return then.year === today.year ? short : `${then.year}-${short}`
}

/** 今天 15:26, 昨天 16:20, 周一 11-23 09:00, 11-08 10:28, 2025-09-13 10:05 @param {Moment} moment @param {Moment} [at] */
export const when = (moment, at) => `${day(moment, at)} ${clock(moment)}`

/** 13:30–15:00 @param {Moment} from @param {Moment} to */
export const range = (from, to) => `${clock(from)}–${clock(to)}`

/**
 * Seconds in words: under a minute seconds, under an hour minutes, under two days hours and
 * minutes, then days. Always cut, never rounded up: nothing is late before it is.
 * @param {number} seconds
 */
export function duration(seconds) {
  const whole = Math.max(0, Math.floor(seconds))
  if (whole < 60) return t('time.seconds', { n: whole })
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return t('time.minutes', { n: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return t('time.days', { n: Math.floor(hours / 24) })
  const rest = minutes % 60
  return rest ? t('time.hours_minutes', { h: hours, m: rest }) : t('time.hours', { h: hours })
}

/** 46 分前, 刚刚 @param {Moment} moment @param {number} [at] milliseconds */
export function ago(moment, at = Date.now()) {
  const seconds = (at - new Date(moment).getTime()) / 1000
  return seconds < 60 ? t('time.just_now') : t('time.ago', { time: duration(seconds) })
}

/** @param {number} fen @param {number} decimals */
function yuan(fen, decimals) {
  const whole = Math.trunc(Math.abs(fen) / 100).toString()
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const cents = (Math.abs(fen) % 100).toString().padStart(2, '0')
  return (fen < 0 ? '-' : '') + grouped + (decimals || cents !== '00' ? `.${cents}` : '')
}

/** ￥2,330.00 @param {number} fen */
export function money(fen) {
  const text = yuan(fen, 2)
  return text.startsWith('-') ? `-￥${text.slice(1)}` : `￥${text}`
}

/** 2,330 元, as one says it @param {number} fen */
export const spokenMoney = (fen) => `${yuan(fen, 0)} 元`

/**
 * A whole number as it is written in China: 138 0000 4417, 010-6258 4417; foreign ones as dialled.
 * @param {string} e164
 */
export function phone(e164) {
  const own = /^\+86(\d+)$/.exec(e164)?.[1]
  if (!own) return e164
  if (/^1\d{10}$/.test(own)) return `${own.slice(0, 3)} ${own.slice(3, 7)} ${own.slice(7)}`
  const area = /^(10|2\d|[3-9]\d{2})(\d{3,4})(\d{4})$/.exec(own)
  return area ? `0${area[1]}-${area[2]} ${area[3]}` : own
}

/** Hides the middle of a number: 138****4417, 010-****4417. @param {string} e164 */
export function mask(e164) {
  const written = phone(e164).replace(/ /g, '')
  const [area, rest] = written.includes('-') ? written.split('-') : ['', written]
  const head = area ? `${area}-` : rest.slice(0, Math.max(0, rest.length - 8))
  return `${head}****${rest.slice(-4)}`
}

const HAN = '\\u3400-\\u9fff'
const HAN_THEN_LATIN = new RegExp(`([${HAN}])([A-Za-z0-9￥+])`, 'g')
const LATIN_THEN_HAN = new RegExp(`([A-Za-z0-9%])([${HAN}])`, 'g')

/** A space between Chinese and figures or Latin: 修过 3 次. @param {string} text */
export const spaced = (text) =>
  text.replace(HAN_THEN_LATIN, '$1 $2').replace(LATIN_THEN_HAN, '$1 $2')

/** 1.2 MB @param {number} count */
export function bytes(count) {
  if (count < 1024) return `${count} B`
  const kilo = count / 1024
  return kilo < 1024 ? `${Math.round(kilo)} KB` : `${(kilo / 1024).toFixed(1)} MB`
}

/**
 * The moment of a day and time on the station's wall clock, as RFC 3339 in UTC.
 * @param {string} onDay `YYYY-MM-DD`
 * @param {string} atTime `HH:MM`
 */
export function instant(onDay, atTime) {
  const wanted = Date.parse(`${onDay}T${atTime}:00Z`)
  const shownAs = parts(wanted)
  const offset = Date.parse(`${date(wanted)}T${shownAs.hour}:${shownAs.minute}:00Z`) - wanted
  return new Date(wanted - offset).toISOString()
}
