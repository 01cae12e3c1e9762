import { computed } from 'vue'
import { now } from '../now.js'

/**
 * Whether a running clock is past due, changing only when it turns.
 * @param {() => import('../contract').ClockRef | null} clock
 */
export const lateNow = (clock) =>
  computed(() => {
    const timer = clock()
    if (!timer) return false
    return (
      timer.state === 'missed' ||
      (timer.state === 'running' && now.value > Date.parse(timer.due_at ?? ''))
    )
  })
