import * as z from 'zod'
import {
  PoliceReport,
  type PoliceReportDraft,
  type PoliceReportFilter,
} from '../../../shared/features/police-reports.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Page, PageOf } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { endOfTime, eventColumns, sortCursor, splitEventRow, standing } from '../events/events.repo.ts'
import { pageFrom } from '../pages.ts'

const columns = `${eventColumns}, d.channel, d.force, d.force_missing, d.officer, d.officer_missing, d.collar_number,
  d.collar_number_missing, d.log_number AS logNumber, d.crime_reference AS crimeReference,
  d.recorded_on AS recordedOn, d.recorded_offence, d.recorded_words, d.recorded_missing, d.believed_offence,
  d.believed_note, d.reclassifications, d.outcome_code, d.outcome_on, d.outcome_sub_code, d.outcome_reason,
  d.linked_by_police AS linkedByPolice, d.note,
  (SELECT json_group_array(l.to_id ORDER BY l.to_id) FROM event_links l WHERE l.from_id = d.event_id) AS links`

/** Writes what is peculiar to a police report; the spine's row is there already. */
export function writePoliceReport(db: WriteDb, id: EventId, report: PoliceReportDraft): void {
  const { channel, force, officer, collarNumber, logNumber, crimeReference, recordedOn, recordedAs } = report
  const { believedToBe, reclassifications, outcome, linkedByPolice, note } = report
  db.prepare(
    `REPLACE INTO police_reports (event_id, channel, force, force_missing, officer, officer_missing, collar_number,
       collar_number_missing, log_number, crime_reference, recorded_on, recorded_offence, recorded_words,
       recorded_missing, believed_offence, believed_note, reclassifications, outcome_code, outcome_on,
       outcome_sub_code, outcome_reason, linked_by_police, note)
     VALUES (@id, @channel, @force, @forceMissing, @officer, @officerMissing, @collarNumber,
       @collarNumberMissing, @logNumber, @crimeReference, @recordedOn, @recordedOffence, @recordedWords,
       @recordedMissing, @believedOffence, @believedNote, @reclassifications, @outcomeCode, @outcomeOn,
       @outcomeSubCode, @outcomeReason, @linkedByPolice, @note)`,
  ).run({
    ...{ id, channel, logNumber, crimeReference, recordedOn, linkedByPolice, note },
    ...{ force: force.value, forceMissing: force.missing, officer: officer.value, officerMissing: officer.missing },
    ...{ collarNumber: collarNumber.value, collarNumberMissing: collarNumber.missing },
    ...{ recordedOffence: recordedAs.value?.offence ?? null, recordedWords: recordedAs.value?.words ?? null },
    ...{ recordedMissing: recordedAs.missing, reclassifications: JSON.stringify(reclassifications) },
    ...{ believedOffence: believedToBe.offence, believedNote: believedToBe.note },
    ...{ outcomeCode: outcome.code, outcomeOn: outcome.on },
    ...{ outcomeSubCode: outcome.subCode, outcomeReason: outcome.reason },
  })
}

/** Throws `not-found`. */
export function requirePoliceReport(db: ReadDb, id: EventId): PoliceReport {
  const row = db
    .prepare(`SELECT ${columns} FROM events e JOIN police_reports d ON d.event_id = e.id WHERE e.id = ?`)
    .get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'police-report', id })
  return toPoliceReport(row)
}

const conditions: Record<PoliceReportFilter['show'], string> = {
  all: '',
  open: 'AND (d.outcome_code IS 0 OR (d.outcome_code IS NULL AND d.outcome_on IS NULL))',
  differs: `AND d.believed_offence IS NOT NULL AND d.recorded_missing IS NULL
    AND d.recorded_offence IS NOT d.believed_offence`,
}
type Wanted = { filter: PoliceReportFilter; page: Page }
/** The police reports of a case, newest first, those with an unknown date last. */
export function listPoliceReports(db: ReadDb, caseId: CaseId, { filter, page }: Wanted): PageOf<PoliceReport> {
  const where = `FROM events e JOIN police_reports d ON d.event_id = e.id
     WHERE e.case_id = @caseId AND e.kind = 'police-report' ${filter.withdrawn ? '' : standing} ${conditions[filter.show]}`
  const given = { caseId }
  const rows = db
    .prepare(
      `SELECT ${columns}, e.sort_at AS sortAt ${where} AND (e.sort_at, e.id) < (@at, @id)
        ORDER BY e.sort_at DESC, e.id DESC LIMIT @limit + 1`,
    )
    .all({ ...given, ...(page.after ?? endOfTime), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) ${where}`).pluck().get(given))
  return pageFrom(rows, { total, limit: page.limit, toRow: toPoliceReport, cursorOf: sortCursor })
}

const Stored = z.looseObject({ reclassifications: z.string(), links: z.string() })
function toPoliceReport(row: unknown): PoliceReport {
  const { when, stamp, detail } = splitEventRow(row)
  const { reclassifications, links, ...rest } = Stored.parse(detail)
  const { channel, force, officer, logNumber, crimeReference, recordedOn, linkedByPolice, note } = rest
  const recorded = { offence: rest['recorded_offence'], words: rest['recorded_words'] }
  const recordedMissing = rest['recorded_missing']
  const [moved, linked] = [reclassifications, links].map((text): unknown => JSON.parse(text))
  return PoliceReport.parse({
    ...stamp,
    ...{ when, channel, logNumber, crimeReference, recordedOn, linkedByPolice, note },
    force: { value: force, missing: rest['force_missing'] },
    officer: { value: officer, missing: rest['officer_missing'] },
    collarNumber: { value: rest['collar_number'], missing: rest['collar_number_missing'] },
    recordedAs: { value: recordedMissing === null ? recorded : null, missing: recordedMissing },
    believedToBe: { offence: rest['believed_offence'], note: rest['believed_note'] },
    reclassifications: moved,
    outcome: {
      ...{ code: rest['outcome_code'], on: rest['outcome_on'] },
      ...{ subCode: rest['outcome_sub_code'], reason: rest['outcome_reason'] },
    },
    links: linked,
  })
}
