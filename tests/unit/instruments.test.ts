import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assessmentProblem } from '../../shared/features/risk-assessments.ts'
import { Instant } from '../../shared/kernel/dates.ts'
import { bundledInstruments, Instrument, ItemAnswer, isInEffect, scoreOf } from '../../shared/rules/instruments.ts'
import { bandLine, runningCount, scoreLine } from '../../shared/wording/risk-assessments.ts'
import { aBand, anAssessment, answering, aPack } from '../support/risk-assessments.ts'

const folder = 'shared/rules/instruments'
const named = (id: string): Instrument => {
  const found = bundledInstruments.find(pack => pack.id === id)
  if (!found) throw new Error('no such pack')
  return found
}
const ofOwn = (change: object = {}): Instrument => Instrument.parse(JSON.parse(aPack(change)))
/** The rule by which a pack is refused. */
const refusedFor = (change: object): string | undefined =>
  Instrument.safeParse(JSON.parse(aPack(change))).error?.issues[0]?.message

describe('what comes with the app', () => {
  test('every file is a whole pack and in the bundle, with 24, 11 and no topics', () => {
    const files = readdirSync(folder).map(name => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as object)
    expect(files.map(file => Instrument.parse(file).id).sort()).toEqual(bundledInstruments.map(({ id }) => id).sort())
    expect(['topics-24', 'topics-11', 'professional-judgement'].map(id => named(id).items.length)).toEqual([24, 11, 0])
  })

  test('labels are short and ours: topics, never a question', () => {
    for (const { items } of bundledInstruments)
      for (const { label } of items) {
        expect(label.length).toBeLessThanOrEqual(44)
        expect(label).not.toMatch(/\?|\b(?:you|your)\b/i)
      }
  })

  test('24 topics: high from 14, medium from 10 as local practice; 11 topics: no cut-off', () => {
    const { bands } = named('topics-24')
    expect(bands.map(({ level, from, status }) => [level, from, status])).toEqual([
      ['standard', 0, 'secondary'],
      ['medium', 10, 'secondary'],
      ['high', 14, 'verified'],
    ])
    expect(named('topics-11').bands).toEqual([])
  })
})

describe('a broken pack is refused by its rule', () => {
  test.each([
    ['bands-not-ascending', { bands: [aBand('standard', 3), aBand('high', 1)] }],
    ['bands-not-ascending', { bands: [aBand('high', 0), aBand('standard', 3)] }],
    ['bands-overlap', { bands: [aBand('standard', 2), aBand('high', 2)] }],
    ['bands-overlap', { bands: [aBand('medium', 1), aBand('medium', 2)] }],
    ['band-beyond-points', { bands: [aBand('standard', 0), aBand('high', 5)] }],
    ['bands-without-points', { scoring: null }],
    ['instrument-empty', { items: [], bands: [] }],
    ['item-twice', { items: [1, 2, 3].map(() => ({ id: 'same', label: 'Topic', group: 'Topics' })) }],
    ['range-backwards', { effectiveFrom: '2026-02-01', effectiveTo: '2026-01-01' }],
  ])('%s', (rule, change) => expect(refusedFor(change)).toBe(rule))

  test('and a whole one is not, at the very edge too', () => {
    expect(refusedFor({})).toBeUndefined()
    expect(refusedFor({ bands: [aBand('high', 4)] })).toBeUndefined()
    expect(refusedFor({ bands: [aBand('high', 8)], scoring: { pointsPerYes: 2 } })).toBeUndefined()
    expect(refusedFor({ items: [], bands: [], scoring: null })).toBeUndefined()
  })
})

