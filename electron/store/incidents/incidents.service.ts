import {
  incidentDateProblem,
  type Incident,
  type incidentCalls,
  type IncidentDraft,
} from '../../../shared/features/incidents.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { EventStamp } from '../../../shared/kernel/event.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { behaviourLabel, inOrder, isBehaviour, type BehaviourCode } from '../../../shared/rules/behaviours.ts'
import { incidentTitle } from '../../../shared/wording/incidents.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import type { WriteTx } from '../database.ts'
import { concealerOf } from '../confidential/conceal.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { writeEvent } from '../events/events.repo.ts'
import { setLinks } from '../events/links.repo.ts'
import { summariseIncidents } from './incident-summary.repo.ts'
import { listIncidents, requireIncident, writeIncident } from './incidents.repo.ts'

export const incidentHandlers: StoreHandlers<typeof incidentCalls> = {
  'incidents.record'(tx, { caseId, incident }) {
    requireOpenCase(tx.db, caseId)
    refuseUnknown(incident.behaviours, [])
    return save(tx, { caseId, before: null, revision: 0 }, incident)
  },
  'incidents.update'(tx, { id, revision, incident }) {
    const current = requireIncident(tx.db, id)
    // Both versions go back as an answer: error details may not carry what a person typed.
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: incident }
    requireOpenCase(tx.db, current.caseId)
    refuseUnknown(incident.behaviours, current.behaviours)
    return { outcome: 'saved', record: save(tx, { caseId: current.caseId, before: current, revision }, incident) }
  },
  'incidents.find': (tx, { id }) => requireIncident(tx.db, id),
  'incidents.listForCase': (tx, { caseId, ...wanted }) =>
    listIncidents(tx.db, caseId, { ...wanted, conceal: concealerOf(tx.vault) }),
  'incidents.summary': (tx, { caseId }) => summariseIncidents(tx.db, caseId),
}

type Place = { caseId: CaseId; before: EventStamp | null; revision: number }
function save(tx: WriteTx, place: Place, given: IncidentDraft): Incident {
  const problem = incidentDateProblem(given, tx.now)
  if (problem) throw new AppError('invalid-input', problem)
  const incident = { ...given, behaviours: inOrder(given.behaviours) }
  const stamp = writeEvent(tx, {
    ...place,
    kind: 'incident',
    when: incident.when,
    title: incidentTitle(incident),
    body: searchedWords(incident),
    form: incident,
  })
  writeIncident(tx.db, stamp.id, incident)
  setLinks(tx, stamp, incident.links)
  return { ...incident, ...stamp }
}

/** Without the place: search shows what it finds, and a place may be where somebody is in hiding. */
const searchedWords = (incident: IncidentDraft): string => {
  const { clientSaid, observed, othersSaid, opinion, impact, witnesses, reference, behaviours } = incident
  return [clientSaid, observed, othersSaid, opinion, impact, witnesses, reference, ...behaviours.map(behaviourLabel)]
    .filter(Boolean)
    .join('\n')
}

/** A code that the pack has dropped stays with the records that have it. */
function refuseUnknown(given: readonly BehaviourCode[], kept: readonly BehaviourCode[]): void {
  if (given.some(code => !isBehaviour(code) && !kept.includes(code)))
    throw new AppError('invalid-input', { field: 'behaviours', rule: 'unknown-behaviour' })
}
