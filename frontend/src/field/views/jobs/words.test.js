import { beforeAll, describe, expect, it } from 'vitest'
import { addCatalogue, setLocale } from '../../../shared/i18n.js'
import { deedWords, mapLink, short, standing, stepOf } from './words.js'

beforeAll(async () => {
  addCatalogue({
    'zh-CN': () => import('../../messages/zh-CN.js'),
    en: () => import('../../messages/en.js'),
  })
  await setLocale('zh-CN')
})

describe('a company as people say it', () => {
  it.each([
    ['华北绿源环境监测技术服务有限公司', '华北绿源'],
    ['东方电厂', '东方电厂'],
    ['单国庆', '单国庆'],
    ['廊坊市第三自来水厂水质化验中心', '第三自来水厂水质化验中心'],
    ['科技公司', '科技公司'],
    ['京津冀水环境综合整治与生态修复联合工程中心有限公司', '京津冀水环境综合整治与…'],
  ])('%s is %s on a button', (name, said) => expect(short(name)).toBe(said))
})

describe('the step that stands', () => {
  const offer = (...actions) => actions.map((action) => ({ action, label: action }))
  const job = (more) => ({
    offered: [],
    lacks: [],
    diagnosis: null,
    customer_name: '东方电厂',
    ...more,
  })

  it('comes before any way out of it', () => {
    const at = job({ status: 'assigned', offered: offer('cannot-today', 'depart', 'refuse') })
    expect(standing(at).main?.action).toBe('depart')
  })
  it('is the diagnosis until there is one', () => {
    const offered = offer('diagnose', 'complete')
    expect(standing(job({ status: 'on_site', offered })).main?.action).toBe('diagnose')
    expect(standing(job({ status: 'on_site', offered, diagnosis: '漏气' })).main?.action).toBe(
      'complete'
    )
  })
  it('says what is missing when a paid repair has no consent (R154)', () => {
    const lacks = [{ action: 'complete', label: '完工', reason: '还缺客户对报价的同意' }]
    const at = job({ status: 'on_site', diagnosis: '漏气', offered: offer('diagnose'), lacks })
    expect(standing(at)).toEqual({ main: null, lack: lacks[0] })
  })
  it('is none once the record is in', () => {
    expect(standing(job({ status: 'record_in' }))).toEqual({ main: null, lack: null })
  })
  it('has its place among seven', () => {
    expect([stepOf('accept'), stepOf('hand-in'), stepOf('escalate')]).toEqual([1, 7, 0])
  })
  it('names its object on the button, or says the word of the server', () => {
    expect(deedWords({ action: 'depart', label: '出发' }, job())).toBe('出发去东方电厂')
    expect(deedWords({ action: 'weigh', label: '称重' }, job())).toBe('称重')
  })
})

it('opens the map of the phone itself', () => {
  expect(mapLink('和平里 18 号')).toMatch(/^(geo:0,0|maps:\/\/)\?q=%E5/)
})
