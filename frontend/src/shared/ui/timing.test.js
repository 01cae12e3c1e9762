import { beforeAll, expect, it } from 'vitest'
import { setLocale } from '../i18n.js'
import { readTimer } from './timing.js'

beforeAll(() => setLocale('zh-CN'))

const AT = Date.parse('2026-11-21T07:26:00Z')
const base = {
  kind: 'arrive',
  label: '到场',
  started_at: '2026-11-21T06:00:00Z',
  due_at: '2026-11-21T08:04:00Z',
  due_soon_at: '2026-11-21T07:30:00Z',
  stopped_at: null,
}

it.each([
  [{ state: 'running' }, '还剩 38 分', 'quiet'],
  [{ state: 'running', due_soon_at: '2026-11-21T07:20:00Z' }, '还剩 38 分', 'care'],
  [{ state: 'running', due_at: '2026-11-21T06:00:00Z' }, '超时 1 小时 26 分', 'bad'],
  [{ state: 'missed', due_at: '2026-11-21T06:00:00Z' }, '超时 1 小时 26 分', 'bad'],
  [{ state: 'paused' }, '暂停：等客户', 'wait'],
  [{ state: 'met', stopped_at: '2026-11-21T06:46:00Z' }, '用时 46 分', 'quiet'],
  [
    { state: 'late_met', due_at: '2026-11-21T06:30:00Z', stopped_at: '2026-11-21T06:46:00Z' },
    '超时 16 分，用时 46 分',
    'quiet',
  ],
])('%o reads %s', (change, text, role) => {
  const reading = readTimer(/** @type {any} */ ({ ...base, ...change }), AT, '等客户')
  expect(reading).toMatchObject({ text, role })
})
