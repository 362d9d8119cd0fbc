import * as z from 'zod'
import { MatchReason, OtherPerson, PersonMatch, PersonRole } from '../../../shared/features/people.ts'
import { PersonId, type CaseId } from '../../../shared/kernel/ids.ts'
import { searchableIn } from '../confidential/conceal.ts'
import type { Conceal } from '../confidential/confidential-words.ts'
import type { ReadDb, WriteTx } from '../database.ts'
import { nameKeysOf, nameWordsOf } from './name-keys.ts'

const largestList = 100
/** A value shared by more people than this is a refuge's or a police station's, and says nothing about who they are. */
const mostSharing = 12

// By a confidential address or new name somebody in hiding is looked for: who guesses one must not learn it here.
// Professionals are in many cases, as they should be.
const counts = (who: string) => `${who}.withdrawn_reason IS NULL AND ${who}.role <> 'professional'`
const pairs = `
  SELECT own.id AS own, other.id AS other, 'name' AS reason
    FROM people own JOIN person_names a ON a.person_id = own.id JOIN person_names b ON b.key = a.key
    JOIN people other ON other.id = b.person_id
   WHERE own.case_id = @caseId AND other.case_id <> own.case_id AND ${counts('own')} AND ${counts('other')}
  UNION
  SELECT own.id, other.id, 'born' FROM people own JOIN people other ON other.born = own.born
   WHERE own.case_id = @caseId AND other.case_id <> own.case_id AND own.born IS NOT NULL
     AND ${counts('own')} AND ${counts('other')}
  UNION
  SELECT own.id, other.id, 'identifier'
    FROM people own JOIN identifiers a ON a.person_id = own.id
    JOIN identifiers b ON b.kind = a.kind AND b.value = a.value JOIN people other ON other.id = b.person_id
   WHERE own.case_id = @caseId AND other.case_id <> own.case_id AND ${counts('own')} AND ${counts('other')}
     AND a.withdrawn_reason IS NULL AND b.withdrawn_reason IS NULL
     AND (a.kind NOT IN ('address', 'alias') OR (a.confidential = 0 AND b.confidential = 0))
     AND (SELECT count(*) FROM identifiers s WHERE s.kind = a.kind AND s.value = a.value) <= ${String(mostSharing)}
  UNION
  SELECT own.id, other.id, NULL FROM people own
    JOIN person_decisions d ON own.id IN (d.first_id, d.second_id)
    JOIN people other ON other.id = CASE own.id WHEN d.first_id THEN d.second_id ELSE d.first_id END
   WHERE own.case_id = @caseId AND ${counts('own')} AND ${counts('other')}`
const otherColumns = `p.id AS personId, p.name, p.role, p.case_id AS caseId, c.reference, c.status = 'closed' AS caseClosed,
  u.name AS ownerName`
const otherJoins = `JOIN cases c ON c.id = p.case_id JOIN users u ON u.id = c.owner_id`

/** Who of a case may be somebody in another: conflicts and open questions first. At most 100. */
export function listMatches(db: ReadDb, caseId: CaseId): PersonMatch[] {
  const found = db
    .prepare(
      `SELECT pair.own, group_concat(pair.reason) AS reasons, o.name AS ownName, o.role AS ownRole,
              d.same, d.reason, d.at, d.by_user AS "by", ${otherColumns}
         FROM (${pairs}) pair JOIN people o ON o.id = pair.own JOIN people p ON p.id = pair.other ${otherJoins}
         LEFT JOIN person_decisions d ON d.first_id = min(pair.own, pair.other) AND d.second_id = max(pair.own, pair.other)
        GROUP BY pair.own, pair.other ORDER BY d.same IS NOT NULL, sort_key(p.name), p.id LIMIT 1000`,
    )
    .all({ caseId })
    .map(row => FoundPair.parse(row))
  return found
    .flatMap(toMatch)
    .toSorted((a, b) => weightOf(b) - weightOf(a))
    .slice(0, largestList)
}

