import {
  isOpen,
  PoliceReportDraft,
  type PoliceReport,
  type ReportSilence,
} from '../../../shared/features/police-reports.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { differs } from '../../../shared/wording/police-reports.ts'
import { aPoliceReport } from '../../support/police-reports.ts'
import { caseId, eventId, stamp } from './casework-data.ts'
import type { Handlers } from './fake-bridge.ts'

/** The police reports of a small service, which the screens change, and what the store says about silence. */
export type ReportWork = { reports: PoliceReport[]; silences: ReportSilence[]; undatedContacts: number }

const common = { caseId: caseId(1), ...stamp, withdrawnReason: null }
/** A police report with everything about it that a test does not care for. */
export const theReport = (n: number, change: Partial<PoliceReport> = {}): PoliceReport => ({
  ...aPoliceReport(),
  ...common,
  id: eventId(3_000 + n),
  ...change,
})

const noIncidents = {
  ...{ incidents: 0, unfinished: 0, undated: 0, breached: 0, groups: [], first: null, last: null },
  reported: { yes: 0, no: 0, unknown: 0, 'not-asked': 0 },
}

const find = (work: ReportWork, id: string): PoliceReport => {
  const report = work.reports.find(one => one.id === id)
  if (!report) throw new AppError('not-found')
  return report
}

/** Answers for every call of the police reports screen, over `work`. */
export const policeReportHandlers = (work: ReportWork): Handlers => ({
  'policeReports.listForCase': ({ caseId: inCase, filter }) => {
    const rows = work.reports
      .filter(report => report.caseId === inCase && (filter.withdrawn || report.withdrawnReason === null))
      .filter(report => filter.show !== 'open' || isOpen(report.outcome))
      .filter(report => filter.show !== 'differs' || differs(report))
    return { rows, total: rows.length, next: null }
  },
  'policeReports.silences': () => ({ rows: work.silences, undatedContacts: work.undatedContacts }),
  'policeReports.find': ({ id }) => find(work, id),
  'policeReports.record': ({ report }) => {
    const saved = theReport(100 + work.reports.length, PoliceReportDraft.parse(report))
    work.reports.push(saved)
    return saved
  },
  'policeReports.update': ({ id, revision, report }) => {
    const current = find(work, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: report }
    const record = { ...current, ...report, revision: revision + 1 }
    work.reports.splice(work.reports.indexOf(current), 1, record)
    return { outcome: 'saved', record }
  },
  'incidents.summary': () => noIncidents,
})
