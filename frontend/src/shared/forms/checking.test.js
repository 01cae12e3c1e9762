import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faults, wrong } from './checking.js'
import { changesOf, outside, summed } from './layout.js'
import { tidied } from './tidy.js'

/** The same cases as `tests/forms/test_agreement.py` puts before the server. */
const CORPUS = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../../tests/forms/corpus.json'), 'utf8')
)

describe.each(CORPUS)('a field $field.kind', ({ schema, takes, refuses }) => {
  it('takes what the server takes', () => {
    for (const value of takes)
      expect(faults(schema, tidied({ x: value })), JSON.stringify(value)).toEqual([])
  })

  it('refuses what the server refuses, and says the same', () => {
    for (const [value, code] of refuses)
      expect(
        faults(schema, tidied({ x: value })).map((fault) => fault.code),
        JSON.stringify(value)
      ).toContain(code)
  })
})

it('leaves the schema that it was given as it was', () => {
  const { schema } = CORPUS[0]
  const before = JSON.stringify(schema)
  faults(schema, { x: 'a' })
  expect(JSON.stringify(schema)).toBe(before)
})

it('does not scold for what is not written yet', () => {
  const { schema } = CORPUS.find((/** @type {any} */ one) => one.field.kind === 'check')
  expect(wrong(faults(schema, { x: { result: 'fail' } }))).toEqual([])
  expect(wrong(faults(schema, { x: { result: 'ok' } }))).toHaveLength(1)
})

const label = { zh: 'x' }
const layout = {
  name: label,
  subjects: ['station'],
  sections: [
    {
      key: 's',
      title: label,
      fields: [
        { kind: 'table', key: 't', label, columns: [{ kind: 'money', key: 'fee', label }] },
        { kind: 'sum', key: 'all', label, of: ['t.fee'] },
      ],
    },
  ],
}

it('works sums out and drops them where there is nothing', () => {
  expect(summed(layout, { t: [{ fee: 27000 }, {}, { fee: 1 }], all: 5 }).all).toBe(27001)
  expect(summed(layout, { all: 5 })).toEqual({})
})

it('tells what is out of tolerance, and what changed', () => {
  const field = { kind: 'number', key: 'n', label, low: 1, high: 2 }
  expect([0, 1, 2, 3, null].map((value) => outside(field, value))).toEqual([
    true,
    false,
    false,
    true,
    false,
  ])
  expect(changesOf({ a: 1, c: [1] }, { a: 1, b: 2, c: [1, 2] })).toEqual({ b: null, c: [1] })
})