describe('scoring', () => {
  const answers = (pack: Instrument) =>
    fc
      .array(fc.constantFrom(...ItemAnswer.options), { minLength: pack.items.length, maxLength: pack.items.length })
      .map(all => pack.items.map(({ id }, index) => ({ item: id, answer: all[index] ?? 'not-asked' })))

  test('every answer counts once, in its own place; open answers never count as no', () => {
    const pack = named('topics-24')
    fc.assert(
      fc.property(answers(pack), given => {
        const score = scoreOf(pack, given)
        const many = (answer: ItemAnswer) => given.filter(one => one.answer === answer).length
        expect(score).toMatchObject({
          ...{ items: 24, yes: many('yes'), no: many('no'), points: many('yes') },
          ...{ dontKnow: many('dont-know'), notAsked: many('not-asked') },
        })
        const unasked = scoreOf(
          pack,
          given.filter(({ answer }) => answer !== 'not-asked'),
        )
        expect(unasked).toEqual(score) // left out is not asked
      }),
    )
  })

  test('one more yes never lowers the band, and the band is never above what it could be', () => {
    const pack = named('topics-24')
    const rank = { none: 0, standard: 1, medium: 2, high: 3 }
    const at = (level: 'standard' | 'medium' | 'high' | null) => rank[level ?? 'none']
    fc.assert(
      fc.property(answers(pack), fc.nat(23), (given, place) => {
        const before = scoreOf(pack, given)
        const after = scoreOf(
          pack,
          given.map((one, index) => (index === place ? { ...one, answer: 'yes' as const } : one)),
        )
        expect(at(after.band)).toBeGreaterThanOrEqual(at(before.band))
        expect(at(before.couldBe)).toBeGreaterThanOrEqual(at(before.band))
      }),
    )
  })

  test('bands begin at their number', () => {
    const pack = named('topics-24')
    const band = (yes: number) => scoreOf(pack, answering(pack, yes, 'yes') as never).band
    expect([1, 9, 10, 13, 14, 24].map(band)).toEqual(['standard', 'standard', 'medium', 'medium', 'high', 'high'])
  })

  test('where nothing was asked there is no band, and 24 not asked is not standard', () => {
    expect(scoreOf(named('topics-24'), [])).toMatchObject({ notAsked: 24, no: 0, band: null, couldBe: null })
    expect(scoreOf(named('professional-judgement'), [])).toMatchObject({ points: null, band: null })
    const eleven = named('topics-11')
    expect(scoreOf(eleven, answering(eleven, 11, 'yes') as never)).toMatchObject({ points: 11, band: null })
  })

  test('in words: open answers are said, and what they could change', () => {
    const pack = named('topics-24')
    const score = scoreOf(pack, [...answering(pack, 9, 'yes')] as never)
    expect(scoreLine(score)).toBe('9 of 24 answered yes')
    expect(runningCount(score)).toBe('9 yes, 0 no, 0 don’t know, 15 not asked')
    expect(bandLine(score)).toBe('Counts as standard by this form; up to high if the 15 open answers were yes')
    expect(scoreLine(scoreOf(named('professional-judgement'), []))).toBeNull()
  })
})

describe('what an assessment needs by its form', () => {
  const now = Instant.parse('2026-11-24T09:30:00.000Z')
  const own = ofOwn()
  const problem = (given: object, pack = own) => assessmentProblem(anAssessment(given), pack, now)?.rule
  const two = answering(own, 2, 'yes')

  test('a reason where the judgement is not what the count says', () => {
    expect(problem({ answers: two, judgement: 'medium' })).toBeUndefined()
    expect(problem({ answers: two, judgement: 'not-decided' })).toBeUndefined()
    expect(problem({ answers: two, judgement: 'high' })).toBe('judgement-reason-needed')
    expect(problem({ answers: two, judgement: 'standard' })).toBe('judgement-reason-needed')
    expect(problem({ answers: two, judgement: 'high', reason: 'Strangled last week' })).toBeUndefined()
    expect(problem({ judgement: 'standard' })).toBe('judgement-reason-needed') // nothing was asked
  })

  test('a form that was in use that day, and a review that does not come before it', () => {
    const old = ofOwn({ effectiveTo: '2026-11-19' })
    expect(problem({}, old)).toBe('instrument-not-in-effect')
    expect(isInEffect(old, '2026-11-19' as never)).toBe(true)
    expect(problem({ nextReview: '2026-11-19' })).toBe('review-before-assessment')
    expect(problem({ nextReview: '2026-11-20' })).toBeUndefined()
    const tomorrow = { from: '2026-11-25T00:00:00.000Z', to: null, precision: 'day', zone: 'Europe/London' }
    expect(problem({ when: tomorrow })).toBe('in-the-future')
  })
})
