import {
  HearingDraft,
  type Direction,
  type HearingMeasure,
  type HearingOutcome,
} from '../../../shared/features/hearings.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { measureLabel } from '../../../shared/rules/special-measures.ts'
import {
  clientRequiredWords,
  conclusionWords,
  hearingQuestions,
  kindWords,
  measureStateWords,
  modeWords,
  outcomeQuestions,
} from '../../../shared/wording/hearings.ts'
import { showWhen } from '../../../shared/wording/when.ts'

type FieldId = keyof HearingDraft

/** Asked for 2 Nov 2026, decided 16 Nov 2026, a note. Empty where nothing of it is known. */
export const measureDates = ({ requestedOn, decidedOn, note }: HearingMeasure): string =>
  [requestedOn && `asked for ${showDay(requestedOn)}`, decidedOn && `decided ${showDay(decidedOn)}`, note]
    .filter(Boolean)
    .join(', ')

function measureWords(measure: HearingMeasure): string {
  const dates = measureDates(measure)
  return `${measureLabel(measure.id)}: ${measureStateWords[measure.state].toLowerCase()}${dates && `, ${dates}`}`
}

/** Ms Sample, by 3 Dec 2026. */
export const directionNote = ({ who, dueOn }: Direction): string =>
  [who, dueOn && `by ${showDay(dueOn)}`].filter(Boolean).join(', ')

function outcomeLines(outcome: HearingOutcome): string {
  const { result, conditions, conclusion, awaitingReason, clientToldOn, toldHow } = outcome
  return [
    result,
    conditions && `${outcomeQuestions.conditions}: ${conditions}`,
    conclusionWords[conclusion],
    awaitingReason,
    clientToldOn && `${outcomeQuestions.clientToldOn} ${showDay(clientToldOn)}`,
    toldHow,
  ]
    .filter(Boolean)
    .join('\n')
}

const inWords: { [Id in FieldId]: (hearing: HearingDraft) => string | null } = {
  when: ({ when }) => showWhen(when),
  kind: ({ kind }) => kindWords(kind),
  court: ({ court }) => court,
  courtAddress: ({ courtAddress }) => courtAddress,
  room: ({ room }) => room,
  listingNote: ({ listingNote }) => listingNote,
  caseNumber: ({ caseNumber }) => caseNumber,
  purpose: ({ purpose }) => purpose,
  judge: ({ judge }) => judge,
  mode: ({ mode }) => modeWords[mode],
  link: ({ link }) => link,
  clientRequired: ({ clientRequired }) => clientRequiredWords[clientRequired],
  whoAttends: ({ whoAttends }) => whoAttends,
  courtToldOn: ({ courtToldOn }) => courtToldOn && showDay(courtToldOn),
  specialMeasures: ({ specialMeasures }) => specialMeasures.map(measureWords).join('\n') || null,
  interpreter: ({ interpreter }) => interpreter,
  arrivalPlan: ({ arrivalPlan }) => arrivalPlan,
  bring: ({ bring }) => bring,
  directions: ({ directions }) =>
    directions.map(one => [one.text, directionNote(one)].filter(Boolean).join('\n')).join('\n') || null,
  outcome: ({ outcome }) => outcome && outcomeLines(outcome),
}
const fieldIds = Object.keys(inWords) as FieldId[] // its keys are the questions, in their order

/** Two states of a hearing, question by question, as a person reads them. */
export const diffOf = (before: HearingDraft, after: HearingDraft) =>
  fieldIds.map(id => ({ id, label: hearingQuestions[id], before: inWords[id](before), after: inWords[id](after) }))

/** What a version of the record held. Null where an older app wrote something this one can't read. */
export const hearingOfVersion = (values: Record<string, unknown>): HearingDraft | null =>
  HearingDraft.safeParse(values).data ?? null
