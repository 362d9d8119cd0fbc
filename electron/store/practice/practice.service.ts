import { randomBytes } from 'node:crypto'
import type { practiceCalls } from '../../../shared/features/practice.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { SlotId, UserId } from '../../../shared/kernel/ids.ts'
import type { Actor } from '../../../shared/features/users.ts'
import type { StoreHandlers, VaultWriteTx } from '../dispatch.ts'
import { newId } from '../new-id.ts'
import { insertUser, listUsers } from '../users/users.repo.ts'
import { slotFrom } from '../vault/passphrase-slots.ts'
import { readVaultFile, writeVaultFile } from '../vault/vault-file.ts'
import { countRecords } from '../vault/vault.repo.ts'
import { colleagues, namer } from './invented.ts'
import { tellOrdinaryCase } from './ordinary-case.ts'
import { randomFrom } from './random.ts'
import { tellRichCase } from './rich-case.ts'
import type { Telling } from './telling.ts'

export const practiceHandlers: StoreHandlers<typeof practiceCalls> = {
  'practice.seed'(tx, { cases, seed, today }) {
    if (countRecords(tx.db).cases > 0) throw new AppError('invalid-input', { rule: 'vault-not-empty' })
    const random = randomFrom(seed)
    const telling: Telling = { tx, random, today, names: namer(random) }
    const team = [tx.actor, ...addColleagues(tx)]
    for (let index = 0; index < cases; index += 1) {
      const owner = team[shares[index % shares.length] ?? 0] ?? tx.actor
      if (index === 0) tellRichCase(telling, owner)
      else tellOrdinaryCase(telling, { owner, isClosed: index % 13 === 12 })
    }
    tx.audit('practice.seeded', {})
    const counted = countRecords(tx.db)
    return { cases: counted.cases, events: counted.events }
  },
}

/** Whose each case is, in turn: one has more than is safe, as many have (domain F1.12). */
const shares = [0, 0, 0, 1, 0, 0, 2, 0, 1, 0]

// Costs next to nothing to try: no passphrase was ever derived for it.
const cost = { memoryKiB: 8, passes: 1, lanes: 1 }
/**
 * Colleagues whose cases these are too. Their slots are sealed under random keys that nobody has and nobody keeps, so they are
 * users like any other, and no way into the vault.
 */
function addColleagues(tx: VaultWriteTx): Actor[] {
  const file = readVaultFile(tx.vault.folder)
  const here = listUsers(tx.db).map(({ name }) => name.toLowerCase())
  const added = colleagues
    .filter(name => !here.includes(name.toLowerCase()))
    .map(name => {
      const slotId = newId(SlotId, tx.now)
      const fresh = { salt: randomBytes(16).toString('base64'), cost, key: new Uint8Array(randomBytes(32)) }
      const { id, role } = insertUser(tx, { id: newId(UserId, tx.now), slotId, user: { name, role: 'advocate' } })
      return { actor: { id, name, role }, slot: slotFrom(slotId, { opened: null, fresh }, tx.vault.vaultKey) }
    })
  // Before the commit, as for any user: a slot without its user opens nothing.
  writeVaultFile(tx.vault.folder, { ...file, slots: [...file.slots, ...added.map(({ slot }) => slot)] })
  return added.map(({ actor }) => actor)
}
