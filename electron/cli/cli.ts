import { AppError } from '../../shared/kernel/errors.ts'
import { sentenceFor } from '../../shared/wording/errors.ts'
import type { Context } from './command.ts'
import { commandList, commands, usage } from './commands.ts'
import { isPassphraseOption, takePassphrases } from './passphrase.ts'

// Entry of the command line: one JSON document on stdout, everything else on stderr.

process.stdout.on('error', () => undefined) // whoever reads us may stop reading
process.once('uncaughtException', cause => {
  fail(cause)
  process.exit() // children end with their starter
})
const signal = listenForInterruption()
await main(process.argv.slice(2), { signal, passphrases: takePassphrases(signal) })

async function main(args: readonly string[], context: Context): Promise<void> {
  try {
    print({ ok: true, result: await run(args, context) })
  } catch (cause) {
    fail(cause)
  }
}

async function run(args: readonly string[], context: Context): Promise<unknown> {
  const wanted = commands.find(({ words }) => words.split(' ').every((word, index) => args[index] === word))
  if (args[0] === 'help' || args.includes('--help') || args.includes('-h')) {
    process.stderr.write(usage())
    return commandList()
  }
  if (args.some(argument => isPassphraseOption(argument) && !(wanted?.secretFiles ?? []).includes(argument)))
    throw new AppError('usage', { rule: 'passphrase-as-argument' })
  if (!wanted) throw new AppError('usage', { rule: 'no-such-command' })
  return wanted.run(args.slice(wanted.words.split(' ').length), context)
}

function fail(cause: unknown): void {
  const error = AppError.from(cause).toShape()
  if (error.code === 'usage') process.stderr.write(usage())
  print({ ok: false, error: { code: error.code, message: sentenceFor(error), details: error.details } })
  process.exitCode = error.code === 'usage' ? 2 : 1
}

function print(document: object): void {
  process.stdout.write(`${JSON.stringify(document, null, process.stdout.isTTY ? 2 : 0)}\n`)
}

/** Ctrl+C, once or more: npm and the setting up pass it on as well, so it may arrive several times. */
function listenForInterruption(): AbortSignal {
  const controller = new AbortController()
  const stop = (): void => controller.abort(new AppError('cancelled'))
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
  return controller.signal
}
