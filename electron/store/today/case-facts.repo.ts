import { london, type CalendarDay, type Instant } from '../../../shared/kernel/dates.ts'
import type { CaseId, EventId, PersonId, UserId } from '../../../shared/kernel/ids.ts'
import { addDays, startOfDay } from '../../../shared/kernel/uk-dates.ts'
import type { RiskLevel } from '../../../shared/rules/instruments.ts'
import { orderReminderRules } from '../../../shared/rules/order-kinds.ts'
import { unsafeRules } from '../../../shared/rules/unsafe.ts'
import type { ReadDb } from '../database.ts'
import { listSilences } from '../police-reports/silences.repo.ts'
import { currentAssessments, riskStanding } from '../risk-assessments/risk-standing.repo.ts'
import { heldAt, momentOf, planStateAt } from '../safe-contact/plan-state.ts'
import { hasOpenTask } from '../tasks/tasks.repo.ts'
import type { CaseFacts, StandingOrder } from './unsafe-reasons.ts'

export type Asked = { today: CalendarDay; now: Instant; ownerId: UserId | null }
export type CaseWithFacts = { caseId: CaseId; facts: CaseFacts }

/** The cases that are looked at: open, and whoever's they are asked for. */
export const openCases = `c.status <> 'closed' AND (@ownerId IS NULL OR c.owner_id = @ownerId)`
const mostOrders = 20_000
const mostReports = 20_000

/**
 * Every open case with what says whether it is safe to leave: a few statements for all cases together, not some for each.
 * Exact but for two figures, of which it is only known that they count: what happened since the assessment, and for how long
 * police are silent. `exactly` has those.
 */
export function listCaseFacts(db: ReadDb, asked: Asked): CaseWithFacts[] {
  const incidents = lastOfKind(db, asked, 'incident')
  const risks = assessmentsByCase(db, asked, incidents)
  const plans = plansByClient(db, asked, incidents)
  const orders = ordersByCase(db, asked)
  const silences = silencesByCase(db, asked)
  return casesWithClients(db, asked).map(([caseId, clientId, planned]) => ({
    caseId,
    facts: {
      plan: plans(caseId, clientId),
      risk: risks.get(caseId) ?? null,
      orders: orders.get(caseId) ?? [],
      silences: silences.get(caseId) ?? [],
      planned: planned === 1,
    },
  }))
}

/** The same with the figures that `listCaseFacts` leaves out. */
export function exactly(db: ReadDb, { caseId, facts }: CaseWithFacts, today: CalendarDay): CaseFacts {
  const since = facts.risk && riskStanding(db, caseId, today).assessment?.since
  const silent = facts.silences.length === 0 ? [] : listSilences(db, caseId, today).rows
  return {
    ...facts,
    risk: facts.risk && { ...facts.risk, ...since },
    silences: facts.silences.map(known => {
      const { now = null } = silent.find(({ reportId }) => reportId === known.reportId) ?? {}
      return now === null ? known : { ...known, days: now.days, exact: now.exact }
    }),
  }
}

type Cells = readonly (string | number | null)[]
const rowsOf = <Row extends Cells>(db: ReadDb, sql: string, asked: Asked & Record<string, unknown>): Row[] =>
  db.prepare(sql).raw().all(asked) as Row[] // thousands of short rows of our own columns: parsing each would take longer than reading

const ofOwner = ({ ownerId }: Asked, column: string): string =>
  ownerId === null ? '' : `AND ${column} IN (SELECT id FROM cases WHERE owner_id = @ownerId)`

const casesWithClients = (db: ReadDb, asked: Asked) =>
  rowsOf<[CaseId, PersonId, number]>(
    db,
    `SELECT c.id, p.id, ${hasOpenTask} FROM cases c JOIN people p ON p.case_id = c.id AND p.role = 'client'
      WHERE ${openCases}`,
    asked,
  )

type Marks = [caseId: CaseId, recorded: Instant, happened: Instant | null, undated: Instant | null]
/** For each case when something of a kind was last recorded, when it last happened, and when one without a date was recorded. */
const lastOfKind = (db: ReadDb, asked: Asked, kind: 'incident' | 'breach'): Map<CaseId, Marks> =>
  new Map(
    rowsOf<Marks>(
      db,
      `SELECT e.case_id, max(e.created_at), max(coalesce(e.to_at, e.from_at)),
              max(iif(e.from_at IS NULL, e.created_at, NULL))
         FROM events e WHERE e.kind = @kind AND e.withdrawn_reason IS NULL ${ofOwner(asked, 'e.case_id')} GROUP BY e.case_id`,
      { ...asked, kind },
    ).map(row => [row[0], row]),
  )

type Assessed = [CaseId, EventId, RiskLevel | null, CalendarDay | null, until: Instant, recorded: Instant]
function assessmentsByCase(db: ReadDb, asked: Asked, incidents: ReadonlyMap<CaseId, Marks>) {
  const breaches = lastOfKind(db, asked, 'breach')
  const after = (marks: Marks | undefined, until: Instant, recorded: Instant): number =>
    marks !== undefined && ((marks[2] ?? '') > until || (marks[3] ?? '') > recorded) ? 1 : 0
  return new Map<CaseId, NonNullable<CaseFacts['risk']>>(
    rowsOf<Assessed>(db, currentAssessments(ofOwner(asked, 'e.case_id')), asked).map(
      ([caseId, assessmentId, level, nextReview, until, recorded]) => [
        caseId,
        {
          ...{ assessmentId, level, nextReview },
          incidents: after(incidents.get(caseId), until, recorded),
          breaches: after(breaches.get(caseId), until, recorded),
        },
      ],
    ),
  )
}

