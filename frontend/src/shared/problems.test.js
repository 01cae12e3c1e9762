import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import en from './messages/en/problems.js'
import zh from './messages/zh-CN/problems.js'

const src = resolve(import.meta.dirname, '..')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(js|vue)$/.test(name) && !name.endsWith('.test.js'))
  .map((name) => ({ name, text: readFileSync(join(src, name), 'utf8') }))

it('a problem of our own has its words in both languages', () => {
  const slugs = files.flatMap(({ text }) =>
    [...text.matchAll(/localProblem\('([a-z-]+)'/g)].map((found) => found[1].replace(/-/g, '_'))
  )
  expect(slugs).toContain('cannot_give_back')
  expect(slugs.filter((slug) => !(slug in zh) || !(slug in en))).toEqual([])
})

it('words of our own are never thrown as a plain error, which would show as something unexpected', () => {
  const lost = files.filter(({ text }) => /new Error\(\s*t\(/.test(text))
  expect(lost.map(({ name }) => name)).toEqual([])
})
