import { describe, expect, it } from 'vitest'
import { absorb, reckoned, shaped } from './reckon.js'

const step = (action, sources, target, more = {}) => ({
  action,
  label: action,
  sources,
  target,
  needs: [],
  requires: [],
  excludes: [],
  sets: {},
  leaves: false,
  ...more,
})
const DAY = {
  steps: [
    step('accept', ['assigned'], null, {
      excludes: ['accepted_at'],
      sets: { accepted_at: 'occurred_at' },
    }),
    step('depart', ['assigned'], 'on_the_way', { requires: ['accepted_at'] }),
    step('arrive', ['on_the_way'], 'on_site', { sets: { arrived_at: 'occurred_at' } }),
    step('diagnose', ['on_site'], null, { sets: { diagnosis: 'body.diagnosis' } }),
    step('complete', ['on_site'], 'work_done', { requires: ['diagnosis'] }),
    step('second-visit', ['on_site'], 'second_visit', { leaves: true }),
  ],
  states: { assigned: '已派', on_the_way: '路上', on_site: '现场', work_done: '已完工' },
  say: (name) => `还没填完“${name}”`,
}
const order = (more = {}) => ({
  id: 'j',
  status: 'assigned',
  status_label: '已派',
  accepted_at: null,
  diagnosis: null,
  offered: ['as the server says'],
  lacks: [],
  times: {},
  ...more,
})
const job = (more = {}) =>
  shaped({
    id: 'j',
    order: order(),
    case: { id: 'c', quoted_fen: null },
    asked: [],
    entries: [],
    quotes: [],
    bills: [],
    work_lacking: null,
    ...more,
  })
let seq = 0
const deed = (action, body = {}, more = {}) => ({
  seq: ++seq,
  job: 'j',
  state: 'waiting',
  action,
  href: `/api/v1/work-orders/j/${action}`,
  at: '2026-11-29T08:00:00Z',
  body,
  photos: [],
  ...more,
})
const offers = (found) => found.order.offered.map(({ action }) => action)

describe('a job as it stands on this phone', () => {
  it('is as the server said while nothing was done, and each deed moves it on by the workflow of the bundle', () => {
    expect(reckoned(job(), [], DAY).order.offered).toEqual(['as the server says'])
    const walked = [
      deed('accept'),
      deed('depart'),
      deed('arrive'),
      deed('diagnose', { diagnosis: '漏气' }),
    ]
    expect(offers(reckoned(job(), walked.slice(0, 1), DAY))).toEqual(['depart'])
    const found = reckoned(job(), walked, DAY)
    expect(found.order).toMatchObject({
      status: 'on_site',
      status_label: '现场',
      diagnosis: '漏气',
      arrived_at: '2026-11-29T08:00:00Z',
    })
    expect(offers(found)).toEqual(['diagnose', 'complete', 'second-visit'])
    expect(found.ahead).toBe(4)
    expect(reckoned(job(), [...walked, deed('second-visit')], DAY)).toMatchObject({ gone: true })
  })

  it('counts no deed twice that the server has taken in already, and none behind a refused one', () => {
    const there = job({ order: order({ status: 'on_the_way', accepted_at: 'x' }) })
    expect(reckoned(there, [deed('depart'), deed('arrive')], DAY).order.status).toBe('on_site')
    const parked = [deed('accept'), deed('depart', {}, { state: 'refused' }), deed('arrive')]
    const found = reckoned(job(), parked, DAY)
    expect([found.order.status, found.ahead]).toEqual(['assigned', 1])
    expect(reckoned(job(), [deed('accept', {}, { state: 'held' })], DAY).ahead).toBe(0)
  })

  it('waits for the form and for the consent that the step needs, each filled in on this phone', () => {
    const form = {
      template_id: 't',
      name: '现场作业步骤',
      before: 'complete',
      required: true,
      may_fill: true,
    }
    const there = job({
      asked: [form],
      quotes: [{ id: 'q1', total_fen: 23300 }],
      work_lacking: '还缺客户对报价的同意',
      order: order({ status: 'on_site', accepted_at: 'x', diagnosis: '漏气', paid: true }),
    })
    const noted = deed('diagnose', { diagnosis: '漏气' })
    const first = reckoned(there, [noted], DAY)
    expect(first.order.lacks).toMatchObject([
      { action: 'complete', reason: '还缺客户对报价的同意' },
    ])
    const yes = deed('consent', {}, { href: '/api/v1/quotes/q1/consent' })
    const second = reckoned(there, [noted, yes], DAY)
    expect(second.quoted_fen).toBe(23300)
    expect(second.order.lacks).toMatchObject([
      { action: 'complete', reason: '还没填完“现场作业步骤”' },
    ])
    const filled = deed(
      'form-complete',
      { data: {} },
      { href: '/api/v1/entries/e1/complete', drawn: { template_id: 't', failed: 0, critical: 0 } }
    )
    const third = reckoned(there, [noted, yes, filled], DAY)
    expect(offers(third)).toContain('complete')
    expect(third.asked[0].entry).toMatchObject({ id: 'e1', status: 'completed' })
    const critical = { ...filled, drawn: { template_id: 't', failed: 1, critical: 1 } }
    expect(offers(reckoned(there, [noted, yes, critical], DAY))).not.toContain('complete')
  })

  it('takes in what the server answers, and nothing of another record', () => {
    const answer = order({ version: 7, status: 'on_site', offered: [] })
    expect(absorb(job(), deed('arrive'), answer)).toMatchObject({
      version: 7,
      order: { status: 'on_site' },
    })
    const form = { template_id: 't', name: 'x', before: null, required: false, may_fill: true }
    const entry = { id: 'e', status: 'completed', data: {}, template: { id: 't', version_id: 'v' } }
    const after = absorb(
      job({ asked: [form] }),
      deed('form-complete', {}, { href: '/api/v1/entries/e/complete' }),
      entry
    )
    expect(after.asked[0].entry.status).toBe('completed')
    const same = job()
    expect(absorb(same, deed('collect', {}, { href: '/api/v1/payments' }), { id: 'p' })).toBe(same)
  })

  it('shows the device as it was set right here, and as the server says once that is received', () => {
    const fill = deed('fill-asset', { changes: { location_note: { base: null, value: '泵房' } } })
    fill.href = '/api/v1/assets/d/fill'
    const before = job({ asset: { id: 'd', serial: 'A-1', location_note: null } })
    expect(reckoned(before, [fill], DAY).asset).toEqual({
      id: 'd',
      serial: 'A-1',
      location_note: '泵房',
    })
    const said = { id: 'd', serial: 'A-1', location_note: '一号泵房' }
    expect(absorb(before, fill, said).asset).toEqual(said)
  })
})
