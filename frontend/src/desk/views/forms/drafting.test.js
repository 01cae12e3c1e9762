import { beforeAll, expect, it } from 'vitest'
import { addCatalogue, setLocale } from '../../../shared/i18n.js'
import { differences, editable, emptyLayout, KINDS, move, newField, sent } from './drafting.js'

beforeAll(async () => {
  addCatalogue({
    'zh-CN': () => import('../../messages/zh-CN.js'),
    en: () => import('../../messages/en.js'),
  })
  await setLocale('zh-CN')
})

it('makes a field of every kind', () => {
  for (const kind of KINDS) expect(newField(kind, ['f1']).kind).toBe(kind)
  expect(newField('check', ['f1', 'f2']).key).toBe('f3')
  expect(newField('table', []).columns).toHaveLength(1)
})

it('sends nothing that was left empty, and takes it up again', () => {
  const layout = emptyLayout()
  layout.name = { zh: ' 晨会 ', en: '' }
  const written = sent(layout)
  expect(written.name).toEqual({ zh: '晨会' })
  expect('before' in written).toBe(false)
  expect(sent(editable(written))).toEqual(written)
})

it('tells what a draft changes', () => {
  const before = emptyLayout()
  before.name.zh = '晨会'
  const [section] = before.sections
  section.fields[0].label.zh = '场地'
  const after = editable(sent(before))
  after.sections[0].fields[0].label.zh = '场地布置好'
  after.sections[0].fields.push({ ...newField('text', ['f1']), label: { zh: '主题', en: '' } })
  expect(differences(null, after)).toEqual([])
  expect(differences(before, before)).toEqual([])
  expect(differences(before, after)).toEqual(['加了“主题”', '“场地”改为“场地布置好”'])
})

it('moves within the list and not past its ends', () => {
  const list = ['a', 'b', 'c']
  expect([move(list, 0, -1), move(list, 0, 1), list.join('')]).toEqual([0, 1, 'bac'])
})
