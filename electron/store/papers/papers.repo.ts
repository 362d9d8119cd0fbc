import * as z from 'zod'
import type { EventKind } from '../../../shared/kernel/event.ts'
import { EventId, type CaseId } from '../../../shared/kernel/ids.ts'
import { IdentifierKind } from '../../../shared/features/identifiers.ts'
import { isConfidential } from '../confidential/confidential.repo.ts'
import type { ConfidentialValue } from '../confidential/confidential-words.ts'
import type { ReadDb } from '../database.ts'
import { standing } from '../events/events.repo.ts'

const mostRecords = 10_000

/** The records of one kind in a case that stand, oldest first, those without a date last. At most 10,000. */
export const standingIds = (db: ReadDb, caseId: CaseId, kind: EventKind): EventId[] =>
  z.array(EventId).parse(
    db
      .prepare(
        `SELECT e.id FROM events e WHERE e.case_id = @caseId AND e.kind = @kind ${standing}
          ORDER BY e.from_at IS NULL, e.sort_at, e.id LIMIT ${String(mostRecords)}`,
      )
      .pluck()
      .all({ caseId, kind }),
  )

const Value = z.strictObject({ code: z.string(), kind: IdentifierKind, value: z.string() })
/** What is confidential in a case, and where the people whom a paper must not lead to live and how to reach them, marked so or not. */
export const protectedValues = (db: ReadDb, caseId: CaseId): ConfidentialValue[] =>
  db
    .prepare(
      `SELECT v.code, i.kind, v.value FROM identifier_values v JOIN identifiers i ON i.id = v.identifier_id
         JOIN people p ON p.id = i.person_id
        WHERE p.case_id = ? AND (${isConfidential}
              OR (p.role NOT IN ('perpetrator', 'professional') AND i.kind IN ('address', 'phone', 'email')))`,
    )
    .all(caseId)
    .map(row => Value.parse(row))
