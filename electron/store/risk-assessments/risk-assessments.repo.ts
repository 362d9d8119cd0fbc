import * as z from 'zod'
import {
  RiskAssessment,
  RiskAssessmentRow,
  type RiskAssessmentDraft,
} from '../../../shared/features/risk-assessments.ts'
import type { Instant } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Page, PageOf } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import type { InstrumentId, RiskLevel, Score } from '../../../shared/rules/instruments.ts'
import { TextColumn } from '../columns.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { endOfTime, eventColumns, sortCursor, splitEventRow, standing } from '../events/events.repo.ts'
import { pageFrom } from '../pages.ts'

const listed = `${eventColumns}, d.instrument_id, d.instrument_version, i.title AS instrumentTitle, d.judgement,
  d.next_review AS nextReview, d.marac, d.score, d.level`
const columns = `${listed}, d.answers, d.reason, d.client_view AS clientView, d.escalation, d.note`
const joined = `FROM events e JOIN risk_assessments d ON d.event_id = e.id
  JOIN instruments i ON i.id = d.instrument_id AND i.version = d.instrument_version`

type Written = { draft: RiskAssessmentDraft; score: Score; level: RiskLevel | null; until: Instant }
/** Writes what is peculiar to an assessment; the spine's row and its form are there already. */
export function writeAssessment(db: WriteDb, id: EventId, { draft, score, level, until }: Written): void {
  const { judgement, reason, clientView, escalation, nextReview, marac, note } = draft
  db.prepare(
    `REPLACE INTO risk_assessments (event_id, instrument_id, instrument_version, answers, judgement, reason, client_view,
       escalation, next_review, marac, note, until_at, score, level)
     VALUES (@id, @instrumentId, @version, @answers, @judgement, @reason, @clientView,
       @escalation, @nextReview, @marac, @note, @until, @score, @level)`,
  ).run({
    ...{ id, judgement, reason, clientView, escalation, nextReview, marac, note },
    ...{ instrumentId: draft.instrument.id, version: draft.instrument.version, answers: JSON.stringify(draft.answers) },
    ...{ until, level, score: JSON.stringify(score) },
  })
}

/** Throws `not-found`. */
export function requireAssessment(db: ReadDb, id: EventId): RiskAssessment {
  const row = db.prepare(`SELECT ${columns} ${joined} WHERE e.id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'risk-assessment', id })
  return RiskAssessment.parse(fieldsOf(row))
}

type Wanted = { withdrawn: boolean; page: Page }
/** The assessments of a case, newest first. */
export function listAssessments(db: ReadDb, caseId: CaseId, { withdrawn, page }: Wanted): PageOf<RiskAssessmentRow> {
  const where = `WHERE e.case_id = @caseId AND e.kind = 'risk-assessment' ${withdrawn ? '' : standing}`
  const rows = db
    .prepare(
      `SELECT ${listed}, e.sort_at AS sortAt ${joined} ${where} AND (e.sort_at, e.id) < (@at, @id)
        ORDER BY e.sort_at DESC, e.id DESC LIMIT @limit + 1`,
    )
    .all({ caseId, ...(page.after ?? endOfTime), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) FROM events e ${where}`).pluck().get({ caseId }))
  return pageFrom(rows, {
    ...{ total, limit: page.limit, cursorOf: sortCursor },
    toRow: row => RiskAssessmentRow.parse(fieldsOf(row)),
  })
}

type Before = { instrumentId: InstrumentId; beforeId: EventId | null }
/** The last standing assessment with a form, in any version, before another one; the last of all where that is null. */
export function earlierAssessment(db: ReadDb, caseId: CaseId, before: Before): RiskAssessment | null {
  const row = db
    .prepare(
      `SELECT ${columns} ${joined}
        WHERE e.case_id = @caseId AND e.kind = 'risk-assessment' ${standing} AND d.instrument_id = @instrumentId
          AND (@beforeId IS NULL
               OR (e.sort_at, e.id) < (SELECT b.sort_at, b.id FROM events b WHERE b.id = @beforeId))
        ORDER BY e.sort_at DESC, e.id DESC LIMIT 1`,
    )
    .get({ caseId, ...before })
  return row === undefined ? null : RiskAssessment.parse(fieldsOf(row))
}

/** A row's columns under the names of the schema, which parses them. */
function fieldsOf(row: unknown): object {
  const { when, stamp, detail } = splitEventRow(row)
  const { instrument_id, instrument_version, score, answers, sortAt: _, ...rest } = detail
  const json = (text: unknown): unknown => JSON.parse(TextColumn.parse(text))
  return {
    ...{ ...stamp, ...rest, when, score: json(score) },
    instrument: { id: instrument_id, version: instrument_version },
    ...(answers === undefined ? {} : { answers: json(answers) }),
  }
}
