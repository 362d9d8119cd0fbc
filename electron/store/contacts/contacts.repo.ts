import * as z from 'zod'
import {
  Contact,
  ContactRow,
  type Attempts,
  type ContactDraft,
  type ContactFilter,
} from '../../../shared/features/contacts.ts'
import { Instant, ZoneId, type CalendarDay } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Page, PageOf } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { excerptOf } from '../confidential/conceal.ts'
import type { Conceal } from '../confidential/confidential-words.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { endOfTime, eventColumns, sortCursor, splitEventRow, standing } from '../events/events.repo.ts'
import { pageFrom } from '../pages.ts'

const listed = `${eventColumns}, d.entry, d.channel, d.direction, d.with_whom AS withWhom, d.with_name AS withName,
  d.outcome, d.safely, d.minutes`
const columns = `${listed}, d.safely_note AS safelyNote, d.client_said AS clientSaid, d.observed,
  d.others_said AS othersSaid, d.opinion`
const joined = 'FROM events e JOIN contacts d ON d.event_id = e.id'

/** Writes what is peculiar to a contact; the spine's row is there already. */
export function writeContact(db: WriteDb, id: EventId, { when: _, ...contact }: ContactDraft): void {
  db.prepare(
    `REPLACE INTO contacts (event_id, entry, channel, direction, with_whom, with_name, outcome, safely, safely_note,
       client_said, observed, others_said, opinion, minutes)
     VALUES (@id, @entry, @channel, @direction, @withWhom, @withName, @outcome, @safely, @safelyNote,
       @clientSaid, @observed, @othersSaid, @opinion, @minutes)`,
  ).run({ ...contact, id })
}

/** Throws `not-found`. */
export function requireContact(db: ReadDb, id: EventId): Contact {
  const row = db.prepare(`SELECT ${columns} ${joined} WHERE e.id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'contact', id })
  return Contact.parse(fieldsOf(row))
}

/** The contacts, attempts and notes of a case, newest first, those with an unknown date last; an excerpt for the accounts. */
export function listContacts(
  db: ReadDb,
  caseId: CaseId,
  { filter, page, conceal }: { filter: ContactFilter; page: Page; conceal: Conceal },
): PageOf<ContactRow> {
  const where = `WHERE e.case_id = @caseId AND e.kind = 'contact' ${filter.withdrawn ? '' : standing}
    ${filter.entry === 'any' ? '' : 'AND d.entry = @entry'}`
  const counted = filter.entry === 'any' ? 'FROM events e' : joined // without the details it is read off an index
  const given = { caseId, entry: filter.entry }
  const rows = db
    .prepare(
      `SELECT ${listed}, e.sort_at AS sortAt,
              coalesce(d.client_said, d.observed, d.others_said, d.opinion) AS excerpt
         ${joined} ${where} AND (e.sort_at, e.id) < (@at, @id)
        ORDER BY e.sort_at DESC, e.id DESC LIMIT @limit + 1`,
    )
    .all({ ...given, ...(page.after ?? endOfTime), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) ${counted} ${where}`).pluck().get(given))
  return pageFrom(rows, {
    ...{ total, limit: page.limit, cursorOf: sortCursor },
    toRow(row) {
      const found = ContactRow.parse(fieldsOf(row))
      return { ...found, excerpt: excerptOf(conceal, found.excerpt) }
    },
  })
}

const ofClient = `${joined} WHERE e.case_id = @caseId AND e.kind = 'contact' ${standing} AND d.with_whom = 'client'`
const isReached = `(d.entry = 'contact' OR d.outcome = 'reached')`
const Dated = z.object({ at: Instant, zone: ZoneId })

/** The tries to reach the client since they were last reached, with the days of the first and the last in their own zone. */
export function countAttempts(db: ReadDb, caseId: CaseId): Attempts {
  const dayFrom = (sql: string, given: object): CalendarDay | null => {
    const row = Dated.optional().parse(db.prepare(sql).get(given))
    return row ? dayOf(row.at, row.zone) : null
  }
  const lastTouch = 'coalesce(e.to_at, e.from_at)'
  const reachedOn = dayFrom(
    `SELECT ${lastTouch} AS at, e.zone ${ofClient} AND ${isReached} AND e.from_at IS NOT NULL
      ORDER BY ${lastTouch} DESC LIMIT 1`,
    { caseId },
  )
  const tries = `${ofClient} AND NOT ${isReached} AND e.sort_at >=
    coalesce((SELECT max(coalesce(e.to_at, e.sort_at)) ${ofClient} AND ${isReached}), '')`
  const day = (order: 'ASC' | 'DESC') =>
    dayFrom(`SELECT e.from_at AS at, e.zone ${tries} AND e.from_at IS NOT NULL ORDER BY e.sort_at ${order} LIMIT 1`, {
      caseId,
    })
  const since = z.int().parse(db.prepare(`SELECT count(*) ${tries}`).pluck().get({ caseId }))
  return { since, firstOn: day('ASC'), lastOn: day('DESC'), reachedOn }
}

function fieldsOf(row: unknown): object {
  const { when, stamp, detail } = splitEventRow(row)
  const { sortAt: _, ...rest } = detail
  return { ...stamp, ...rest, when }
}
