import * as z from 'zod'
import { ConfidentialHit, PersonHit } from '../../../shared/features/search.ts'
import type { IdentifierKind } from '../../../shared/features/identifiers.ts'
import type { PersonId } from '../../../shared/kernel/ids.ts'
import { searchableIn } from '../confidential/conceal.ts'
import { patternsOf, phoneForms, plainOf, type Conceal } from '../confidential/confidential-words.ts'
import { peopleByConfidential } from '../confidential/confidential.repo.ts'
import { plainKey, type ReadDb } from '../database.ts'

const mostShown = 20
/** Shorter than this, a part of a number or address is in half of them. */
const shortestPart = 3

type Found = { rows: PersonHit[]; total: number }
/** People by all words of a name or other name, cases by their reference, both by an identifier that is not confidential. */
export function searchPeople(db: ReadDb, text: string, conceal: Conceal): Found {
  const whole = plainKey(text)
  if (whole === '') return { rows: [], total: 0 }
  const words = text
    .split(/\s+/u)
    .map(plainKey)
    .filter(word => word !== '')
  const found = db
    .prepare(
      `WITH found AS MATERIALIZED (
         SELECT i.person_id, json_object('kind', i.kind, 'value', i.value, 'label', i.label,
                  'doNotUse', json(iif(i.do_not_use, 'true', 'false'))) AS what, min(i.id)
           FROM identifiers i WHERE i.confidential = 0 AND i.withdrawn_reason IS NULL AND EXISTS (
             SELECT 1 FROM json_each(@forms) f WHERE instr(plain_key(i.value), f.value) > 0)
          GROUP BY i.person_id)
       SELECT p.id AS personId, p.case_id AS caseId, p.name, p.also_known_as AS alsoKnownAs, p.role, c.reference,
              c.status = 'closed' AS caseClosed, found.what AS identifier
         FROM people p JOIN cases c ON c.id = p.case_id LEFT JOIN found ON found.person_id = p.id
        WHERE p.withdrawn_reason IS NULL AND (found.what IS NOT NULL
              OR (p.role = 'client' AND instr(plain_key(c.reference), @whole) > 0)
              OR NOT EXISTS (SELECT 1 FROM json_each(@words) w
                   WHERE instr(plain_key(p.name || ' ' || coalesce(p.also_known_as, '')), w.value) = 0))
        ORDER BY p.role <> 'client', sort_key(p.name), p.id LIMIT 1000`,
    )
    .all({ whole, words: JSON.stringify(words), forms: JSON.stringify(formsOf(text, whole)) })
    .map(toPersonHit)
    .filter(hit => isSeen(hit, { words, whole, conceal }))
  return { rows: found.slice(0, mostShown), total: found.length }
}

/** How a number that was typed may be kept: a British one from 0, and so its beginning. */
function formsOf(text: string, whole: string): string[] {
  const fromZero = /^\s*(?:\+44|0044)/.test(text) ? whole.replace(/^(?:0044|44)0?/, '0') : whole
  return [...new Set([whole, fromZero, ...phoneForms(text)])].filter(form => form.length >= shortestPart)
}

type Asked = { words: readonly string[]; whole: string; conceal: Conceal }
/** Whether what may be shown of a hit is why it was found: a confidential value within a name must not be told by finding it. */
function isSeen({ name, alsoKnownAs, reference, identifier }: PersonHit, { words, whole, conceal }: Asked): boolean {
  const shown = (text: string) => plainKey(searchableIn(conceal, text))
  const names = shown(`${name} ${alsoKnownAs ?? ''}`)
  return (
    words.every(word => names.includes(word)) ||
    shown(reference).includes(whole) ||
    (identifier !== null && conceal(identifier.value) === identifier.value)
  )
}

const Row = z.looseObject({ caseClosed: z.int(), identifier: z.string().nullable() })
function toPersonHit(row: unknown): PersonHit {
  const { caseClosed, identifier, ...rest } = Row.parse(row)
  const found: unknown = identifier === null ? null : JSON.parse(identifier)
  return PersonHit.parse({ ...rest, caseClosed: caseClosed === 1, identifier: found })
}

/** What comes to an advocate's desk from outside. By an address or a new name somebody in hiding is looked for. */
const confirmable: readonly IdentifierKind[] = ['phone', 'email', 'handle', 'vehicle']
/** Whose confidential identifier this whole value is. At most 20. */
export function searchConfidential(db: ReadDb, value: string): ConfidentialHit[] {
  const isIt = (identifier: { kind: IdentifierKind; value: string }): boolean => {
    const { kind } = identifier
    const asked = new Set([plainOf(value), ...patternsOf({ kind, value })])
    return [plainOf(identifier.value), ...patternsOf(identifier)].some(form => form !== '' && asked.has(form))
  }
  return peopleByConfidential(db, confirmable, isIt)
    .slice(0, mostShown)
    .map(hit => ConfidentialHit.parse({ ...personOf(db, hit.personId), kind: hit.kind }))
}

const personOf = (db: ReadDb, id: PersonId): object =>
  z.looseObject({}).parse(
    db
      .prepare(
        `SELECT p.id AS personId, p.case_id AS caseId, p.name, p.role, c.reference
           FROM people p JOIN cases c ON c.id = p.case_id WHERE p.id = ?`,
      )
      .get(id),
  )
