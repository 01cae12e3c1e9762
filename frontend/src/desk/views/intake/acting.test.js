import { beforeEach, describe, expect, it } from 'vitest'
import { doing, forgetIntents, keyOf } from './acting.js'
import { mine } from './mine.js'
import { blank, busy, clear, draft, problem } from './state.js'

/** An answer that comes when the test says so. */
function pending() {
  const { promise, resolve, reject } = Promise.withResolvers()
  return { promise, resolve, reject }
}

describe('the acts of a call', () => {
  beforeEach(() => clear())

  it('write nothing into the call that was taken up meanwhile', async () => {
    const answer = pending()
    const done = doing('advance', async () => {
      draft.caseId = await mine(answer.promise)
    })
    clear()
    const other = doing('answer', async () => {
      draft.phone = await mine(Promise.resolve('13800000000'))
    })
    answer.resolve('case of the first')
    expect(await done).toBe(false)
    expect(await other).toBe(true)
    expect(draft.caseId).toBe('')
    expect(draft.phone).toBe('13800000000')
  })

  it('tell no other call what was refused to them', async () => {
    const answer = pending()
    const done = doing('advance', async () => {
      await mine(answer.promise)
    })
    clear()
    answer.reject(new Error('refused'))
    expect(await done).toBe(false)
    expect(problem.value).toBeNull()
    expect(busy.value).toBe('')
  })

  it('are done once, also when their call is put aside and taken up again', () => {
    const key = keyOf('case')
    const kept = JSON.parse(JSON.stringify(draft))
    clear()
    expect(keyOf('case')).not.toBe(key)
    Object.assign(draft, blank(), kept)
    expect(keyOf('case')).toBe(key)
    forgetIntents()
    expect(keyOf('case')).not.toBe(key)
  })
})
