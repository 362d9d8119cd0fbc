import * as z from 'zod'
import { isOpen, type ReportSilence } from '../../../shared/features/police-reports.ts'
import { CalendarDay } from '../../../shared/kernel/dates.ts'
import { When } from '../../../shared/kernel/event.ts'
import { EventId, type CaseId } from '../../../shared/kernel/ids.ts'
import { datedOf, silencesOf } from '../../../shared/rules/silences.ts'
import type { ReadDb } from '../database.ts'
import { standing } from '../events/events.repo.ts'

const mostReports = 200
const mostContacts = 10_000

const ReportRow = z.object({
  reportId: EventId,
  ...When.shape,
  code: z.int().nullable(),
  on: CalendarDay.nullable(),
})
const ContactRow = z.object(When.shape)

type Silences = { rows: ReportSilence[]; undatedContacts: number }
/** How long police were silent about each report of a case that stands: the newest 200, by the newest 10,000 contacts from police. */
export function listSilences(db: ReadDb, caseId: CaseId, today: CalendarDay): Silences {
  const dates = `e.from_at AS "from", e.to_at AS "to", e.precision, e.zone`
  const contacts = db
    .prepare(
      `SELECT ${dates} FROM events e JOIN police_contacts d ON d.event_id = e.id
        WHERE e.case_id = @caseId AND e.kind = 'police-contact' ${standing} AND d.direction = 'from-police'
        ORDER BY e.sort_at DESC LIMIT ${String(mostContacts)}`,
    )
    .all({ caseId })
    .map(row => datedOf(ContactRow.parse(row)))
  const words = contacts.filter(dated => dated !== null)
  const rows = db
    .prepare(
      `SELECT e.id AS reportId, ${dates}, d.outcome_code AS code, d.outcome_on AS "on"
         FROM events e JOIN police_reports d ON d.event_id = e.id
        WHERE e.case_id = @caseId AND e.kind = 'police-report' ${standing}
        ORDER BY e.sort_at DESC, e.id DESC LIMIT ${String(mostReports)}`,
    )
    .all({ caseId })
    .map(row => {
      const { reportId, code, on, ...when } = ReportRow.parse(row)
      const open = isOpen({ code, on })
      return { reportId, open, ...silencesOf({ open, reported: datedOf(when), outcomeOn: on }, words, today) }
    })
  return { rows, undatedContacts: contacts.length - words.length }
}
