import { defineAsyncComponent } from 'vue'
import { can } from '../../shared/session.js'
import Skeleton from '../../shared/ui/Skeleton.vue'
import TabFailed from './TabFailed.vue'

/**
 * What other rooms show on the page of a case, an order, a customer or a device: each room brings
 * `views/<room>/<page>-tab.js`, one tab or a list of them, and no page names another room.
 *
 * @typedef {object} Tab
 * @property {string} value as in the address, `?tab=money`
 * @property {number} order among the tabs of the page
 * @property {string} title message key
 * @property {string} [need] permission
 * @property {() => Promise<any>} component lazy; gets `it`, emits `changed` with what an action answered
 * @property {(it: any) => number | undefined} [count] shown behind the title
 * @property {(it: any) => boolean} [when] only for such a case, order …
 *
 * @typedef {Omit<Tab, 'component'> & { component: import('vue').Component }} Ready
 * @typedef {'case' | 'order' | 'customer' | 'asset'} Page
 */

/** @type {import('vue').InjectionKey<(value: string) => Promise<any>>} */
export const SHOW_TAB = Symbol('show-tab')

/** @type {Record<string, Tab | Tab[]>} */
const found = import.meta.glob('../views/*/*-tab.js', { eager: true, import: 'default' })

/** @type {Map<string, Ready[]>} */
const ready = new Map()
for (const [path, brought] of Object.entries(found)) {
  const page = /** @type {string} */ (path.match(/([a-z]+)-tab\.js$/)?.[1])
  const tabs = [brought].flat().map((tab) => ({
    ...tab,
    component: defineAsyncComponent({
      loader: tab.component,
      loadingComponent: Skeleton,
      errorComponent: TabFailed,
    }),
  }))
  ready.set(
    page,
    [...(ready.get(page) ?? []), ...tabs].sort((one, other) => one.order - other.order)
  )
}

/**
 * The tabs of a page that this person may see for this thing, in order.
 * @param {Page} page
 * @param {any} it
 */
export const tabsOf = (page, it) =>
  (ready.get(page) ?? []).filter((tab) => can(tab.need) && (!tab.when || tab.when(it)))
