import { command } from '../command.ts'
import { typedPath } from '../places.ts'
import { withOpenVault } from '../vault-store.ts'

export const vaultInfo = command({
  words: 'vault info',
  takes: '--vault DIR',
  says: 'Says which format and schema a vault has, and how many records of each kind.',
  needs: ['vault'],
  run: ({ vault }, context) => withOpenVault(typedPath(vault), context, store => store.call('vault.info', {})),
})
