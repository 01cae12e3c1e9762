import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rooms, setLocale, t } from './i18n.js'

const source = resolve(import.meta.dirname, '..') + '/'
const catalogues = {
  ...import.meta.glob('../*/messages/zh-CN/*.js', { eager: true, import: 'default' }),
  ...import.meta.glob('../*/messages/en/*.js', { eager: true, import: 'default' }),
}

/** @param {object} words @param {string} before @returns {[string, string | string[]][]} */
const flat = (words, before = '') =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' || Array.isArray(value)
      ? [[before + key, value]]
      : flat(value, `${before}${key}.`)
  )

/** @param {string} locale @param {string} face */
const ofFace = (locale, face) =>
  new Map(
    flat(
      rooms(
        Object.fromEntries(
          Object.entries(catalogues).filter(([path]) =>
            path.startsWith(`${face === 'shared' ? '.' : `../${face}`}/messages/${locale}/`)
          )
        )
      )
    )
  )

describe.each(['shared', 'desk', 'field'])('messages of %s', (face) => {
  const chinese = ofFace('zh-CN', face)
  const english = ofFace('en', face)

  it('have the same keys in both languages', () => {
    expect(chinese.size).toBeGreaterThan(0)
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('fill the same places in both languages', () => {
    /** @param {any} words */
    const places = (words) => [...new Set(String(words).match(/\{\w+\}/g) ?? [])].sort()
    for (const [key, words] of chinese) expect(places(english.get(key)), key).toEqual(places(words))
  })

  it('hold no exclamation marks and no half-width commas between Chinese', () => {
    for (const [key, words] of chinese) {
      expect(String(words), key).not.toMatch(/[!！]/)
      if (typeof words === 'string' && !key.endsWith('weekdays'))
        expect(words, key).not.toMatch(/[\u3400-\u9fff][,;?][\u3400-\u9fff]/)
    }
  })

  it('hold every key that the code names', () => {
    const shared = ofFace('zh-CN', 'shared')
    const files = globSync(`${source}${face}/**/*.{js,vue}`)
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      if (file.endsWith('.test.js') || file.includes('/messages/')) continue
      const text = readFileSync(file, 'utf8')
      const named = [
        ...text.matchAll(/\bt\(\s*'([\w.]+)'/g),
        ...text.matchAll(/title: '([a-z_]+\.[\w.]+)'/g),
      ]
      for (const [, key] of named)
        expect(chinese.has(key) || shared.has(key), `${key} in ${file.slice(source.length)}`).toBe(
          true
        )
    }
  })
})

it('fills places and counts', async () => {
  await setLocale('en')
  expect(t('ui.found', { n: 1 })).toBe('1 found')
  expect(t('time.days', { n: 1 })).toBe('1 day')
  expect(t('time.days', { n: 3 })).toBe('3 days')
  expect(t('no.such.key')).toBe('no.such.key')
  await setLocale('zh-CN')
  expect(t('time.left', { time: '38 分' })).toBe('还剩 38 分')
})
