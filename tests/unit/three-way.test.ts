import { describe, expect, test } from 'vitest'
import { pickedWords } from '../../renderer/ui/conflict-words.ts'
import { changedBy, chosenFrom } from '../../renderer/ui/three-way.ts'

type Draft = { note: string | null; links: string[]; answers: { item: string; answer: string }[] }
const opened: Draft = {
  ...{ note: 'As it was', links: ['one'] },
  answers: ['a', 'b', 'c'].map(item => ({ item, answer: 'no' })),
}
const answering = (draft: Draft, place: number, answer: string): Draft => ({
  ...draft,
  answers: draft.answers.map((one, at) => (at === place ? { ...one, answer } : one)),
})

describe('who changed an answer', () => {
  test('one of the two, both, or nobody', () => {
    const versions = { opened, theirs: { ...opened, note: 'Theirs' }, yours: { ...opened, links: ['two'] } }
    expect(changedBy('note', versions)).toBe('theirs')
    expect(changedBy('links', versions)).toBe('yours')
    expect(changedBy('answers', versions)).toBeNull()
    expect(changedBy('note', { ...versions, yours: { ...opened, note: 'Yours' } })).toBe('both')
    expect(changedBy('note', { ...versions, yours: { ...opened, note: 'Theirs' } })).toBeNull()
  })

  test('not known, where nobody knows how it was opened', () => {
    expect(changedBy('note', { opened: null, theirs: { ...opened, note: 'Theirs' }, yours: opened })).toBe('unknown')
  })
})

describe('what was picked together', () => {
  test('takes the picked answers from theirs, and every other from one’s own', () => {
    const versions = { opened, theirs: { ...opened, note: null, links: [] }, yours: { ...opened, links: ['two'] } }
    expect(chosenFrom(versions, { note: 'before', links: 'after' })).toEqual({ ...opened, note: null, links: ['two'] })
  })

  test('lets two people answer different questions of one form', () => {
    const versions = { opened, theirs: answering(opened, 0, 'yes'), yours: answering(opened, 2, 'yes') }
    expect(changedBy('answers.0', versions)).toBe('theirs')
    expect(changedBy('answers.1', versions)).toBeNull()
    const chosen = chosenFrom(versions, { 'answers.0': 'before', 'answers.2': 'after' })
    expect(chosen.answers.map(({ answer }) => answer)).toEqual(['yes', 'no', 'yes'])
    expect(versions.yours).toEqual(answering(opened, 2, 'yes'))
  })

  test('puts two texts one below the other', () => {
    const versions = { opened, theirs: { ...opened, note: 'Theirs' }, yours: { ...opened, note: 'Yours' } }
    expect(chosenFrom(versions, { note: 'both' }).note).toBe('Theirs\n\nYours')
  })
})

test('the sentence says what was picked, and what is to be chosen', () => {
  const none = { both: 0, theirs: 0, yours: 0, unknown: 0 }
  expect(pickedWords({ ...none, theirs: 2, yours: 1 })).toBe(
    'Picked for you: theirs for 2 answers that only they changed, yours for 1 answer that only you changed.',
  )
  expect(pickedWords({ ...none, both: 1 })).toBe('You both changed 1 answer: yours is picked until you choose.')
  expect(pickedWords({ ...none, unknown: 3 })).toMatch(/not known.*choose/)
  expect(pickedWords(none)).toBe('')
})
