import * as z from 'zod'
import { Actor, User, type UserDraft } from '../../../shared/features/users.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { SlotId, UserId } from '../../../shared/kernel/ids.ts'
import type { ReadDb, WriteTx } from '../database.ts'

const columns = `id, name, role, active, revision, created_at AS createdAt, created_by AS createdBy,
  updated_at AS updatedAt, updated_by AS updatedBy`

/** Everyone who ever used this vault, active users first. */
export const listUsers = (db: ReadDb): User[] =>
  db.prepare(`SELECT ${columns} FROM users ORDER BY active DESC, sort_key(name), id LIMIT 500`).all().map(toUser)

/** Throws `not-found`. */
export function requireUser(db: ReadDb, id: UserId): User {
  const row = db.prepare(`SELECT ${columns} FROM users WHERE id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'user', id })
  return toUser(row)
}
export function requireActiveUser(db: ReadDb, id: UserId): User {
  const user = requireUser(db, id)
  if (!user.active) throw new AppError('invalid-input', { field: 'ownerId', rule: 'user-removed' })
  return user
}

/** The active user whose slot this is, or undefined. */
export const findUserBySlot = (db: ReadDb, slotId: SlotId): Actor | undefined =>
  Actor.optional().parse(db.prepare('SELECT id, name, role FROM users WHERE slot_id = ? AND active = 1').get(slotId))

export const slotOf = (db: ReadDb, id: UserId): string =>
  z.string().parse(db.prepare('SELECT slot_id FROM users WHERE id = ? AND active = 1').pluck().get(id))

export function insertUser(tx: WriteTx, { id, slotId, user }: { id: UserId; slotId: SlotId; user: UserDraft }): User {
  tx.db
    .prepare(
      `INSERT INTO users (id, slot_id, name, role, active, revision, created_at, created_by, updated_at, updated_by)
       VALUES (@id, @slotId, @name, @role, 1, 1, @now, @actor, @now, @actor)`,
    )
    .run({ ...user, id, slotId, now: tx.now, actor: tx.actor.id })
  tx.audit('user.added', { id })
  return requireUser(tx.db, id)
}

type Change = { set: string; action: string; given?: Record<string, string | null> }
/** Throws `conflict` on a stale revision. `set` is SQL of the caller's, never input. */
export function updateUser(
  tx: WriteTx,
  { id, revision }: Pick<User, 'id' | 'revision'>,
  { set, action, given }: Change,
): User {
  const changed = tx.db
    .prepare(
      `UPDATE users SET ${set}, revision = revision + 1, updated_at = @now, updated_by = @actor
        WHERE id = @id AND revision = @revision`,
    )
    .run({ ...given, id, revision, now: tx.now, actor: tx.actor.id })
  if (changed.changes !== 1) throw new AppError('conflict', { rule: 'stale-revision', id })
  tx.audit(action, { id })
  return requireUser(tx.db, id)
}

export const countActiveManagers = (db: ReadDb): number =>
  z.int().parse(db.prepare(`SELECT count(*) FROM users WHERE active = 1 AND role = 'manager'`).pluck().get())

function toUser(row: unknown): User {
  const { active, ...rest } = z.looseObject({ active: z.int() }).parse(row)
  return User.parse({ ...rest, active: active === 1 })
}
