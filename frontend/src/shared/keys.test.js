import { mount } from '@vue/test-utils'
import { h } from 'vue'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { listenForKeys, useKeys } from './keys.js'
import SideSheet from './ui/SideSheet.vue'

beforeAll(() => listenForKeys())
/** @type {string[]} */
let done = []
beforeEach(() => (done = []))
/** @type {import('@vue/test-utils').VueWrapper | undefined} */
let shown
afterEach(() => shown?.unmount())

/** @param {string} who @param {string} combo */
const key = (who, combo) => ({ combo, label: who, group: '', run: () => done.push(who) })
const press = () =>
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }))
const call = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8' }))

/** A sheet of its own, with or without a key of its own. @param {boolean} keyed */
const sheetOf = (keyed) =>
  /** @type {any} */ ({
    setup() {
      if (keyed) useKeys([key('sheet', 'Ctrl+Enter')])
      return () => h(SideSheet, { title: 'a sheet' }, () => h('input'))
    },
  })
/** @param {any} [sheet] */
const pageWith = (sheet) =>
  /** @type {any} */ ({
    setup() {
      useKeys([key('page', 'Ctrl+Enter'), key('line', 'F8')])
      return () => h('main', sheet ? [h(sheet)] : [])
    },
  })

it('acts on the page only while no sheet is open; a call on the line is answered all the same', () => {
  shown = mount(pageWith(), { attachTo: document.body })
  press()
  shown.unmount()
  shown = mount(pageWith(sheetOf(false)), { attachTo: document.body })
  press()
  call()
  shown.unmount()
  shown = mount(pageWith(sheetOf(true)), { attachTo: document.body })
  press()
  expect(done).toEqual(['page', 'line', 'sheet'])
})
