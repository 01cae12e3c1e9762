import { describe, expect, it, vi } from 'vitest'
import { tabsOf } from './tabs.js'

const rights = vi.hoisted(() => new Set())
vi.mock('../../shared/session.js', () => ({
  can: (/** @type {string | undefined} */ need) => !need || rights.has(need),
}))

const files = import.meta.glob('../views/*/*-tab.js', { eager: true, import: 'default' })
const all = Object.entries(files).flatMap(([path, brought]) =>
  [brought].flat().map((tab) => [path, /** @type {import('./tabs.js').Tab} */ (tab)])
)
const values = (/** @type {import('./tabs.js').Page} */ page, it = { orders: [], calls: [] }) =>
  tabsOf(page, it).map(({ value }) => value)

describe('tabs of a page', () => {
  it('come from the rooms, the story of a case and the work of an order first', () => {
    expect(values('case').slice(0, 2)).toEqual(['story', 'papers'])
    expect(values('order').slice(0, 2)).toEqual(['work', 'story'])
  })

  it.each(all)('%s names a page, is unlike its neighbours and lazy', (path, tab) => {
    const page = String(path).match(/\/([a-z]+)-tab\.js$/)?.[1]
    expect(['case', 'order', 'customer', 'asset']).toContain(page)
    expect(/** @type {any} */ (tab).component).toBeTypeOf('function')
    const same = all.filter(
      ([other, one]) =>
        String(other).endsWith(`/${page}-tab.js`) &&
        /** @type {any} */ (one).value === /** @type {any} */ (tab).value
    )
    expect(same).toHaveLength(1)
  })

  it('are kept from whoever lacks the right, and stand in order once it is there', () => {
    const needed = all.map(([, tab]) => /** @type {any} */ (tab).need).filter(Boolean)
    rights.clear()
    for (const page of /** @type {const} */ (['case', 'order', 'customer', 'asset']))
      expect(tabsOf(page, { orders: [], calls: [] }).filter((tab) => tab.need)).toEqual([])
    for (const need of needed) rights.add(need)
    const orders = tabsOf('case', { orders: [], calls: [] }).map(({ order }) => order)
    expect(orders).toEqual([...orders].sort((one, other) => one - other))
  })
})
