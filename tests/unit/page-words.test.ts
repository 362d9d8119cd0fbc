import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf, type Word } from '../../electron/jobs/bundle/page-words.ts'

function read(commands: string): Word[] {
  const next = wordsOf(Buffer.from(commands, 'latin1'))
  const words: Word[] = []
  for (let word = next(); word !== null; word = next()) words.push(word)
  return words
}

test('a number is what the language itself reads, however it is written', () => {
  const digits = fc.stringMatching(/^[+-]?[0-9]{1,18}(\.[0-9]{0,8})?$|^-?\.[0-9]{1,8}$/)
  fc.assert(
    fc.property(digits, text => {
      expect(read(text)).toEqual([Number.parseFloat(text) || 0])
    }),
  )
})

test.each([
  ['4.', [4]],
  ['-.5 .5', [-0.5, 0.5]],
  ['1.2.3', [1.2]],
  ['--5', [0]],
  ['0 0 m/F1 9Tf', [0, 0, { operator: 'm' }, 'F1', 9]],
  ['BT ET BT T*', [{ operator: 'BT' }, { operator: 'ET' }, { operator: 'BT' }, { operator: 'T*' }]],
  ['[(ab) -120 30 (c\\))]TJ', [{ letters: 4, shift: -120 }, { operator: 'TJ' }]],
])('%s', (commands, words) => {
  expect(read(commands)).toEqual(words)
})