function plansByClient(db: ReadDb, asked: Asked, incidents: ReadonlyMap<CaseId, Marks>) {
  const hearings = new Map(
    rowsOf<[CaseId, string]>(
      db,
      `SELECT e.case_id, max(${heldAt}) FROM events e WHERE e.kind = 'hearing' AND e.withdrawn_reason IS NULL
          AND e.from_at <= @now ${ofOwner(asked, 'e.case_id')} GROUP BY e.case_id`,
      asked,
    ),
  )
  const moves = new Map(
    rowsOf<[PersonId, Instant]>(
      db,
      `SELECT person_id, max(updated_at) FROM identifiers WHERE kind = 'address' GROUP BY person_id`,
      asked,
    ),
  )
  const plans = new Map(
    rowsOf<[PersonId, Instant, number]>(
      db,
      `SELECT person_id, confirmed_at, json_extract(plan, '$.confirmEveryDays') FROM safe_contact_plans`,
      asked,
    ).map(row => [row[0], row]),
  )
  const stateOf = planStateAt(momentOf(db, asked.now))
  return (caseId: CaseId, clientId: PersonId): CaseFacts['plan'] => {
    const plan = plans.get(clientId)
    if (plan === undefined) return 'no-plan'
    const [, confirmedAt, confirmEveryDays] = plan
    const since = {
      incident: (incidents.get(caseId)?.[1] ?? '') > confirmedAt,
      hearing: (hearings.get(caseId) ?? '') > confirmedAt,
      move: (moves.get(clientId) ?? '') > confirmedAt,
    }
    return stateOf({ confirmedAt, confirmEveryDays, since })
  }
}

type OrderCells = Record<'is' | 'at' | 'event' | 'known' | 'from' | 'to' | 'precision' | 'zone', string | null> &
  Pick<StandingOrder, 'id' | 'kind' | 'starts' | 'replacedBy'> & { caseId: CaseId; hourKnown: number | null }

/** The orders that can have a gap: not served or not known to be, or at an end by date. */
function ordersByCase(db: ReadDb, asked: Asked): Map<CaseId, StandingOrder[]> {
  const { gapDays, endedRecentlyDays } = orderReminderRules
  const rows = db
    .prepare(
      `WITH wanted AS (
         SELECT event_id FROM orders WHERE discharged_on IS NULL AND served IN ('no', 'unknown')
         UNION SELECT event_id FROM orders WHERE discharged_on IS NULL AND expires_at BETWEEN @begin AND @end)
       SELECT e.case_id AS caseId, e.id, e.from_at AS "from", e.to_at AS "to", e.precision, e.zone, d.kind,
              d.starts_on AS starts, d.expires AS "is", d.expires_at AS at, d.expires_hour_known AS hourKnown,
              d.expires_event AS event, d.served AS known,
              (SELECT n.event_id FROM orders n JOIN events s ON s.id = n.event_id
                WHERE n.replaces = d.event_id AND s.withdrawn_reason IS NULL LIMIT 1) AS replacedBy
         FROM wanted CROSS JOIN orders d ON d.event_id = wanted.event_id JOIN events e ON e.id = d.event_id
        WHERE e.withdrawn_reason IS NULL AND (d.expires_at IS NULL OR d.expires_at >= @begin) ${ofOwner(asked, 'e.case_id')}
        LIMIT ${String(mostOrders)}`,
    )
    .all({
      ownerId: asked.ownerId,
      begin: startOfDay(addDays(asked.today, -endedRecentlyDays), london),
      end: startOfDay(addDays(asked.today, gapDays + 2), london),
    })
  return grouped((rows as OrderCells[]).map(row => [row.caseId, toStandingOrder(row)])) // the columns just asked for
}

function toStandingOrder({ is, at, event, hourKnown, known, from, to, precision, zone, ...row }: OrderCells) {
  const ends = is === 'at' ? { is, at, hourKnown: hourKnown === 1 } : is === 'event' ? { is, event } : { is }
  return {
    ...{ id: row.id, kind: row.kind, starts: row.starts, replacedBy: row.replacedBy, discharged: null },
    when: { from, to, precision, zone },
    expires: ends,
    // How it was served says nothing about a gap.
    served: { known, at: null, how: null, by: null },
  } as StandingOrder // held to its schema when it was written
}

/** The open reports about which police have been silent for long, by London's calendar. */
function silencesByCase(db: ReadDb, asked: Asked): Map<CaseId, CaseFacts['silences'][number][]> {
  const days = unsafeRules.silenceDays
  const rows = rowsOf<[CaseId, EventId]>(
    db,
    `SELECT e.case_id, e.id FROM police_reports d CROSS JOIN events e ON e.id = d.event_id
      WHERE (d.outcome_code = 0 OR (d.outcome_code IS NULL AND d.outcome_on IS NULL)) AND e.withdrawn_reason IS NULL
        AND coalesce(e.to_at, e.from_at) < @heard ${ofOwner(asked, 'e.case_id')}
        AND NOT EXISTS (
          SELECT 1 FROM events n JOIN police_contacts k ON k.event_id = n.id
           WHERE n.kind = 'police-contact' AND n.case_id = e.case_id AND n.withdrawn_reason IS NULL
             AND coalesce(n.to_at, n.from_at) >= @heard AND k.direction = 'from-police')
      LIMIT ${String(mostReports)}`,
    { ...asked, heard: startOfDay(addDays(asked.today, 1 - days), london) },
  )
  return grouped(rows.map(([caseId, reportId]) => [caseId, { reportId, days, exact: true }]))
}

function grouped<Value>(entries: readonly [CaseId, Value][]): Map<CaseId, Value[]> {
  const found = new Map<CaseId, Value[]>()
  for (const [caseId, value] of entries) {
    const others = found.get(caseId)
    if (others) others.push(value)
    else found.set(caseId, [value])
  }
  return found
}
