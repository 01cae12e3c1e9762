import { expect, it } from 'vitest'

const found = import.meta.glob('./views/*/routes.js', { eager: true, import: 'default' })

it('gives each page of the navigation a letter of its own after G', () => {
  const letters = Object.values(found)
    .flatMap((routes) => /** @type {any[]} */ (routes))
    .flatMap(({ meta }) => meta?.nav?.go ?? [])
  expect(letters.length).toBeGreaterThan(10)
  expect(letters).toEqual([...new Set(letters)])
})
