import * as z from 'zod'
import { RiskStanding } from '../../../shared/features/risk-assessments.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import type { ReadDb } from '../database.ts'

const newestWithLevel = 'd.level IS NULL, e.sort_at DESC, e.id DESC'
/** The assessment that says how a case `c` stands, as `r` and its event `re`: the newest with a level, else the newest. */
export const currentAssessment = `risk_assessments r ON r.event_id = (
    SELECT e.id FROM events e JOIN risk_assessments d ON d.event_id = e.id
     WHERE e.case_id = c.id AND e.kind = 'risk-assessment' AND e.withdrawn_reason IS NULL
     ORDER BY ${newestWithLevel} LIMIT 1)`
/**
 * The same for many cases at once: `many` narrows down whose events `e` are looked at. One walk along an index, without a sort:
 * SQLite takes the other columns from the row that has the maximum.
 */
export const currentAssessments = (
  many: string,
): string => `SELECT e.case_id, d.event_id, d.level, d.next_review, d.until_at, e.created_at,
         max(iif(d.level IS NULL, '0', '1') || coalesce(e.from_at, '') || ' ' || e.id)
    FROM events e INDEXED BY events_in_short
    CROSS JOIN risk_assessments d INDEXED BY risk_assessments_in_short ON d.event_id = e.id
   WHERE e.kind = 'risk-assessment' AND e.withdrawn_reason IS NULL ${many} GROUP BY e.case_id`
/** What happened after that assessment, or has no date and was recorded after it. */
const since = (kinds: string): string => `FROM events n
    WHERE n.case_id = re.case_id AND n.kind IN (${kinds}) AND n.withdrawn_reason IS NULL
      AND (coalesce(n.to_at, n.from_at) > r.until_at OR (n.from_at IS NULL AND n.created_at > re.created_at))`
/** Whether that assessment is due for review on the day `@today`. */
export const reviewIsDue = `(coalesce(r.next_review <= @today, 0) OR EXISTS (SELECT 1 ${since(`'incident', 'breach'`)}))`

const Row = z.looseObject({ from: z.unknown(), precision: z.unknown(), zone: z.unknown(), due: z.int() })

/** How the risk of a case stands on a day. */
export function riskStanding(db: ReadDb, caseId: CaseId, today: CalendarDay): RiskStanding {
  const row = db
    .prepare(
      `SELECT r.event_id AS id, re.from_at AS "from", re.precision, re.zone, i.title AS instrumentTitle, r.level,
              CASE WHEN r.level IS NULL THEN 'none' WHEN r.judgement = 'not-decided' THEN 'count' ELSE 'judgement' END AS basis,
              r.next_review AS nextReview, (SELECT count(*) ${since(`'incident'`)}) AS incidents,
              (SELECT count(*) ${since(`'breach'`)}) AS breaches, ${reviewIsDue} AS due
         FROM cases c JOIN ${currentAssessment} JOIN events re ON re.id = r.event_id
         JOIN instruments i ON i.id = r.instrument_id AND i.version = r.instrument_version
        WHERE c.id = @caseId`,
    )
    .get({ caseId, today })
  if (row === undefined) return { assessment: null, reviewDue: false }
  const { from, precision, zone, due, incidents, breaches, ...rest } = Row.parse(row)
  const when = { from, to: null, precision, zone }
  return RiskStanding.parse({ assessment: { ...rest, when, since: { incidents, breaches } }, reviewDue: due === 1 })
}
