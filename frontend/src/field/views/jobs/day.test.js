import { describe, expect, it } from 'vitest'
import { arrange, changes } from './day.js'

const NOW = Date.parse('2026-11-22T01:30:00Z')
const job = (id, status, promised_at, more = {}) => ({
  id,
  status,
  promised_at,
  open: true,
  ...more,
})
const ids = (jobs) => jobs.map((one) => one.id)

describe('the day', () => {
  const late = job('late', 'assigned', '2026-11-21T02:00:00Z')
  const noon = job('noon', 'assigned', '2026-11-22T04:00:00Z')
  // 23:30 of the 22nd at the station, 00:30 of the 23rd: the day is the station's, not UTC's.
  const night = job('night', 'assigned', '2026-11-22T15:30:00Z')
  const tomorrow = job('tomorrow', 'assigned', '2026-11-22T16:30:00Z')

  it('begins with what is late, and sets apart what is for another day', () => {
    const day = arrange([late, noon, night, tomorrow], NOW)
    expect([day.next?.id, ids(day.today), ids(day.later)]).toEqual([
      'late',
      ['noon', 'night'],
      ['tomorrow'],
    ])
  })
  it('frames what is under way, whatever stood earlier', () => {
    const busy = job('busy', 'on_site', '2026-11-22T05:00:00Z')
    expect(arrange([late, noon, busy], NOW).next?.id).toBe('busy')
  })
  it('shows a later job as next on an empty day', () => {
    const day = arrange([tomorrow], NOW)
    expect([day.next?.id, day.later]).toEqual(['tomorrow', []])
  })
  it('counts as done what was promised today or handed in here', () => {
    const old = job('old', 'record_in', '2026-11-16T02:00:00Z')
    const today = job('today', 'closed', '2026-11-22T00:30:00Z', { open: false })
    expect(ids(arrange([old, today], NOW).done)).toEqual(['today'])
    expect(ids(arrange([old, today], NOW, ({ id }) => id === 'old').done)).toEqual(['old', 'today'])
    expect(arrange([old], NOW).next).toBeNull()
  })
})

describe('what others changed', () => {
  const a = job('a', 'assigned', '2026-11-22T04:00:00Z')
  const known = new Map([['a', a]])
  const nothing = () => false

  it('is nothing at the first look', () => expect(changes(null, [a], nothing)).toEqual([]))
  it('is a new job, a moved time, a job taken away', () => {
    const b = job('b', 'assigned', '2026-11-22T06:00:00Z')
    const moved = { ...a, promised_at: '2026-11-22T07:00:00Z' }
    expect(changes(known, [a, b], nothing)).toEqual([{ kind: 'new', job: b, from: null }])
    expect(changes(known, [moved], nothing)).toEqual([
      { kind: 'moved', job: moved, from: a.promised_at },
    ])
    expect(changes(known, [], nothing)).toEqual([{ kind: 'gone', job: a, from: null }])
  })
  it('is not what the engineer gave back himself', () => {
    expect(changes(known, [], (id) => id === 'a')).toEqual([])
  })
})
