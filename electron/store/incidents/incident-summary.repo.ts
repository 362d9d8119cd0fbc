import * as z from 'zod'
import { Answered, IncidentSummary } from '../../../shared/features/incidents.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { behaviours } from '../../../shared/rules/behaviours.ts'
import type { ReadDb } from '../database.ts'
import { standing } from '../events/events.repo.ts'

const joined = 'FROM events e JOIN incidents d ON d.event_id = e.id'
const where = `WHERE e.case_id = @caseId AND e.kind = 'incident' ${standing}`
const groupOfCode = JSON.stringify(Object.fromEntries(behaviours.map(({ id, group }) => [id, group])))
const inFigures = ['incidents', 'unfinished', 'undated', 'breached'] as const

/** The incidents of a case in figures, without those that were entered in error. */
export function summariseIncidents(db: ReadDb, caseId: CaseId): IncidentSummary {
  const answers = Answered.options.map(answer => `count(*) FILTER (WHERE d.reported = '${answer}') AS "${answer}"`)
  const counted = z.record(z.string(), z.int()).parse(
    db
      .prepare(
        `SELECT count(*) AS incidents, count(*) FILTER (WHERE d.finished = 0) AS unfinished,
                count(*) FILTER (WHERE e.from_at IS NULL) AS undated,
                count(*) FILTER (WHERE d.order_breached = 'yes') AS breached, ${answers.join(', ')}
           ${joined} ${where}`,
      )
      .get({ caseId }),
  )
  return IncidentSummary.parse({
    ...Object.fromEntries(inFigures.map(name => [name, counted[name]])),
    reported: Object.fromEntries(Answered.options.map(answer => [answer, counted[answer]])),
    first: edge(db, caseId, 'first'),
    last: edge(db, caseId, 'last'),
    groups: countGroups(db, caseId),
  })
}

const edges = { first: ['e.from_at', 'ASC'], last: ['coalesce(e.to_at, e.from_at)', 'DESC'] } as const
/** The dated incident that began first, or ended last. */
function edge(db: ReadDb, caseId: CaseId, which: keyof typeof edges): object | null {
  const [moment, order] = edges[which]
  const found = db
    .prepare(
      `SELECT ${moment} AS at, e.zone, e.precision FROM events e ${where} AND e.from_at IS NOT NULL
        ORDER BY ${moment} ${order} LIMIT 1`,
    )
    .get({ caseId })
  if (found === undefined) return null
  const { precision, ...rest } = z.looseObject({ precision: z.string() }).parse(found)
  return { ...rest, exact: precision !== 'about' }
}

/** An incident with two behaviours of one group counts once in it. */
const countGroups = (db: ReadDb, caseId: CaseId): unknown[] =>
  db
    .prepare(
      `WITH pack AS MATERIALIZED (SELECT key AS code, value AS "group" FROM json_each(@groupOfCode))
       SELECT pack."group", count(DISTINCT e.id) AS incidents
         FROM events e JOIN incident_behaviours b ON b.event_id = e.id JOIN pack ON pack.code = b.code
         ${where} GROUP BY pack."group" ORDER BY incidents DESC, pack."group"`,
    )
    .all({ caseId, groupOfCode })
