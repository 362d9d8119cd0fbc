import type { UserDraft, userCalls } from '../../../shared/features/users.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { SlotId, UserId } from '../../../shared/kernel/ids.ts'
import type { ReadTx } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { newId } from '../new-id.ts'
import { freshDerivation, slotFrom, toTry } from '../vault/passphrase-slots.ts'
import { readVaultFile, stageVaultFile, writeVaultFile } from '../vault/vault-file.ts'
import { countActiveManagers, insertUser, listUsers, requireUser, slotOf, updateUser } from './users.repo.ts'

export const userHandlers: StoreHandlers<typeof userCalls> = {
  'users.list': tx => ({ rows: listUsers(tx.db) }),
  'users.add': {
    prepare(tx, { user, passphrase }) {
      refuseSameName(tx, user, null)
      return { tries: null, fresh: freshDerivation(passphrase) }
    },
    finish(tx, { user }, done) {
      refuseSameName(tx, user, null)
      const slotId = newId(SlotId, tx.now)
      const added = insertUser(tx, { id: newId(UserId, tx.now), slotId, user })
      const file = readVaultFile(tx.vault.folder)
      // Before the commit: a slot without its user opens nothing, a user without a slot could never unlock.
      writeVaultFile(tx.vault.folder, { ...file, slots: [...file.slots, slotFrom(slotId, done, tx.vault.vaultKey)] })
      return added
    },
  },
  'users.update'(tx, { id, revision, user }) {
    const current = requireUser(tx.db, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: user }
    refuseSameName(tx, user, id)
    if (current.role === 'manager' && user.role !== 'manager') requireAnotherManager(tx)
    const change = { set: 'name = @name, role = @role', action: 'user.updated', given: user }
    const record = updateUser(tx, current, change)
    const own = id === tx.actor.id
    if (own) tx.afterCommit(() => (tx.vault.actor = { id, name: record.name, role: record.role }))
    return { outcome: 'saved', record }
  },
  'users.remove'(tx, { id, revision }) {
    const current = requireUser(tx.db, id)
    if (current.revision !== revision) throw new AppError('conflict', { rule: 'stale-revision', id })
    if (id === tx.actor.id) throw new AppError('invalid-input', { rule: 'own-user' })
    if (!current.active) throw new AppError('invalid-input', { rule: 'user-removed' })
    if (current.role === 'manager') requireAnotherManager(tx)
    const slotId = SlotId.parse(slotOf(tx.db, id))
    const removed = updateUser(tx, current, { set: 'active = 0, slot_id = NULL', action: 'user.removed' })
    const file = readVaultFile(tx.vault.folder)
    const slots = file.slots.filter(slot => slot.id !== slotId)
    tx.afterCommit(stageVaultFile(tx.vault.folder, { ...file, slots }, slotId))
    return removed
  },
  'users.changePassphrase': {
    prepare(tx, { current, passphrase }) {
      const own = readVaultFile(tx.vault.folder).slots.filter(slot => slot.id === slotOf(tx.db, tx.actor.id))
      return { tries: toTry(current, own), fresh: freshDerivation(passphrase) }
    },
    finish(tx, _input, done) {
      if (!done.opened) throw new AppError('wrong-passphrase', { field: 'current' })
      const slotId = SlotId.parse(slotOf(tx.db, tx.actor.id))
      const user = requireUser(tx.db, tx.actor.id)
      const changed = updateUser(tx, user, { set: 'slot_id = slot_id', action: 'user.passphrase-changed' })
      const file = readVaultFile(tx.vault.folder)
      const others = file.slots.filter(slot => slot.id !== slotId)
      const slots = [...others, slotFrom(slotId, done, tx.vault.vaultKey)]
      tx.afterCommit(stageVaultFile(tx.vault.folder, { ...file, slots }))
      return changed
    },
  },
}

/** Two people of the same name could not be told apart in a history. */
function refuseSameName(tx: ReadTx, { name }: UserDraft, exceptId: UserId | null): void {
  const same = listUsers(tx.db).some(user => user.id !== exceptId && user.name.toLowerCase() === name.toLowerCase())
  if (same) throw new AppError('invalid-input', { field: 'name', rule: 'name-taken' })
}

/** The last manager can't be removed or demoted: nobody could add users any more. */
function requireAnotherManager(tx: ReadTx): void {
  if (countActiveManagers(tx.db) < 2) throw new AppError('invalid-input', { rule: 'last-manager' })
}
