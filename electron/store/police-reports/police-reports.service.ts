import {
  reportAhead,
  type PoliceReport,
  type policeReportCalls,
  type PoliceReportDraft,
} from '../../../shared/features/police-reports.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { offenceOf } from '../../../shared/rules/offences.ts'
import { outcomeOf } from '../../../shared/rules/outcome-codes.ts'
import { offenceWords, policeReportTitle } from '../../../shared/wording/police-reports.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import type { WriteTx } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { writeEvent } from '../events/events.repo.ts'
import { setLinks } from '../events/links.repo.ts'
import { listPoliceReports, requirePoliceReport, writePoliceReport } from './police-reports.repo.ts'
import { listSilences } from './silences.repo.ts'

export const policeReportHandlers: StoreHandlers<typeof policeReportCalls> = {
  'policeReports.record'(tx, { caseId, report }) {
    requireOpenCase(tx.db, caseId)
    return save(tx, { caseId, before: null, revision: 0 }, report)
  },
  'policeReports.update'(tx, { id, revision, report }) {
    const current = requirePoliceReport(tx.db, id)
    // Both versions go back as an answer: error details may not carry what a person typed.
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: report }
    requireOpenCase(tx.db, current.caseId)
    return { outcome: 'saved', record: save(tx, { caseId: current.caseId, before: current, revision }, report) }
  },
  'policeReports.find': (tx, { id }) => requirePoliceReport(tx.db, id),
  'policeReports.listForCase': (tx, { caseId, ...wanted }) => listPoliceReports(tx.db, caseId, wanted),
  'policeReports.silences': (tx, { caseId, today }) => listSilences(tx.db, caseId, today),
}

type Place = { caseId: CaseId; before: PoliceReport | null; revision: number }
function save(tx: WriteTx, place: Place, given: PoliceReportDraft): PoliceReport {
  const [ahead] = reportAhead(given, tx.now)
  if (ahead) throw new AppError('invalid-input', ahead)
  refuseUnknown(given, place.before)
  const reclassifications = given.reclassifications.toSorted((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  )
  const report = { ...given, reclassifications }
  const { when } = report
  const title = policeReportTitle(report)
  const stamp = writeEvent(tx, {
    ...place,
    kind: 'police-report',
    when,
    title,
    body: searchedWords(report),
    form: report,
  })
  writePoliceReport(tx.db, stamp.id, report)
  setLinks(tx, stamp, report.links)
  return requirePoliceReport(tx.db, stamp.id)
}

function searchedWords(report: PoliceReportDraft): string {
  const { logNumber, crimeReference, officer, force, collarNumber, believedToBe, reclassifications, outcome, note } =
    report
  return [
    ...[logNumber, crimeReference, officer.value, force.value, collarNumber.value],
    believedToBe.offence === null ? null : offenceWords(believedToBe.offence),
    believedToBe.note,
    ...reclassifications.flatMap(({ from, to, reason }) => [from, to, reason]),
    ...[outcome.subCode, outcome.reason, note],
  ]
    .filter(Boolean)
    .join('\n')
}

/** An offence or code that the pack has dropped stays with the record that has it. */
function refuseUnknown({ recordedAs, believedToBe, outcome }: PoliceReportDraft, before: PoliceReport | null): void {
  const kept = [before?.recordedAs.value?.offence, before?.believedToBe.offence]
  const unknown = (id: string | null | undefined) => typeof id === 'string' && !offenceOf(id) && !kept.includes(id)
  const refuse = (field: keyof PoliceReportDraft, rule: string) => new AppError('invalid-input', { field, rule })
  if (unknown(recordedAs.value?.offence)) throw refuse('recordedAs', 'unknown-offence')
  if (unknown(believedToBe.offence)) throw refuse('believedToBe', 'unknown-offence')
  const { code } = outcome
  if (code !== null && !outcomeOf(code) && code !== before?.outcome.code) throw refuse('outcome', 'unknown-outcome')
}
