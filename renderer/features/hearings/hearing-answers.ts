import * as z from 'zod'
import {
  ClientRequired,
  Conclusion,
  HearingDraft,
  HearingMode,
  MeasureState,
  type HearingMeasure,
  type HearingOutcome,
} from '../../../shared/features/hearings.ts'
import { london, type CalendarDay } from '../../../shared/kernel/dates.ts'
import { HearingKindId } from '../../../shared/rules/hearing-kinds.ts'
import { todayIn } from '../../lib/today.ts'
import { chosen, optionalWords, words } from '../../ui/answer-schemas.ts'
import { blankWhen, DayText, dayToTyped, WhenText, whenToTyped } from '../../ui/typed-dates.ts'

const notAhead = DayText.nullable().superRefine((day: CalendarDay | null, context) => {
  if (day !== null && day > todayIn(london)) context.addIssue({ code: 'custom', message: 'in-the-future' })
})

const MeasureAnswers = z.strictObject({
  id: z.string(),
  state: chosen(MeasureState, 'Say where this stands.'),
  requestedOn: DayText.nullable(),
  decidedOn: DayText.nullable(),
  note: optionalWords(500),
})
const DirectionAnswers = z.strictObject({
  text: words(2_000).min(1),
  dueOn: DayText.nullable(),
  who: optionalWords(160),
})

/** How a hearing ended, as typed. */
export const OutcomeAnswers = z
  .strictObject({
    result: words(5_000).min(1),
    conditions: optionalWords(5_000),
    conclusion: chosen(Conclusion, 'Say whether there is a next date.'),
    awaitingReason: optionalWords(500),
    clientToldOn: notAhead,
    toldHow: optionalWords(300),
  })
  .superRefine(({ conclusion, awaitingReason }, context) => {
    if (conclusion === 'awaiting-date' && awaitingReason === null)
      context.addIssue({ code: 'custom', path: ['awaitingReason'], message: 'awaiting-reason-needed' })
  })
  // A reason that was typed before the answer was changed is not one any more.
  .transform(answer => ({
    ...answer,
    awaitingReason: answer.conclusion === 'awaiting-date' ? answer.awaitingReason : null,
  }))
export type TypedOutcome = z.input<typeof OutcomeAnswers>
export const blankOutcome: TypedOutcome = {
  ...{ result: '', conditions: null, conclusion: null, awaitingReason: null, clientToldOn: null, toldHow: null },
}

const fields = {
  when: WhenText,
  kind: chosen(HearingKindId, 'Choose what kind of hearing it is.'),
  court: words(160).min(1),
  courtAddress: optionalWords(300),
  room: optionalWords(80),
  listingNote: optionalWords(200),
  caseNumber: optionalWords(60),
  purpose: optionalWords(2_000),
  judge: optionalWords(160),
  mode: chosen(HearingMode, 'Say how it is held.'),
  link: optionalWords(500),
  clientRequired: chosen(ClientRequired, 'Say whether the client has to be there.'),
  whoAttends: optionalWords(2_000),
  courtToldOn: notAhead,
  specialMeasures: z.array(MeasureAnswers),
  interpreter: optionalWords(200),
  arrivalPlan: optionalWords(2_000),
  bring: optionalWords(2_000),
  directions: z.array(DirectionAnswers),
}
/** The answers as typed; `revision` is the one they started from, 0 for a new hearing. */
export const HearingAnswers = z
  .strictObject({
    revision: z.int().nonnegative(),
    ...fields,
    outcome: OutcomeAnswers.nullable(),
    skipTasks: z.array(z.string()),
  })
  .transform(({ revision, skipTasks, ...hearing }) => ({ revision, skipTasks, hearing: HearingDraft.parse(hearing) }))
export type TypedHearing = z.input<typeof HearingAnswers>
export type TypedMeasure = TypedHearing['specialMeasures'][number]

export const blankHearing: TypedHearing = {
  ...{ revision: 0, when: blankWhen(london), kind: null, court: '', courtAddress: null, room: null, listingNote: null },
  ...{ caseNumber: null, purpose: null, judge: null, mode: 'in-person', link: null, clientRequired: null },
  ...{ whoAttends: null, courtToldOn: null, specialMeasures: [], interpreter: null, arrivalPlan: null, bring: null },
  ...{ directions: [], outcome: null, skipTasks: [] },
}

const typedMeasure = ({ requestedOn, decidedOn, ...measure }: HearingMeasure): TypedMeasure => ({
  ...measure,
  requestedOn: dayToTyped(requestedOn),
  decidedOn: dayToTyped(decidedOn),
})
const typedOutcome = (outcome: HearingOutcome): TypedOutcome => ({
  ...outcome,
  clientToldOn: dayToTyped(outcome.clientToldOn),
})

/** A stored hearing as it would have been typed, to be corrected from this revision on. */
export function toAnswers(hearing: HearingDraft, revision: number): TypedHearing {
  const draft = draftOf(hearing)
  return {
    ...draft,
    ...{ revision, skipTasks: [], when: whenToTyped(draft.when), courtToldOn: dayToTyped(draft.courtToldOn) },
    specialMeasures: draft.specialMeasures.map(typedMeasure),
    directions: draft.directions.map(direction => ({ ...direction, dueOn: dayToTyped(direction.dueOn) })),
    outcome: draft.outcome && typedOutcome(draft.outcome),
  }
}

const Draft = HearingDraft.strip()
/** The part of a record that people decide. */
export const draftOf = (hearing: HearingDraft): HearingDraft => Draft.parse(hearing)

/** What a next hearing takes over from the one before it: who, where and how, but nothing of the day itself. */
export const takenOver = (hearing: HearingDraft): HearingDraft => ({
  ...draftOf(hearing),
  ...{ room: null, listingNote: null, purpose: null, judge: null, link: null, courtToldOn: null },
  ...{ directions: [], outcome: null },
})
/** The same as it would have been typed, with its date and kind still to be answered. */
export const carriedOver = (hearing: HearingDraft): TypedHearing => ({
  ...toAnswers(takenOver(hearing), 0),
  when: blankWhen(london),
  kind: null,
})
