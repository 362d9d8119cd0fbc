import { createHash } from 'node:crypto'
import * as z from 'zod'
import { IdentifierKind } from '../../../shared/features/identifiers.ts'
import { PersonRole } from '../../../shared/features/people.ts'
import { IdentifierId, type CaseId } from '../../../shared/kernel/ids.ts'
import type { ReadDb } from '../database.ts'
import { isConfidential } from '../confidential/confidential.repo.ts'
import { searchTermsOf } from '../confidential/search-terms.ts'

const Row = z.strictObject({
  identifierId: IdentifierId,
  kind: IdentifierKind,
  label: z.string().nullable(),
  person: z.string(),
  role: PersonRole,
  value: z.string(),
})
/** What must not be found in a bundle of a case, and whose it is. */
export type ProtectedTerm = Omit<z.infer<typeof Row>, 'value'> & { term: string }

/**
 * Everything to search a bundle for: each confidential identifier of everybody in the case, in every value that it has had, also
 * where it was entered in error.
 */
export const readProtectedTerms = (db: ReadDb, caseId: CaseId): ProtectedTerm[] =>
  db
    .prepare(
      `SELECT i.id AS identifierId, i.kind, i.label, p.name AS person, p.role, v.value
         FROM identifier_values v JOIN identifiers i ON i.id = v.identifier_id JOIN people p ON p.id = i.person_id
        WHERE ${isConfidential} AND p.case_id = ? ORDER BY p.id, i.id, v.value`,
    )
    .all(caseId)
    .map(row => Row.parse(row))
    .flatMap(({ value, ...whose }) => searchTermsOf(whose.kind, value).map(term => ({ ...whose, term })))

/** To be counted up when a search looks at more than before: whatever was searched by an older one must be searched again. */
const searchEdition = 2
/** Tells one list of terms, and how they are looked for, from another without holding any of them. */
export const digestOfTerms = (terms: readonly ProtectedTerm[]): string =>
  createHash('sha256')
    .update(JSON.stringify([searchEdition, ...terms.map(({ identifierId, term }) => [identifierId, term])]))
    .digest('hex')
