import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * What a list looks for, kept in the address, so that going back finds it again: words to search
 * and one of the saved views, the first of which needs no saying.
 * @template {string} V
 * @param {() => V[]} [views] those that make sense for this person
 */
export function useAddress(views = () => []) {
  const route = useRoute()
  const router = useRouter()

  /** @param {Record<string, string | undefined>} change */
  const go = (change) => void router.replace({ query: { ...route.query, ...change } })

  const q = computed({
    get: () => String(route.query.q ?? ''),
    set: (value) => go({ q: value || undefined }),
  })
  const view = computed({
    get: () => /** @type {V} */ (views().find((one) => one === route.query.view) ?? views()[0]),
    set: (value) => go({ view: value === views()[0] ? undefined : value, open: undefined }),
  })
  return { q, view, go, route, router }
}
