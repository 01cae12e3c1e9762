import { beforeEach, describe, expect, it, vi } from 'vitest'
import words from '../../messages/zh-CN/start.js'
import { listsOf } from './lists.js'

const rights = vi.hoisted(() => new Set())
vi.mock('../../../shared/session.js', async (original) => ({
  .../** @type {object} */ (await original()),
  can: (/** @type {string} */ need) => rights.has(need),
}))

const files = import.meta.glob('../*/start-lists.js', { eager: true, import: 'default' })
const all = Object.values(files).flatMap(
  (brought) => /** @type {import('../../parts/waiting.js').Waiting[]} */ (brought)
)
const keys = () => listsOf().map(({ key }) => key)

describe('what waits on the start page', () => {
  beforeEach(() => rights.clear())

  it('comes from the rooms, in one order, what is late first', () => {
    for (const { need } of all) for (const one of need) rights.add(one)
    expect(keys().slice(0, 3)).toEqual(['late', 'new', 'approval'])
    expect(keys()).toHaveLength(all.length)
    expect(new Set(all.map(({ order }) => order)).size).toBe(all.length)
    expect(new Set(keys()).size).toBe(all.length)
  })

  it('is kept from whoever lacks the right', () => {
    expect(keys()).toEqual([])
    rights.add('quotes:approve')
    expect(keys()).toEqual(['approval'])
  })

  it('names each list once for whoever has two rights to it', () => {
    rights.add('cash-days:create').add('cash-handovers:approve')
    expect(keys()).toEqual(['slips', 'days'])
  })

  it.each(all)('$key has its words, also when nothing waits', ({ key }) => {
    expect(words).toHaveProperty([key])
    expect(words).toHaveProperty([`no_${key}`])
  })
})
