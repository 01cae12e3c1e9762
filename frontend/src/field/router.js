import { createRouter, createWebHistory } from 'vue-router'
import { session } from '../shared/session.js'
import { lock } from './store/door.js'

/**
 * Each room brings `views/<room>/routes.js`. `meta.tab` `{ order, icon }` puts a page on the tab
 * bar; `meta.open` needs no signing in; `meta.title` is a message key.
 * @type {Record<string, import('vue-router').RouteRecordRaw[]>}
 */
const found = import.meta.glob('./views/*/routes.js', { eager: true, import: 'default' })

export const routes = Object.values(found).flat()

export const tabs = routes
  .filter((route) => route.meta?.tab)
  .sort((one, other) => tabOf(one).order - tabOf(other).order)

/** @param {{ meta?: any }} route @returns {{ order: number, icon: string }} */
export function tabOf(route) {
  return route.meta.tab
}

export const router = createRouter({
  history: createWebHistory('/field/'),
  routes: [...routes, { path: '/:rest(.*)*', redirect: () => tabs[0].path }],
})

router.beforeEach((to) => {
  if (to.meta.open) return session.state === 'in' ? tabs[0].path : true
  // What the phone keeps opens without a server; its own door stands before the pages.
  const kept = lock.state === 'open' || lock.state === 'locked' || lock.state === 'overdue'
  if (session.state === 'in' || (kept && session.state !== 'out')) return true
  return { path: '/sign-in', query: { next: to.fullPath } }
})
