import { shallowRef } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import { paths } from '../shared/paths.js'
import { can, session } from '../shared/session.js'

/**
 * Each room brings `views/<room>/routes.js`; its `meta` says who may open the page and where it
 * stands in the navigation.
 *
 * @typedef {object} Nav
 * @property {'work' | 'intake' | 'dispatch' | 'jobs' | 'aftercare' | 'support'} group
 * @property {number} order within the group
 * @property {boolean} [head] the group's own numbered line
 * @property {string} [count] resource whose waiting work is counted
 * @property {string} [go] letter after G
 * @property {string} [icon] of the folded navigation
 *
 * @typedef {object} Meta
 * @property {string} title message key
 * @property {string} [need] permission
 * @property {string[]} [startFor] roles that start here
 * @property {boolean} [open] without signing in
 * @property {boolean} [bare] without the frame: a board on a wall
 * @property {Nav} [nav]
 */

/** @type {Record<string, import('vue-router').RouteRecordRaw[]>} */
const found = import.meta.glob('./views/*/routes.js', { eager: true, import: 'default' })

export const routes = Object.values(found).flat()

export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    ...routes,
    {
      path: '/:rest(.*)*',
      name: 'not-found',
      component: () => import('./frame/NotFound.vue'),
      meta: { title: 'ui.not_found' },
    },
  ],
})

/** The pages of the navigation that this person may open, in order. */
export const navigation = () =>
  routes
    .filter((route) => route.meta?.nav && can(/** @type {string | undefined} */ (route.meta.need)))
    .sort((one, other) => navOf(one).order - navOf(other).order)

/** @param {{ meta?: any }} route @returns {Nav} */
export function navOf(route) {
  return route.meta.nav
}

/** Where this person's day begins: the first page that names one of their roles. */
export function startPage() {
  const held = session.me?.roles.map((one) => one.role) ?? []
  const own = routes.find(
    (route) =>
      /** @type {string[] | undefined} */ (route.meta?.startFor)?.some((role) =>
        held.includes(role)
      ) && can(/** @type {string | undefined} */ (route.meta?.need))
  )
  return own?.path ?? '/'
}

router.beforeEach((to) => {
  if (to.meta.open) return session.state === 'in' && to.path === paths.signIn ? startPage() : true
  if (session.state !== 'in') return { path: paths.signIn, query: { next: to.fullPath } }
  return true
})

/** The page that somebody wanted and whose code could not be read: no network, or a newer version of the program. */
export const missed = shallowRef(
  /** @type {import('vue-router').RouteLocationNormalized | null} */ (null)
)
router.onError((error, to) => {
  missed.value = to
})
router.afterEach((to, from, failure) => {
  if (!failure) missed.value = null
})
