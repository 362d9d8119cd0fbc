import * as z from 'zod'
import { Passphrase } from '../../shared/features/keys.ts'
import { strengthOf } from './strength.ts'

/** The two answers of a question for a new passphrase, for a form's schema. */
export const passphraseTwice = { passphrase: Passphrase, again: z.string() }
type Twice = { passphrase: string; again: string }

/** Says that the two differ; silent while the first is wrong by itself, for one problem at a time is enough. */
export const typedTheSame: [(twice: Twice) => boolean, { error: string; path: string[] }] = [
  ({ passphrase, again }) => !Passphrase.safeParse(passphrase).success || passphrase === again,
  { error: 'passphrases-differ', path: ['again'] },
]

/** Why a passphrase is not taken although it is long enough, or null. Where that can't be told, it is taken. */
export async function refusalOf(passphrase: string, known: readonly string[]): Promise<string | null> {
  const strength = await strengthOf(passphrase, known).catch(() => null)
  if (strength?.score !== 0) return null
  return 'This would be guessed within a minute. Choose four or five words that don’t belong together.'
}
