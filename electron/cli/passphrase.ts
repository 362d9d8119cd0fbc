import { AppError } from '../../shared/kernel/errors.ts'
import { askSilently } from './terminal.ts'

export type PassphraseSource = {
  /** One that opens a vault. */
  known: () => Promise<string>
  /** One for a new vault: asked for twice on a terminal. */
  fresh: () => Promise<string>
}

/** From WAYMARK_PASSPHRASE, which no process started from here will see, or else from the terminal. Never an argument. */
export function takePassphrases(signal: AbortSignal): PassphraseSource {
  const given = process.env['WAYMARK_PASSPHRASE'] ?? ''
  delete process.env['WAYMARK_PASSPHRASE']
  if (given !== '') return { known: () => Promise.resolve(given), fresh: () => Promise.resolve(given) }
  return {
    known: () => askSilently('Passphrase: ', signal),
    async fresh() {
      const first = await askSilently('New passphrase: ', signal)
      const again = await askSilently('The same again: ', signal)
      if (first !== again) throw new AppError('invalid-input', { field: 'passphrase', rule: 'passphrases-differ' })
      return first
    },
  }
}

/** True for `--passphrase` and what people type for it: other programs of the same machine can read arguments. */
export const isPassphraseOption = (argument: string): boolean => /^--?(?:pass|pw|pin|secret|key)/i.test(argument)
