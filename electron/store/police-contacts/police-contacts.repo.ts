import * as z from 'zod'
import {
  PoliceContact,
  type PoliceContactDraft,
  type PoliceContactFilter,
} from '../../../shared/features/police-contacts.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Page, PageOf } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { endOfTime, eventColumns, sortCursor, splitEventRow, standing } from '../events/events.repo.ts'
import { pageFrom } from '../pages.ts'

const columns = `${eventColumns}, d.channel, d.direction, d.force, d.force_missing, d.officer, d.officer_missing,
  d.collar_number, d.collar_number_missing, d.reference, d.said, d.promised, d.promised_by AS promisedBy,
  d.promise_kept_on AS promiseKeptOn`

/** Writes what is peculiar to a police contact; the spine's row is there already. */
export function writePoliceContact(db: WriteDb, id: EventId, contact: PoliceContactDraft): void {
  const { force, officer, collarNumber, channel, direction, reference, said, promised, promisedBy, promiseKeptOn } =
    contact
  db.prepare(
    `REPLACE INTO police_contacts (event_id, channel, direction, force, force_missing, officer, officer_missing,
       collar_number, collar_number_missing, reference, said, promised, promised_by, promise_kept_on)
     VALUES (@id, @channel, @direction, @force, @forceMissing, @officer, @officerMissing,
       @collarNumber, @collarNumberMissing, @reference, @said, @promised, @promisedBy, @promiseKeptOn)`,
  ).run({
    ...{ id, channel, direction, reference, said, promised, promisedBy, promiseKeptOn },
    ...{ force: force.value, forceMissing: force.missing, officer: officer.value, officerMissing: officer.missing },
    ...{ collarNumber: collarNumber.value, collarNumberMissing: collarNumber.missing },
  })
}

/** Throws `not-found`. */
export function requirePoliceContact(db: ReadDb, id: EventId): PoliceContact {
  const row = db
    .prepare(`SELECT ${columns} FROM events e JOIN police_contacts d ON d.event_id = e.id WHERE e.id = ?`)
    .get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'police-contact', id })
  return toPoliceContact(row)
}

const conditions: Record<PoliceContactFilter['promises'], string> = {
  any: '',
  open: 'AND d.promised IS NOT NULL AND d.promise_kept_on IS NULL',
  overdue: 'AND d.promised_by < @today AND d.promise_kept_on IS NULL',
}
type Wanted = { filter: PoliceContactFilter; today: CalendarDay; page: Page }
/** The police contacts of a case, newest first, those with an unknown date last. */
export function listPoliceContacts(db: ReadDb, caseId: CaseId, { filter, today, page }: Wanted): PageOf<PoliceContact> {
  const where = `WHERE e.case_id = @caseId AND e.kind = 'police-contact' ${filter.withdrawn ? '' : standing}
       ${conditions[filter.promises]}`
  const joined = `FROM events e JOIN police_contacts d ON d.event_id = e.id`
  const counted = filter.promises === 'any' ? 'FROM events e' : joined // without the details it is read off an index
  const given = { caseId, today }
  const rows = db
    .prepare(
      `SELECT ${columns}, e.sort_at AS sortAt ${joined} ${where} AND (e.sort_at, e.id) < (@at, @id)
        ORDER BY e.sort_at DESC, e.id DESC LIMIT @limit + 1`,
    )
    .all({ ...given, ...(page.after ?? endOfTime), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) ${counted} ${where}`).pluck().get(given))
  return pageFrom(rows, { total, limit: page.limit, toRow: toPoliceContact, cursorOf: sortCursor })
}

function toPoliceContact(row: unknown): PoliceContact {
  const { when, stamp, detail } = splitEventRow(row)
  const {
    force,
    force_missing,
    officer,
    officer_missing,
    collar_number,
    collar_number_missing,
    sortAt: _,
    ...rest
  } = detail
  return PoliceContact.parse({
    ...stamp,
    ...rest,
    when,
    force: { value: force, missing: force_missing },
    officer: { value: officer, missing: officer_missing },
    collarNumber: { value: collar_number, missing: collar_number_missing },
  })
}
