import { expect, test } from 'vitest'
import { blankEnd, blankQuestion, freshKey, pathsOf, without } from './tree.js'

const tree = () => {
  const first = blankQuestion('s1')
  first.answers = [
    { words: '是', to: 's2' },
    { words: '否', to: 's3' },
  ]
  const second = blankQuestion('s2')
  second.answers = [
    { words: '有', to: 's3' },
    { words: '没有', to: 's4' },
  ]
  return [first, second, blankEnd('s3'), blankEnd('s4')]
}

test('counts the ways to an end, and none through a circle', () => {
  expect(pathsOf([])).toBe(0)
  expect(pathsOf(tree())).toBe(3)
  const round = tree()
  round[1].answers[0].to = 's1'
  expect(pathsOf(round)).toBe(2)
})

test('a step that is taken out leaves its answers open', () => {
  const rest = without(tree(), 2)
  expect(rest.map(({ key }) => key)).toEqual(['s1', 's2', 's4'])
  expect(rest[0].answers[1].to).toBeNull()
  expect(rest[1].answers.map(({ to }) => to)).toEqual([null, 's4'])
  expect(freshKey(rest)).toBe('s5')
})
