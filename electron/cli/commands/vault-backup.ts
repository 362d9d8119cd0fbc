import { FileToken } from '../../../shared/kernel/ids.ts'
import { command } from '../command.ts'
import { typedPath, typedPathOrNull } from '../places.ts'
import { withOpenVault } from '../vault-store.ts'

export const vaultBackup = command({
  words: 'vault backup',
  takes: '--vault DIR [--to DIR]',
  says: 'Makes a checked copy: of the database into the vault’s own backups, or of the whole vault into another folder.',
  needs: ['vault'],
  may: ['to'],
  run: ({ vault, to }, context) =>
    withOpenVault(typedPath(vault), context, store =>
      store.call('vault.backup', { folder: FileToken.nullable().parse(typedPathOrNull(to)) }),
    ),
})
