import * as z from 'zod'
import { IdentifierKind } from '../../../shared/features/identifiers.ts'
import { PersonId, type CaseId } from '../../../shared/kernel/ids.ts'
import type { ReadDb } from '../database.ts'
import type { ConfidentialValue } from './confidential-words.ts'

const Row = z.strictObject({ code: z.string(), kind: IdentifierKind, value: z.string() })

/**
 * Whether a value `v`, present or former, of an identifier `i` is confidential. A mark that is taken off is taken off the value that it
 * has then: the values before were never written out by who did that.
 */
export const isConfidential = `(i.confidential = 1 OR (instr(i.value, v.value) = 0 AND EXISTS (
  SELECT 1 FROM record_versions r WHERE r.record_id = i.id
     AND r.form ->> 'confidential' = 1 AND instr(r.form ->> 'value', v.value) > 0)))`

/** Every value that is confidential, or every one outside a case. */
export const readConfidential = (db: ReadDb, exceptCaseId: CaseId | null = null): ConfidentialValue[] =>
  db
    .prepare(
      `SELECT v.code, i.kind, v.value FROM identifier_values v JOIN identifiers i ON i.id = v.identifier_id
         JOIN people p ON p.id = i.person_id WHERE p.case_id IS NOT ? AND ${isConfidential}`,
    )
    .all(exceptCaseId)
    .map(row => Row.parse(row))

/** The people whose confidential identifier of one of these kinds, as it is now, satisfies a test. */
export const peopleByConfidential = (
  db: ReadDb,
  kinds: readonly IdentifierKind[],
  isIt: (identifier: Pick<ConfidentialValue, 'kind' | 'value'>) => boolean,
): { personId: PersonId; kind: IdentifierKind }[] =>
  db
    .prepare(
      `SELECT i.person_id AS personId, i.kind, i.value FROM identifiers i JOIN people p ON p.id = i.person_id
        WHERE i.confidential = 1 AND i.withdrawn_reason IS NULL AND p.withdrawn_reason IS NULL
          AND i.kind IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(kinds))
    .map(row => Owned.parse(row))
    .filter(isIt)
    .map(({ personId, kind }) => ({ personId, kind }))
const Owned = z.strictObject({ personId: PersonId, kind: IdentifierKind, value: z.string() })

/** What a code in a text stands for. Undefined: somebody made it up. */
export const findValue = (db: ReadDb, code: string): string | undefined =>
  z.string().optional().parse(db.prepare('SELECT value FROM identifier_values WHERE code = ?').pluck().get(code))
