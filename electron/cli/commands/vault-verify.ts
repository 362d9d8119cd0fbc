import { notChecked, type Verification } from '../../../shared/features/vault.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { command } from '../command.ts'
import { typedPath } from '../places.ts'
import { withOpenVault } from '../vault-store.ts'

export const vaultVerify = command({
  words: 'vault verify',
  takes: '--vault DIR',
  says: 'Reads all of a vault and says what is damaged. Damage is a result, not an error.',
  needs: ['vault'],
  run: ({ vault }, context) =>
    withOpenVault(typedPath(vault), context, store => store.call('vault.verify', {})).catch(unreadable),
})

/** A vault too damaged to be opened has been checked all the same: the answer is that nothing else could be. */
function unreadable(cause: unknown): Verification {
  if (!(cause instanceof AppError) || cause.code !== 'vault-damaged') throw cause
  const rule = cause.details['rule'] ?? 'page-damaged'
  const database = { ok: false, checked: 0, problems: [{ rule, id: '' }] }
  return { database, foreignKeys: notChecked, auditChain: notChecked, files: notChecked }
}
