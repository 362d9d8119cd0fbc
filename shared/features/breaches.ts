import * as z from 'zod'
import { command, query, savedOrConflict } from '../kernel/call.ts'
import { CalendarDay } from '../kernel/dates.ts'
import { EventStamp, Page, pageOf, Revision, When } from '../kernel/event.ts'
import { CaseId, EventId } from '../kernel/ids.ts'
import { certainlyBefore } from '../kernel/when-span.ts'
import { LinkedIds } from './events.ts'
import { YesNo } from './orders.ts'

const text = (limit: number) => z.string().trim().min(1).max(limit)

const breachShape = {
  /** When it happened. */
  when: When,
  orderId: EventId,
  /** The numbers of the terms that were broken, as the order has them. None: not known which. */
  terms: z.array(text(12)).max(100),
  what: text(10_000),
  evidence: text(4_000).nullable(),
  witnesses: text(2_000).nullable(),
  /** Whether it was reported to police, and when. */
  reported: z.strictObject({ known: YesNo, at: When.nullable(), reference: text(60).nullable() }),
  /** What police did. `arrived`: when they came or got in touch. */
  response: z.strictObject({
    arrived: When.nullable(),
    arrest: YesNo,
    arrestedOn: CalendarDay.nullable(),
    charged: YesNo,
    outcome: text(2_000).nullable(),
  }),
  /** Other records of the case that belong to it: the incident, the police report. */
  links: LinkedIds,
}
type BreachShape = z.infer<z.ZodObject<typeof breachShape>>
type Problem = { field: keyof BreachShape; rule: string }

/** What can't be true of a breach by itself, by field. What its order forbids, the store checks. */
export function breachProblems({ when, terms, reported, response }: BreachShape): Problem[] {
  const found: Problem[] = []
  const says = (field: Problem['field'], rule: string, wrong: boolean) => void (wrong && found.push({ field, rule }))
  const numbers = terms.map(number => number.toLowerCase())
  says('terms', 'term-number-twice', new Set(numbers).size < numbers.length)
  says('reported', 'reported-when-needed', reported.known === 'yes' && reported.at === null)
  const details = reported.at !== null || reported.reference !== null
  says('reported', 'not-reported-so-no-details', reported.known !== 'yes' && details)
  says('reported', 'reported-before-it-happened', reported.at !== null && certainlyBefore(reported.at, when))
  const { arrived, arrest, arrestedOn } = response
  says('response', 'answered-before-it-happened', arrived !== null && certainlyBefore(arrived, when))
  const early = arrived !== null && reported.at !== null && certainlyBefore(arrived, reported.at)
  says('response', 'answered-before-reported', early)
  says('response', 'no-arrest-so-no-day', arrest !== 'yes' && arrestedOn !== null)
  return found
}

/** What a person fills in: the same for a new breach, an edit, a draft and the command line. */
export const BreachDraft = z.strictObject(breachShape).superRefine((breach, context) => {
  for (const { field, rule } of breachProblems(breach))
    context.addIssue({ code: 'custom', message: rule, path: [field] })
})
export type BreachDraft = z.infer<typeof BreachDraft>
export const Breach = z.strictObject({ ...breachShape, ...EventStamp.shape })
export type Breach = z.infer<typeof Breach>

export const breachCalls = {
  'breaches.record': command({
    input: z.strictObject({ caseId: CaseId, breach: BreachDraft }),
    output: Breach,
    event: 'breach',
    touches: ['order'],
  }),
  'breaches.update': command({
    input: z.strictObject({ id: EventId, revision: Revision, breach: BreachDraft }),
    output: savedOrConflict(Breach, BreachDraft),
    event: 'breach',
    touches: ['order'],
  }),
  'breaches.find': query({ input: z.strictObject({ id: EventId }), output: Breach, tag: 'breach' }),
  /** Newest first; of one order, or of the whole case. */
  'breaches.listForCase': query({
    input: z.strictObject({ caseId: CaseId, orderId: EventId.nullable(), withdrawn: z.boolean(), page: Page }),
    output: pageOf(Breach),
    tag: 'breach',
  }),
}
