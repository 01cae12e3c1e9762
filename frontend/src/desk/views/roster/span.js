import { computed, onUnmounted, ref } from 'vue'
import { date } from '../../../shared/format.js'
import { monday } from '../dispatch/axis.js'
import { plusDays } from '../dispatch/day.js'
import { dayWords } from './roster.js'

/** Which days the page shows: a week, or one day; on a phone always one. */
export function useSpan() {
  const phone = window.matchMedia('(max-width: 639px)')
  const narrow = ref(phone.matches)
  const resized = () => (narrow.value = phone.matches)
  phone.addEventListener('change', resized)
  onUnmounted(() => phone.removeEventListener('change', resized))

  const day = ref(date(Date.now()))
  const byDay = ref(false)
  const one = computed(() => byDay.value || narrow.value)
  const first = computed(() => (one.value ? day.value : monday(day.value)))
  const days = computed(() => (one.value ? 1 : 7))
  const label = computed(() =>
    one.value
      ? dayWords(day.value)
      : `${first.value.slice(5)} – ${plusDays(first.value, 6).slice(5)}`
  )

  const earlier = () => (day.value = plusDays(day.value, -days.value))
  const later = () => (day.value = plusDays(day.value, days.value))
  const today = () => (day.value = date(Date.now()))
  const toWeek = () => (byDay.value = false)
  /** @param {string} [chosen] the day that is chosen in the week */
  function toDay(chosen) {
    if (chosen && !one.value) day.value = chosen
    byDay.value = true
  }

  return { narrow, byDay, first, days, label, earlier, later, today, toWeek, toDay }
}
