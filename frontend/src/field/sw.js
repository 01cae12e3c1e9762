// Caches the shell of the field view and nothing else: answers of the API live in the
// field database, never here, so that no stale answer passes for a fresh one.
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') self.skipWaiting()
})

cleanupOutdatedCaches()
precacheAndRoute(self.__WB_MANIFEST)
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/field/index.html'), { allowlist: [/^\/field\//] })
)

/** What a push says in the phone's language; it carries no word of a customer. */
const WORDS = {
  zh: { job_new: '有一单新派给您', job_changed: '有一单改了时间', job_cancelled: '有一单取消了' },
  en: {
    job_new: 'A new job for you',
    job_changed: 'A job has another time',
    job_cancelled: 'A job was cancelled',
  },
}

self.addEventListener('push', (event) => {
  let said = {}
  try {
    said = event.data?.json() ?? {}
  } catch {
    // A push without content still wakes the person.
  }
  const words = /^en/.test(self.navigator.language) ? WORDS.en : WORDS.zh
  const title = words[said.type] ?? words.job_new
  event.waitUntil(
    self.registration.showNotification(title, {
      tag: said.job_id ?? 'sibu',
      icon: '/icons/icon-192.png',
      badge: '/icons/icon-192.png',
      data: { path: said.job_id ? `/field/jobs/${said.job_id}` : '/field/' },
    })
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { path } = event.notification.data
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((open) => {
      const known = open.find((one) => new URL(one.url).pathname.startsWith('/field/'))
      return known ? known.focus().then((one) => one.navigate(path)) : self.clients.openWindow(path)
    })
  )
})
