import { mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'
import { setLocale } from '../i18n.js'
import { Problem as Refusal } from '../problems.js'
import Problem from './Problem.vue'

beforeAll(() => setLocale('zh-CN'))

const refusal = new Refusal({
  type: '/problems/invalid-request',
  title: '填写有误',
  status: 422,
  errors: [
    { pointer: '/body', code: 'tax_number', detail: '专用发票要有税号' },
    { pointer: '/body/lines/1/unit_fen', code: 'above_list', detail: '不能高于价目表的价格' },
    { pointer: '/body/title', code: 'too_odd', detail: '抬头不对' },
  ],
})

describe('a refusal', () => {
  it('says what is wrong, with its line, and leaves out what stands beside its field', () => {
    const shown = mount(Problem, { props: { problem: refusal, fields: ['title'] } })
    expect(shown.findAll('li').map((one) => one.text())).toEqual([
      '专用发票要有税号',
      '第 2 项：不能高于价目表的价格',
    ])
  })
})
