import { RiskAssessmentDraft } from '../../shared/features/risk-assessments.ts'
import type { Instrument } from '../../shared/rules/instruments.ts'

type Given = Partial<{ [Key in keyof RiskAssessmentDraft]: unknown }>
/** An assessment as a form would hand it over; fields given replace the usual ones. */
export const anAssessment = (given: Given = {}): RiskAssessmentDraft =>
  RiskAssessmentDraft.parse({
    when: { from: '2026-11-20T00:00:00.000Z', to: null, precision: 'day', zone: 'Europe/London' },
    instrument: { id: 'topics-24', version: 1 },
    answers: [],
    judgement: 'not-decided',
    reason: null,
    clientView: null,
    escalation: null,
    nextReview: null,
    marac: null,
    note: null,
    ...given,
  })

/** The first so many items of a form answered alike. */
export const answering = (pack: Instrument, many: number, answer: string) =>
  pack.items.slice(0, many).map(({ id }) => ({ item: id, answer, source: 'client', note: null }))

/** A form as an organisation would load it, as JSON text; `change` puts in what a test is about. */
export const aPack = (change: object = {}): string =>
  JSON.stringify({
    ...{ id: 'own-form', version: 1, title: 'Our own form', effectiveFrom: null, effectiveTo: null },
    ...{ source: 'Example Service', status: 'unverified', licence: 'Invented for a test' },
    items: ['one', 'two', 'three', 'four'].map(id => ({ id, label: `Topic ${id}`, group: 'Topics' })),
    scoring: { pointsPerYes: 1 },
    bands: [aBand('standard', 0), aBand('medium', 2), aBand('high', 3)],
    reviewAfterDays: 28,
    ...change,
  })
export const aBand = (level: string, from: number) => ({ level, from, status: 'unverified', source: 'Invented' })
