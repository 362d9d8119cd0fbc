import { AppError } from '../../../shared/kernel/errors.ts'
import { command } from '../command.ts'
import { typedPath } from '../places.ts'
import { withStore } from '../vault-store.ts'

export const vaultCreate = command({
  words: 'vault create',
  takes: '--vault DIR --user NAME',
  says: 'Makes a vault. The recovery key in the answer is shown once: print it.',
  needs: ['vault', 'user'],
  run: ({ vault, user }, context) =>
    withStore(typedPath(vault), context, async store => {
      const { state } = await store.call('vault.status', {})
      if (state !== 'none') throw new AppError('vault-exists')
      const passphrase = await context.passphrases.fresh()
      return store.call('vault.create', { folder: null, userName: user, passphrase, practice: false })
    }),
})
