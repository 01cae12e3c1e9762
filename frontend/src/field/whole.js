import { watch } from 'vue'
import './views/jobs/news.js'
import { badges } from './frame/badges.js'
import { refusedCount, waitingCount } from './store/day.js'
import { badge } from './store/push.js'

/** All that a phone with a store needs before its first page; one that keeps nothing reads it behind the sign-in page. */
export { openStore, startStore } from './store/start.js'

/** What is on this phone alone, on the tab and on the app's icon. */
watch(
  () => waitingCount.value + refusedCount.value,
  (n) => {
    badges['/sync'] = n
    badge(n)
  },
  { immediate: true }
)
