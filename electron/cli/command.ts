import { parseArgs } from 'node:util'
import { AppError } from '../../shared/kernel/errors.ts'
import type { PassphraseSource } from './passphrase.ts'

/** What a command may use beside its arguments. */
export type Context = {
  /** Aborted by Ctrl+C: the running job is cancelled, and nothing new is begun. */
  signal: AbortSignal
  passphrases: PassphraseSource
}
export type Command = {
  /** As typed: 'vault create'. */
  words: string
  /** Its arguments, as usage shows them. */
  takes: string
  says: string
  /** Options that sound like a secret and name the file that holds it. */
  secretFiles?: readonly string[]
  run: (args: readonly string[], context: Context) => Promise<unknown>
}
type Definition<Needs extends string, May extends string> = Omit<Command, 'run'> & {
  /** Options that must be there, each with a value. */
  needs: readonly Needs[]
  may?: readonly May[]
  /** Takes one word beside its options, which `run` gets as `name`. */
  named?: true
  run: (given: Given<Needs, May>, context: Context) => Promise<unknown>
}
type Given<Needs extends string, May extends string> = Record<Needs, string> & {
  [Name in May]?: string
} & { name: string }

/** A command that parses its own arguments. Throws `usage`, which never repeats what was typed: it may be a secret. */
export function command<const Needs extends string = never, const May extends string = never>({
  run,
  needs,
  may = [],
  named,
  ...shown
}: Definition<Needs, May>): Command {
  return {
    ...shown,
    run(args, context) {
      const { values, positionals } = parse(args, [...needs, ...may])
      for (const option of needs)
        if (values[option] === undefined) throw new AppError('usage', { rule: 'option-missing', option })
      const [name = '', ...rest] = positionals
      if (rest.length > 0 || (name !== '') !== (named === true))
        throw new AppError('usage', { rule: 'unexpected-words' })
      return run({ ...values, name } as Given<Needs, May>, context) // every needed option was just found
    },
  }
}

type Parsed = { values: Readonly<Record<string, string | undefined>>; positionals: readonly string[] }
function parse(args: readonly string[], names: readonly string[]): Parsed {
  const options = Object.fromEntries(names.map(name => [name, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true })
    const blank = Object.entries(values).find(([, value]) => value === '')
    if (blank) throw new AppError('usage', { rule: 'option-missing', option: blank[0] })
    return { values, positionals }
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('usage', { rule: 'option-unknown' }, { cause })
  }
}
