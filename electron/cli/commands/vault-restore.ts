import { FileToken } from '../../../shared/kernel/ids.ts'
import { command } from '../command.ts'
import { existingFolder, typedPath, typedPathOrNull } from '../places.ts'
import { withStore } from '../vault-store.ts'

export const vaultRestore = command({
  words: 'vault restore',
  takes: '--vault DIR --backup NAME [--from DIR]',
  says: 'Puts a backup in the place of a vault’s database. What was there is kept beside it, and the answer says where.',
  needs: ['vault', 'backup'],
  may: ['from'],
  run: ({ vault, backup, from }, context) =>
    withStore(from === undefined ? existingFolder(vault) : typedPath(vault), context, store =>
      store.call('vault.restore', { name: backup, folder: FileToken.nullable().parse(typedPathOrNull(from)) }),
    ),
})