type Named = { name: string; exceptCaseId: CaseId | null; conceal: Conceal }
/** Who has this full name, in whatever order its words stand. At most 10. Nobody has a confidential one. */
export function listNamesakes(db: ReadDb, { name, exceptCaseId, conceal }: Named): OtherPerson[] {
  const keys = nameKeysOf({ name, alsoKnownAs: null })
  const isSeen = ({ name: main, alsoKnownAs }: z.infer<typeof Namesake>): boolean => {
    const names = { name: searchableIn(conceal, main), alsoKnownAs: alsoKnownAs && searchableIn(conceal, alsoKnownAs) }
    return nameKeysOf(names).some(key => keys.includes(key))
  }
  return db
    .prepare(
      `SELECT DISTINCT ${otherColumns}, p.also_known_as AS alsoKnownAs FROM person_names n JOIN people p ON p.id = n.person_id ${otherJoins}
        WHERE n.key IN (SELECT value FROM json_each(@keys)) AND p.case_id IS NOT @exceptCaseId AND ${counts('p')}
        ORDER BY c.status = 'closed', p.role, p.id LIMIT 10`,
    )
    .all({ keys: JSON.stringify(keys), exceptCaseId })
    .map(row => Namesake.parse(row))
    .filter(isSeen)
    .map(({ alsoKnownAs: _, ...other }) => other)
}

type Decision = { personId: PersonId; otherId: PersonId; same: boolean; reason: string | null }
export function writeDecision(tx: WriteTx, caseId: CaseId, { personId, otherId, same, reason }: Decision): void {
  const [first, second] = [personId, otherId].toSorted()
  tx.db
    .prepare(`REPLACE INTO person_decisions (first_id, second_id, same, reason, at, by_user) VALUES (?, ?, ?, ?, ?, ?)`)
    .run(first, second, Number(same), reason, tx.now, tx.actor.id)
  tx.audit(same ? 'person-match.linked' : 'person-match.parted', { id: personId, caseId })
}

const otherShape = { ...OtherPerson.shape, caseClosed: z.int().transform(flag => flag === 1) }
const Namesake = z.object({ ...otherShape, alsoKnownAs: z.string().nullable() })
const FoundPair = z.object({
  ...otherShape,
  own: PersonId,
  ownName: z.string(),
  ownRole: PersonRole,
  reasons: z.string().nullable(),
  same: z.int().nullable(),
  reason: z.string().nullable(),
  at: z.string().nullable(),
  by: z.string().nullable(),
})
type FoundPair = z.infer<typeof FoundPair>

function toMatch(row: FoundPair): PersonMatch[] {
  const { own, ownName, ownRole, same, reason, at, by, reasons: found, ...other } = row
  // A birthday is shared by strangers; with a word of the name it is worth a look.
  const reasons = (found?.split(',') ?? []).filter(kind => kind !== 'born' || shareWord(ownName, other.name))
  if (reasons.length === 0 && same === null) return []
  return [
    PersonMatch.parse({
      personId: own,
      other,
      reasons: MatchReason.options.filter(option => reasons.includes(option)),
      conflict: areOpposed(ownRole, other.role),
      decision: same === null ? null : { same: same === 1, reason, at, by },
    }),
  ]
}

function shareWord(one: string, other: string): boolean {
  const words = new Set(nameWordsOf(one))
  return nameWordsOf(other).some(word => words.has(word))
}
const areOpposed = (one: PersonRole, other: PersonRole): boolean =>
  (one === 'client' && other === 'perpetrator') || (one === 'perpetrator' && other === 'client')

/** What needs a person first: a conflict that was not ruled out, then whatever nobody has decided. */
const weightOf = ({ conflict, decision }: PersonMatch): number =>
  (conflict && decision?.same !== false ? 2 : 0) + (decision === null ? 1 : 0)
