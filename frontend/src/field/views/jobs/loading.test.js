import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { localProblem, NO_CONNECTION, Problem } from '../../../shared/problems.js'
import { useLoading } from './loading.js'

const listeners = vi.hoisted(() => new Set())
vi.mock('../../../shared/api/live.js', () => ({
  live: { state: 'live' },
  onFact: (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}))

/** @param {() => Promise<any>} read */
function opened(read) {
  /** @type {any} */
  let loading
  const page = mount(
    defineComponent({
      setup() {
        loading = useLoading(read, (fact) => fact.subject === 'work_order')
        return () => h('div')
      },
    })
  )
  return { page, loading }
}
const tell = (subject) => listeners.forEach((listener) => listener({ subject }))

describe('what is read', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('is read once for all facts of one deed, and not for what does not concern it', async () => {
    const read = vi.fn().mockResolvedValue('day')
    const { loading } = opened(read)
    await vi.runAllTimersAsync()
    expect(loading.data.value).toBe('day')
    tell('work_order')
    tell('work_order')
    tell('customer')
    await vi.runAllTimersAsync()
    expect(read).toHaveBeenCalledTimes(2)
  })

  it('stays when the line is down, without a fault', async () => {
    const read = vi.fn().mockResolvedValueOnce('day')
    const { loading } = opened(read)
    await vi.runAllTimersAsync()
    read.mockRejectedValue(localProblem(NO_CONNECTION))
    await loading.load()
    expect([loading.data.value, loading.problem.value, loading.busy.value]).toEqual([
      'day',
      null,
      false,
    ])
  })

  it('says so when nothing could be read at all, and reads again when the network is back', async () => {
    const read = vi.fn().mockRejectedValueOnce(localProblem(NO_CONNECTION)).mockResolvedValue('day')
    const { loading } = opened(read)
    await vi.runAllTimersAsync()
    expect(loading.problem.value?.slug).toBe(NO_CONNECTION)
    dispatchEvent(new Event('online'))
    await vi.runAllTimersAsync()
    expect([loading.data.value, loading.problem.value]).toEqual(['day', null])
  })

  it('tells a refusal beside what stands there', async () => {
    const read = vi.fn().mockResolvedValueOnce('day')
    const { loading } = opened(read)
    await vi.runAllTimersAsync()
    read.mockRejectedValue(new Problem({ type: '/problems/not-found', title: '没有', status: 404 }))
    await loading.load()
    expect([loading.data.value, loading.problem.value?.status]).toEqual(['day', 404])
  })

  it('hears no facts once the page is left', async () => {
    const read = vi.fn().mockResolvedValue('day')
    const { page } = opened(read)
    await vi.runAllTimersAsync()
    page.unmount()
    tell('work_order')
    await vi.runAllTimersAsync()
    expect(read).toHaveBeenCalledTimes(1)
  })
})
