import { describe, expect, it } from 'vitest'
import { repriced } from './quoting.js'

/** @param {string | null} code @param {number} fen */
const line = (code, fen) => ({ code, description: `item ${code}`, unit_list_fen: fen })

describe('lines of a draft', () => {
  it('tell which prices the list has changed, and nothing else (R155)', () => {
    const before = [line('LB-STD', 18000), line('CO-CITY', 20000), line(null, 500)]
    const after = [line('CO-CITY', 22000), line('LB-STD', 18000), line(null, 900), line('NEW', 1)]
    expect(repriced(before, after)).toEqual([{ name: 'item CO-CITY', from: 20000, to: 22000 }])
    expect(repriced(after, after)).toEqual([])
  })
})
