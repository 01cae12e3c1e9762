import { beforeAll, describe, expect, it } from 'vitest'
import * as format from './format.js'
import { setLocale } from './i18n.js'

const NOW = '2026-11-21T07:26:00Z' // Saturday 15:26 in Beijing

describe('times on the station wall clock', () => {
  beforeAll(() => setLocale('zh-CN'))

  it.each([
    ['2026-11-21T07:26:00Z', '今天 15:26'],
    ['2026-11-20T08:20:00Z', '昨天 16:20'],
    ['2026-11-22T01:00:00Z', '明天 09:00'],
    ['2026-11-23T01:00:00Z', '周一 11-23 09:00'],
    ['2026-11-19T02:28:00Z', '11-19 10:28'],
    ['2025-09-13T02:05:00Z', '2025-09-13 10:05'],
    ['2026-11-20T16:30:00Z', '今天 00:30'],
  ])('%s reads %s', (moment, text) => expect(format.when(moment, NOW)).toBe(text))

  it('keeps plain dates as they are', () => expect(format.date('2026-09-12')).toBe('2026-09-12'))
  it('writes ranges and exact moments', () => {
    expect(format.range('2026-11-21T05:30:00Z', '2026-11-21T07:00:00Z')).toBe('13:30–15:00')
    expect(format.exact('2026-11-21T07:26:08Z')).toBe('2026-11-21 15:26:08')
  })
  it('turns a day and a time back into the moment', () =>
    expect(format.instant('2026-11-23', '09:00')).toBe('2026-11-23T01:00:00.000Z'))
})

it.each([
  [59, '59 秒'],
  [60, '1 分'],
  [3599, '59 分'],
  [3600, '1 小时'],
  [5160, '1 小时 26 分'],
  [47 * 3600 + 60, '47 小时 1 分'],
  [48 * 3600, '2 天'],
  [-5, '0 秒'],
])('%d seconds are %s', (seconds, text) => expect(format.duration(seconds)).toBe(text))

it.each([
  [233000, '￥2,330.00', '2,330 元'],
  [0, '￥0.00', '0 元'],
  [5, '￥0.05', '0.05 元'],
  [-27000, '-￥270.00', '-270 元'],
  [123456789, '￥1,234,567.89', '1,234,567.89 元'],
])('%d fen are %s', (fen, written, said) => {
  expect(format.money(fen)).toBe(written)
  expect(format.spokenMoney(fen)).toBe(said)
})

it.each([
  ['+8613800004417', '138 0000 4417', '138****4417'],
  ['+861062584417', '010-6258 4417', '010-****4417'],
  ['+863162338890', '0316-233 8890', '0316-****8890'],
  ['+4930123456', '+4930123456', '+49****3456'],
])('phone %s', (value, whole, masked) => {
  expect(format.phone(value)).toBe(whole)
  expect(format.mask(value)).toBe(masked)
})

it('puts a space between Chinese and figures', () => {
  expect(format.spaced('修过3次，WQ-5100型COD仪误差1.2%以内')).toBe(
    '修过 3 次，WQ-5100 型 COD 仪误差 1.2% 以内'
  )
})

it('counts bytes', () => expect(format.bytes(1_258_291)).toBe('1.2 MB'))
