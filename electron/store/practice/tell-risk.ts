import { RiskAssessmentDraft, type Judgement, type Marac } from '../../../shared/features/risk-assessments.ts'
import type { ItemAnswer } from '../../../shared/rules/instruments.ts'
import { bundledInstruments } from '../../../shared/rules/instruments.ts'
import { riskAssessmentHandlers } from '../risk-assessments/risk-assessments.service.ts'
import { addDays } from '../../../shared/kernel/uk-dates.ts'
import { afterwards, asOf, dayAgo, minute, say, sayOr, someTime, type InCase } from './telling.ts'

type Form = 'topics-24' | 'topics-11' | 'professional-judgement'
export type Assessed = {
  ago: number
  form: Form
  /** How many topics got a yes, the likeliest first; and how many of the others nobody could or would answer. */
  yes: number
  open: number
  judgement: Judgement
  /** Needed where the judgement is not what the count says. */
  reason: string | null
  clientView: string | null
  escalation: string | null
  marac: Marac | null
  note?: string
}

// What is said yes to most often comes first.
const likeliest: Record<Form, readonly string[]> = {
  'topics-24': [
    ...['stalking', 'frightened', 'separation', 'control', 'more-often', 'fears', 'isolation', 'police-history'],
    ...['more-severe', 'low-mood', 'suicide-threats', 'child-contact', 'order-broken', 'kill-threats', 'money'],
    ...['substances-health', 'weapons', 'strangulation', 'harm-to-others', 'animals', 'injury', 'others-feared'],
    ...['sexual-harm', 'pregnancy'],
  ],
  'topics-11': [
    ...['extreme-fear', 'loitering', 'third-parties', 'visits', 'property-damage', 'earlier-stalking', 'helpers'],
    ...['violence-threats', 'substances', 'past-violence', 'violence-to-others'],
  ],
  'professional-judgement': [],
}
const itemNotes: Readonly<Record<string, string>> = {
  stalking: 'On most days: see the incidents.',
  frightened: 'Sleeps with the light on.',
  separation: 'Left in the spring; it began the same week.',
  control: 'Decided who {she} saw and what {she} spent.',
  'more-often': 'From once a week to nearly every day.',
  isolation: 'Has stopped seeing most friends.',
  'police-history': '{She} knows of one caution, years ago.',
  'suicide-threats': 'Twice by voicemail.',
  'order-broken': 'See the breaches.',
  strangulation: 'Once, the winter before {she} left. {She} told the doctor.',
  'extreme-fear': 'Does not open the door, not even to us, without a text first.',
  loitering: 'Outside work and opposite the house.',
  'third-parties': '{Hers} mother and two friends.',
  'property-damage': 'The car, twice.',
  helpers: 'A cousin of {his} passes on messages.',
}

/** Writes down an assessment on its day. */
export function tellAssessment(within: InCase, assessed: Assessed): void {
  const { random, caseId } = within
  const { ago, form, yes, open, judgement, reason, clientView, escalation, marac, note } = assessed
  const pack = bundledInstruments.find(({ id }) => id === form)
  if (!pack) throw new RangeError('No such form')
  const day = dayAgo(within, ago)
  const at = someTime(random, day, [10, 16])
  const order = likeliest[form]
  const answers = pack.items.map(({ id: item }) => {
    const answer = answerOf(order.indexOf(item), { yes, open })
    const said = answer === 'yes' && random.chance(0.7) ? sayOr(within, itemNotes[item]) : null
    const source = answer === 'not-asked' ? 'none' : item === 'police-history' ? 'police' : 'client'
    return { item, answer, source, note: said }
  })
  const assessment = RiskAssessmentDraft.parse({
    ...{ when: minute(at), instrument: { id: pack.id, version: pack.version }, answers, judgement, marac },
    ...{ reason: sayOr(within, reason), clientView: sayOr(within, clientView), escalation: sayOr(within, escalation) },
    nextReview: pack.reviewAfterDays === null ? addDays(day, 56) : null,
    note: note === undefined ? null : say(within, note),
  })
  riskAssessmentHandlers['riskAssessments.record'](asOf(within, afterwards(within, at, 4)), { caseId, assessment })
}

/** After the yes answers come those that nobody could or would give, turn about; the rest is no. */
function answerOf(rank: number, { yes, open }: { yes: number; open: number }): ItemAnswer {
  if (rank < yes) return 'yes'
  if (rank < yes + open) return (rank - yes) % 2 === 0 ? 'dont-know' : 'not-asked'
  return 'no'
}
