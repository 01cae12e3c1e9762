import { afterEach, expect, it } from 'vitest'
import { mirror } from '../../store/mirror.js'
import { beyondVan } from './parts.js'

afterEach(() => Object.assign(mirror, { parts: {}, commands: [] }))

it('tells when more of a part is used than the van holds, what waits to be sent counted in', () => {
  mirror.parts = { van: { items: [{ part_id: 'p', name: '密封圈', unit: '只', available: '6' }] } }
  expect(beyondVan({ part_id: 'p', quantity: 6 })).toBe(null)
  expect(beyondVan({ part_id: 'p', quantity: 7 })).toMatchObject({ available: 6, unit: '只' })
  expect(beyondVan({ part_id: 'other', quantity: 99 })).toBe(null)
  mirror.commands = /** @type {any} */ ([
    { action: 'use-part', state: 'waiting', body: { part_id: 'p', quantity: 6 } },
  ])
  expect(beyondVan({ part_id: 'p' })).toMatchObject({ available: 0 })
})
