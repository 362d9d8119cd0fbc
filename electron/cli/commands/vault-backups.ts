import { command } from '../command.ts'
import { existingFolder } from '../places.ts'
import { withStore } from '../vault-store.ts'

export const vaultBackups = command({
  words: 'vault backups',
  takes: '--vault DIR',
  says: 'Lists the backups in a vault’s own folder, newest first. Needs no passphrase.',
  needs: ['vault'],
  run: ({ vault }, context) => withStore(existingFolder(vault), context, store => store.call('vault.backups', {})),
})
