import * as z from 'zod'
import {
  Answered,
  Fear,
  incidentDateProblem,
  IncidentDraft,
  IncidentSource,
  longestNarrative,
} from '../../../shared/features/incidents.ts'
import { Instant, london } from '../../../shared/kernel/dates.ts'
import { EventId } from '../../../shared/kernel/ids.ts'
import { Missing } from '../../../shared/kernel/known.ts'
import type { BehaviourCode } from '../../../shared/rules/behaviours.ts'
import { thisMoment } from '../../lib/today.ts'
import { chosen, optionalWords } from '../../lib/typed-answers.ts'
import { blankWhen, DayText, dayToTyped, WhenText, whenToTyped } from '../../ui/typed-dates.ts'

const narrative = optionalWords(longestNarrative)
const FearOrReason = z.enum([...Fear.options, ...Missing.options])
const YesNo = z.enum(['yes', 'no'])

/** The answers as typed, in a new incident, an edit and a draft alike; `revision` is the one they started from, 0 for a new one. */
export const IncidentAnswers = z
  .strictObject({
    revision: z.int().nonnegative(),
    when: WhenText,
    place: optionalWords(300),
    behaviours: z.array(z.string()).transform(codes => codes as BehaviourCode[]), // ticked in a list of them
    source: chosen(IncidentSource, 'Say who told you.'),
    clientSaid: narrative,
    observed: narrative,
    othersSaid: narrative,
    opinion: narrative,
    impact: optionalWords(10_000),
    fear: chosen(FearOrReason, 'Choose an answer, or say why there is none.'),
    witnesses: optionalWords(2_000),
    reported: chosen(Answered, 'Say whether it was reported.'),
    reportedOn: DayText.nullable(),
    reference: optionalWords(60),
    orderBreached: chosen(Answered, 'Say whether it breached an order or bail.'),
    links: z.array(z.string()),
    finished: chosen(YesNo, 'Say whether it is complete.'),
    /** Names of the files that go with the save: no part of the record, but half-typed like the rest. */
    files: z.array(z.string()),
  })
  .transform(({ revision, fear, finished, links, files: _, ...rest }) => {
    const level = Fear.safeParse(fear).data ?? null
    const missing = Missing.safeParse(fear).data ?? null
    return {
      revision,
      incident: {
        ...rest,
        fear: { value: level, missing },
        links: links.map(id => EventId.parse(id)),
        finished: finished === 'yes',
      },
    }
  })
  .superRefine(({ incident }, context) => {
    const problem = incidentDateProblem(incident, Instant.parse(thisMoment().toISOString()))
    if (problem) context.addIssue({ code: 'custom', path: [problem.field], message: problem.rule })
    const checked = IncidentDraft.safeParse(incident)
    for (const { path, message } of checked.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: path.slice(0, 1), message })
  })

export type TypedIncident = z.input<typeof IncidentAnswers>

export const blankIncident: TypedIncident = {
  revision: 0,
  when: blankWhen(london),
  place: null,
  behaviours: [],
  source: null,
  clientSaid: null,
  observed: null,
  othersSaid: null,
  opinion: null,
  impact: null,
  fear: 'not-asked',
  witnesses: null,
  reported: 'not-asked',
  reportedOn: null,
  reference: null,
  orderBreached: 'not-asked',
  links: [],
  finished: 'yes',
  files: [],
}

/** A stored incident as it would have been typed, to be corrected from this revision on. */
export const toTyped = (incident: IncidentDraft, revision: number): TypedIncident => ({
  ...draftOf(incident),
  revision,
  when: whenToTyped(incident.when),
  fear: incident.fear.value ?? incident.fear.missing,
  reportedOn: dayToTyped(incident.reportedOn),
  links: [...incident.links],
  finished: incident.finished ? 'yes' : 'no',
  files: [],
})

/** The part of a record that people decide. */
export function draftOf(incident: IncidentDraft): IncidentDraft {
  const { when, place, behaviours, source, clientSaid, observed, othersSaid, opinion } = incident
  const { impact, fear, witnesses, reported, reportedOn, reference, orderBreached, links, finished } = incident
  return {
    ...{ when, place, behaviours, source, clientSaid, observed, othersSaid, opinion },
    ...{ impact, fear, witnesses, reported, reportedOn, reference, orderBreached, links, finished },
  }
}
