import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { errorCodes } from '../../shared/kernel/errors.ts'
import { CalendarDay } from '../../shared/kernel/dates.ts'
import { NewCase } from '../../shared/features/cases.ts'
import { Passphrase } from '../../shared/features/keys.ts'
import { VaultSettings } from '../../shared/features/settings.ts'
import { fieldSentence, ruleSentences, sentenceFor } from '../../shared/wording/errors.ts'
import { sizeWords } from '../../shared/wording/vault.ts'

const rulesIn = (files: string, pattern: RegExp): string[] =>
  globSync(files).flatMap(file => [...readFileSync(file, 'utf8').matchAll(pattern)].map(found => found[1] ?? ''))

test('every rule of the schemas has its sentence', () => {
  const rules = rulesIn('shared/{kernel,features}/*.ts', /error: '([a-z-]+)'/g)
  expect(rules.length).toBeGreaterThan(5)
  expect(rules.filter(rule => !(rule in ruleSentences))).toEqual([])
})

test('every code has a sentence that says what to do and ends as one', () => {
  for (const code of errorCodes) expect(sentenceFor({ code, details: {} })).toMatch(/^[A-Z].+\.$/)
})

test('a rule says more than its code, and a wait says how long', () => {
  expect(sentenceFor({ code: 'invalid-input', details: { rule: 'in-the-future' } })).toBe(
    'This is in the future. Check the date and time.',
  )
  expect(sentenceFor({ code: 'too-many-attempts', details: { seconds: '30' } })).toContain('30 seconds')
})

const sentencesOf = (schema: z.ZodType, input: unknown): string[] => {
  const parsed = schema.safeParse(input)
  return parsed.success ? [] : parsed.error.issues.map(issue => fieldSentence(issue))
}

test('each question says in plain words what it needs', () => {
  const passphrase = z.strictObject({ passphrase: Passphrase })
  expect(sentencesOf(passphrase, { passphrase: 'short' })[0]).toContain('at least 12')
  expect(
    sentencesOf(NewCase, { clientName: ' ', reference: null, status: null, ownerId: null, openedOn: '31/2/26' }),
  ).toEqual([
    'Write the client’s name.',
    'Choose where the case stands.',
    'Write the date like 24/11/26 or 24 Nov 2026.',
  ])
  expect(sentencesOf(VaultSettings, { idleMinutes: 99, quickHideKey: 'F9' })).toEqual([
    'Write a whole number of minutes from 1 to 60.',
  ])
  expect(sentencesOf(z.strictObject({ note: z.string().max(10_000) }), { note: 'x'.repeat(10_001) })).toEqual([
    'This is too long. Use at most 10,000 characters.',
  ])
  expect(sentencesOf(z.strictObject({ other: z.string() }), {})).toEqual(['Answer this question.'])
})

test('no sentence quotes what was typed', () => {
  const typed = '31 Brumaire'
  expect(sentencesOf(z.strictObject({ born: CalendarDay }), { born: typed }).join()).not.toContain(typed)
})

test('sizes read as file managers count them', () => {
  expect([840, 12_300, 3_400_000, 1_200_000_000].map(bytes => sizeWords(bytes))).toEqual([
    '840 bytes',
    '12 kB',
    '3.4 MB',
    '1.2 GB',
  ])
})
