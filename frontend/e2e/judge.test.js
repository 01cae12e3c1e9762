import { expect, test } from 'vitest'
import { chances, some } from './counts.js'
import { FACTS, judged, restored } from './judge.js'

const DID = { job: 'A', steps: 3, tales: ['x', 'y'], photos: ['1.jpg', '2.jpg'] }
const holds = () => ({
  events: [
    { type: 'work_order.accepted' },
    { type: 'work_order.escalated', words: 'x' },
    { type: 'work_order.departed' },
    { type: 'work_order.escalated', words: 'y' },
    { type: 'work_order.arrived' },
  ],
  photos: ['2.jpg', '1.jpg'],
})

test('P6 finds what is lost, doubled, out of order, or was never done', () => {
  expect(judged(DID, holds())).toEqual([])
  const planted = [
    (it) => it.events.pop(),
    (it) => it.events.push(it.events[0]),
    (it) => it.events.push({ type: `work_order.${FACTS[3]}` }),
    (it) => ([it.events[0], it.events[2]] = [it.events[2], it.events[0]]),
    (it) => it.events.splice(1, 1),
    (it) => ([it.events[1], it.events[3]] = [it.events[3], it.events[1]]),
    (it) => it.photos.pop(),
    (it) => it.photos.push('1.jpg'),
  ]
  for (const plant of planted) {
    const faulty = holds()
    plant(faulty)
    expect(judged(DID, faulty), String(plant)).toHaveLength(1)
  }
})

test('P7 finds more than two seconds of writing lost, and words of another job', () => {
  const written = [1000, 2000, 3000, 4000].map((at, n) => ({ at, text: 'abcd'.slice(0, n + 1) }))
  expect(restored(written, 4100, 'abcd')).toEqual({ wrong: [], lost: 0 })
  expect(restored(written, 4100, 'abc')).toEqual({ wrong: [], lost: 100 })
  expect(restored(written, 5900, 'ab').wrong).toHaveLength(1)
  expect(restored(written, 4100, '').wrong).toHaveLength(1)
  expect(restored(written, 4100, 'z').wrong).toHaveLength(1)
  expect(restored([], 4100, '').wrong).toEqual([])
})

test('the same seed brings the same chances', () => {
  const [one, other] = [chances(7), chances(7)]
  const drawn = Array.from({ length: 50 }, one)
  expect(drawn).toEqual(Array.from({ length: 50 }, other))
  expect(drawn.every((number) => number >= 0 && number < 1)).toBe(true)
  expect(some(one, 5, 5).size).toBe(5)
})
