import { IncidentDraft } from '../../../shared/features/incidents.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { behaviourLabel } from '../../../shared/rules/behaviours.ts'
import { answeredWords, fearWords, incidentQuestions, sourceTold } from '../../../shared/wording/incidents.ts'
import { count, showWhen } from '../../../shared/wording/when.ts'
import { missingWords } from '../../ui/KnownField.tsx'

type FieldId = keyof IncidentDraft
export type DiffField = { id: FieldId; label: string; before: string | null; after: string | null }

const inWords: { [Id in FieldId]: (incident: IncidentDraft) => string | null } = {
  when: ({ when }) => showWhen(when),
  place: ({ place }) => place,
  behaviours: ({ behaviours }) => behaviours.map(behaviourLabel).join(', ') || null,
  source: ({ source }) => sourceTold[source],
  clientSaid: ({ clientSaid }) => clientSaid,
  observed: ({ observed }) => observed,
  othersSaid: ({ othersSaid }) => othersSaid,
  opinion: ({ opinion }) => opinion,
  impact: ({ impact }) => impact,
  fear: ({ fear }) => fearLine(fear),
  witnesses: ({ witnesses }) => witnesses,
  reported: ({ reported }) => answeredWords[reported],
  reportedOn: ({ reportedOn }) => reportedOn && showDay(reportedOn),
  reference: ({ reference }) => reference,
  orderBreached: ({ orderBreached }) => answeredWords[orderBreached],
  links: ({ links }) => (links.length === 0 ? null : count(links.length, 'record')),
  finished: ({ finished }) => (finished ? 'Yes' : 'Not yet'),
}

const fieldIds = Object.keys(inWords) as FieldId[] // its keys are the questions, in their order

/** A lot of fear, or why nobody knows. */
export function fearLine({ value, missing }: IncidentDraft['fear']): string {
  return value === null ? missingWords(missing ?? 'unknown') : fearWords[value]
}

/** Two states of an incident, question by question, as a person reads them. */
export const diffOf = (before: IncidentDraft, after: IncidentDraft): DiffField[] =>
  fieldIds.map(id => ({
    id,
    label: incidentQuestions[id],
    before: inWords[id](before),
    after: inWords[id](after),
  }))

/** What a version of the record held. Null where an older app wrote something this one can't read. */
export const incidentOfVersion = (values: Record<string, unknown>): IncidentDraft | null =>
  IncidentDraft.safeParse(values).data ?? null
