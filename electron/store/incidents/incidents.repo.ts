import * as z from 'zod'
import { Incident, IncidentRow, type IncidentDraft, type IncidentFilter } from '../../../shared/features/incidents.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Page, PageOf } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { BehaviourCode, codesOf, inOrder } from '../../../shared/rules/behaviours.ts'
import { TextColumn } from '../columns.ts'
import { excerptOf } from '../confidential/conceal.ts'
import type { Conceal } from '../confidential/confidential-words.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { endOfTime, eventColumns, sortCursor, splitEventRow, standing } from '../events/events.repo.ts'
import { pageFrom } from '../pages.ts'

const behaviourCodes = `(SELECT json_group_array(b.code) FROM incident_behaviours b WHERE b.event_id = e.id) AS behaviours`
const listed = `${eventColumns}, ${behaviourCodes}, d.source, d.reported, d.reported_on AS reportedOn,
  d.order_breached AS orderBreached, d.finished, d.fear, d.fear_missing`
const columns = `${listed}, d.place, d.client_said AS clientSaid, d.observed, d.others_said AS othersSaid, d.opinion,
  d.impact, d.witnesses, d.reference,
  (SELECT json_group_array(l.to_id ORDER BY l.to_id) FROM event_links l WHERE l.from_id = e.id) AS links`
const joined = 'FROM events e JOIN incidents d ON d.event_id = e.id'

/** Writes what is peculiar to an incident; the spine's row is there already. */
export function writeIncident(db: WriteDb, id: EventId, incident: IncidentDraft): void {
  const { behaviours, fear, finished, when: _, links: _links, ...rest } = incident
  db.prepare(
    `REPLACE INTO incidents (event_id, place, client_said, observed, others_said, opinion, impact, fear, fear_missing,
       witnesses, source, reported, reported_on, reference, order_breached, finished)
     VALUES (@id, @place, @clientSaid, @observed, @othersSaid, @opinion, @impact, @fear, @fearMissing,
       @witnesses, @source, @reported, @reportedOn, @reference, @orderBreached, @finished)`,
  ).run({ ...rest, id, fear: fear.value, fearMissing: fear.missing, finished: finished ? 1 : 0 })
  db.prepare('DELETE FROM incident_behaviours WHERE event_id = ?').run(id)
  const insert = db.prepare('INSERT INTO incident_behaviours (event_id, code) VALUES (?, ?)')
  for (const code of behaviours) insert.run(id, code)
}

/** Throws `not-found`. */
export function requireIncident(db: ReadDb, id: EventId): Incident {
  const row = db.prepare(`SELECT ${columns} ${joined} WHERE e.id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'incident', id })
  const { links, ...fields } = z.looseObject({ links: z.string() }).parse(fieldsOf(row))
  const linked: unknown = JSON.parse(links)
  return Incident.parse({ ...fields, links: linked })
}

/** The incidents of a case, newest first, those with an unknown date last. Without places, and with an excerpt for its accounts. */
export function listIncidents(
  db: ReadDb,
  caseId: CaseId,
  { filter, page, conceal }: { filter: IncidentFilter; page: Page; conceal: Conceal },
): PageOf<IncidentRow> {
  const where = `WHERE e.case_id = @caseId AND e.kind = 'incident' ${filter.withdrawn ? '' : standing}
    ${conditionsOf(filter)}`
  const given = {
    caseId,
    reported: filter.reported,
    codes: JSON.stringify(filter.group === null ? [] : codesOf(filter.group)),
  }
  const rows = db
    .prepare(
      `SELECT ${listed}, e.sort_at AS sortAt,
              coalesce(d.client_said, d.observed, d.others_said, d.opinion) AS excerpt,
              (SELECT count(*) FROM event_files f WHERE f.event_id = e.id AND f.removed_at IS NULL) AS attachments
         ${joined} ${where} AND (e.sort_at, e.id) < (@at, @id)
        ORDER BY e.sort_at DESC, e.id DESC LIMIT @limit + 1`,
    )
    .all({ ...given, ...(page.after ?? endOfTime), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) ${joined} ${where}`).pluck().get(given))
  return pageFrom(rows, {
    ...{ total, limit: page.limit, cursorOf: sortCursor },
    toRow(row) {
      const found = IncidentRow.parse(fieldsOf(row))
      return { ...found, excerpt: excerptOf(conceal, found.excerpt) }
    },
  })
}

const conditionsOf = ({ group, reported, breached, unfinished }: IncidentFilter): string =>
  [
    group === null
      ? ''
      : `AND EXISTS (SELECT 1 FROM incident_behaviours b WHERE b.event_id = e.id
                        AND b.code IN (SELECT value FROM json_each(@codes)))`,
    reported === null ? '' : 'AND d.reported = @reported',
    breached ? `AND d.order_breached = 'yes'` : '',
    unfinished ? 'AND d.finished = 0' : '',
  ].join(' ')

const Codes = z.array(BehaviourCode)
/** A row's columns under the names of the schema, which parses them. */
function fieldsOf(row: unknown): object {
  const { when, stamp, detail } = splitEventRow(row)
  const { fear, fear_missing, finished, behaviours, sortAt: _, ...rest } = detail
  const codes = Codes.parse(JSON.parse(TextColumn.parse(behaviours)))
  return {
    ...stamp,
    ...rest,
    when,
    behaviours: inOrder(codes),
    finished: finished === 1,
    fear: { value: fear, missing: fear_missing },
  }
}
