import * as z from 'zod'
import { BreachDraft, breachProblems } from '../../../shared/features/breaches.ts'
import { YesNo } from '../../../shared/features/orders.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { EventId } from '../../../shared/kernel/ids.ts'
import { thisMoment, todayIn } from '../../lib/today.ts'
import { readerOf, type AnswerReader } from '../../ui/typed-answers.ts'
import { blankWhen, dayToTyped, WhenTyped, whenToTyped } from '../../ui/typed-dates.ts'

const text = z.string().nullable()
const BreachTyped = z.strictObject({
  revision: z.int().nonnegative(),
  orderId: text,
  terms: z.array(z.string()),
  when: WhenTyped,
  what: z.string(),
  evidence: text,
  witnesses: text,
  reported: text,
  reportedAt: WhenTyped,
  reference: text,
  /** Whether police came or got in touch: `yes` opens the question when. */
  answered: text,
  arrived: WhenTyped,
  arrest: text,
  arrestedOn: text,
  charged: text,
  outcome: text,
  links: z.array(z.string()),
})
/** The answers as typed, in a new breach, an edit and a draft alike. */
export type BreachTyped = z.infer<typeof BreachTyped>

/** As typed in, as stored out: every problem that can be seen at once, each beside its question. */
export const BreachAnswers = BreachTyped.transform((typed, context) => {
  const read = readerOf(context)
  const breach = draftFrom(typed, read)
  if (breach === null) return z.NEVER
  for (const { field, rule } of breachProblems(breach)) read.says(questionOf(field, rule), rule)
  refuseFuture(breach, read)
  return read.failed() ? z.NEVER : { revision: typed.revision, breach: BreachDraft.parse(breach) }
})

type Unchecked = Parameters<typeof breachProblems>[0]
function draftFrom(typed: BreachTyped, read: AnswerReader): Unchecked | null {
  const yesNo = (field: 'reported' | 'arrest' | 'charged', sentence: string) =>
    read.chosen(field, YesNo, { typed: typed[field], sentence })
  const orderId = EventId.safeParse(typed.orderId).data
  if (orderId === undefined) read.says('orderId', 'Choose the order that was broken.')
  const when = read.when('when', typed.when)
  const what = read.needed('what', typed.what, { limit: 10_000, sentence: 'Write what happened.' })
  const evidence = read.words('evidence', typed.evidence, 4_000)
  const witnesses = read.words('witnesses', typed.witnesses, 2_000)
  const reported = yesNo('reported', 'Say whether it was reported. “Not known” is an answer.')
  const isReported = reported === 'yes'
  const at = isReported ? read.when('reportedAt', typed.reportedAt) : null
  const reference = isReported ? read.words('reference', typed.reference, 60) : null
  // What police did is asked only of what was reported, or may have been.
  const asked = reported !== 'no'
  const arrest = asked ? yesNo('arrest', 'Say whether there was an arrest. “Not known” is an answer.') : 'no'
  const charged = asked ? yesNo('charged', 'Say whether there was a charge. “Not known” is an answer.') : 'no'
  const arrived = asked && typed.answered === 'yes' ? read.when('arrived', typed.arrived) : null
  const arrestedOn = arrest === 'yes' ? read.day('arrestedOn', typed.arrestedOn) : null
  const outcome = asked ? read.words('outcome', typed.outcome, 2_000) : null
  if (read.failed() || !orderId || !when || !reported || !arrest || !charged) return null
  return {
    ...{ orderId, when, what, evidence, witnesses },
    terms: typed.terms,
    reported: { known: reported, at, reference },
    response: { arrived, arrest, arrestedOn, charged, outcome },
    links: typed.links.map(id => EventId.parse(id)),
  }
}

/** The question that shows a problem of a field: some fields are asked in parts. */
function questionOf(field: keyof BreachDraft, rule: string): keyof BreachTyped {
  if (field === 'reported') return rule === 'reported-when-needed' ? 'reported' : 'reportedAt'
  if (field === 'response') return rule === 'no-arrest-so-no-day' ? 'arrestedOn' : 'arrived'
  return field
}

function refuseFuture({ when, reported, response }: Unchecked, read: AnswerReader): void {
  const now = thisMoment().toISOString()
  const says = (field: keyof BreachTyped, ahead: boolean) => void (ahead && read.says(field, 'in-the-future'))
  says('when', (when.to ?? when.from ?? '') > now)
  says('reportedAt', (reported.at?.to ?? reported.at?.from ?? '') > now)
  says('arrived', (response.arrived?.to ?? response.arrived?.from ?? '') > now)
  says('arrestedOn', (response.arrestedOn ?? '') > todayIn(london))
}

/** An empty form for a breach of this order, and of one of its terms if it was recorded from there. */
export const blankBreach = (orderId: string | null, term: string | undefined): BreachTyped => ({
  revision: 0,
  orderId,
  terms: term === undefined ? [] : [term],
  when: blankWhen(london),
  what: '',
  evidence: null,
  witnesses: null,
  reported: null,
  reportedAt: blankWhen(london),
  reference: null,
  answered: null,
  arrived: blankWhen(london),
  arrest: null,
  arrestedOn: null,
  charged: null,
  outcome: null,
  links: [],
})

/** A stored breach as it would have been typed, to be corrected from this revision on. */
export function breachToTyped(breach: BreachDraft, revision: number): BreachTyped {
  const { orderId, terms, when, what, evidence, witnesses, reported, response, links } = breach
  return {
    ...{ revision, orderId, what, evidence, witnesses, terms, links },
    when: whenToTyped(when),
    reported: reported.known,
    reportedAt: reported.at === null ? blankWhen(london) : whenToTyped(reported.at),
    reference: reported.reference,
    answered: response.arrived === null ? null : 'yes',
    arrived: response.arrived === null ? blankWhen(london) : whenToTyped(response.arrived),
    arrest: response.arrest,
    arrestedOn: dayToTyped(response.arrestedOn),
    charged: response.charged,
    outcome: response.outcome,
  }
}
