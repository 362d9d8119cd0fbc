import * as z from 'zod'
import { IdentifierKind } from '../../../shared/features/identifiers.ts'
import type { ReadDb } from '../database.ts'
import type { ConfidentialValue } from './confidential-words.ts'

const Row = z.strictObject({ code: z.string(), kind: IdentifierKind, value: z.string() })

/** Every value, present or former, of an identifier that is confidential now. */
export const readConfidential = (db: ReadDb): ConfidentialValue[] =>
  db
    .prepare(
      `SELECT v.code, i.kind, v.value FROM identifier_values v JOIN identifiers i ON i.id = v.identifier_id
        WHERE i.confidential = 1`,
    )
    .all()
    .map(row => Row.parse(row))

/** What a code in a text stands for. Undefined: somebody made it up. */
export const findValue = (db: ReadDb, code: string): string | undefined =>
  z.string().optional().parse(db.prepare('SELECT value FROM identifier_values WHERE code = ?').pluck().get(code))
