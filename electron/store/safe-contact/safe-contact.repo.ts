import * as z from 'zod'
import { SafeContact, SafeContactPlan, type PlanState } from '../../../shared/features/safe-contact.ts'
import type { Instant } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { PersonId } from '../../../shared/kernel/ids.ts'
import type { ReadDb, WriteTx } from '../database.ts'
import { requireIdentifier, wasSoAt } from '../identifiers/identifiers.repo.ts'
import { keepRecordVersion } from '../record-versions.repo.ts'
import { heldAt, momentOf, planStateAt } from './plan-state.ts'

const Since = z.strictObject({ incident: z.int(), hearing: z.int(), move: z.int() })

/** A person's safe-contact plan, with whether it counts at this moment. Null: none was made. */
export function findSafeContact(db: ReadDb, personId: PersonId, now: Instant): SafeContact | null {
  const row = db
    .prepare(
      `SELECT s.person_id AS personId, p.case_id AS caseId, s.plan, s.confirmed_at AS confirmedAt,
              s.confirmed_by AS confirmedBy, s.revision, s.created_at AS createdAt, s.created_by AS createdBy,
              s.updated_at AS updatedAt, s.updated_by AS updatedBy
         FROM safe_contact_plans s JOIN people p ON p.id = s.person_id WHERE s.person_id = ?`,
    )
    .get(personId)
  if (row === undefined) return null
  const { plan: text, ...rest } = z
    .looseObject({ plan: z.string(), confirmedAt: SafeContact.shape.confirmedAt })
    .parse(row)
  const plan = SafeContactPlan.parse(JSON.parse(text))
  const { confirmedAt } = rest
  const since = stateOf(db, { personId, confirmedAt, plan, now })
  const state = since === 'current' && hasChanged(db, plan, confirmedAt) ? 'changed-since' : since
  return SafeContact.parse({ ...rest, plan, state })
}

/** Whether a number that hours were agreed for is another now. */
const hasChanged = (db: ReadDb, { windows }: SafeContactPlan, confirmedAt: Instant): boolean =>
  [...new Set(windows.map(({ identifierId }) => identifierId))].some(
    id => !wasSoAt(db, requireIdentifier(db, id), confirmedAt),
  )

type Standing = { personId: PersonId; confirmedAt: Instant; plan: SafeContactPlan; now: Instant }
function stateOf(db: ReadDb, { personId, confirmedAt, plan, now }: Standing): PlanState {
  const since = Since.parse(
    db
      .prepare(
        `SELECT EXISTS (SELECT 1 FROM events e WHERE e.case_id = p.case_id AND e.kind = 'incident'
                          AND e.withdrawn_reason IS NULL AND e.created_at > @confirmedAt) AS incident,
                EXISTS (SELECT 1 FROM events e WHERE e.case_id = p.case_id AND e.kind = 'hearing'
                          AND e.withdrawn_reason IS NULL AND e.from_at <= @now AND ${heldAt} > @confirmedAt) AS hearing,
                EXISTS (SELECT 1 FROM identifiers i WHERE i.person_id = p.id AND i.kind = 'address'
                          AND i.updated_at > @confirmedAt) AS move
           FROM people p WHERE p.id = @personId`,
      )
      .get({ personId, confirmedAt, now }),
  )
  const happened = { incident: since.incident === 1, hearing: since.hearing === 1, move: since.move === 1 }
  return planStateAt(momentOf(db, now))({ confirmedAt, confirmEveryDays: plan.confirmEveryDays, since: happened })
}

/** Not the id of the person alone, whose own states are kept under that. */
export const versionsOfPlan = (personId: PersonId): string => `safe-contact ${personId}`

/** Writes a plan over revision `revision`, 0 for none. Throws `conflict` if that is not the current one. */
export function writeSafeContact(
  tx: WriteTx,
  { personId, revision, caseId }: { personId: PersonId; revision: number; caseId: string },
  plan: SafeContactPlan,
): void {
  const changed = tx.db
    .prepare(
      `INSERT INTO safe_contact_plans (person_id, plan, confirmed_at, confirmed_by,
                                       revision, created_at, created_by, updated_at, updated_by)
       VALUES (@personId, @plan, @now, @actor, 1, @now, @actor, @now, @actor)
       ON CONFLICT (person_id) DO UPDATE SET plan = @plan, confirmed_at = @now, confirmed_by = @actor,
              revision = revision + 1, updated_at = @now, updated_by = @actor WHERE revision = @revision`,
    )
    .run({ personId, revision, plan: JSON.stringify(plan), now: tx.now, actor: tx.actor.id })
  if (changed.changes !== 1) throw new AppError('conflict', { rule: 'stale-revision', id: personId })
  keepRecordVersion(tx, versionsOfPlan(personId), { revision: revision + 1, form: plan })
  tx.audit(revision === 0 ? 'safe-contact.recorded' : 'safe-contact.updated', { id: personId, caseId })
}
