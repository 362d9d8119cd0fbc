import { text } from 'node:stream/consumers'
import { contract, isCallName, type Input, type CallName } from '../../../shared/contract/contract.ts'
import type { AnyCall } from '../../../shared/kernel/call.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { command } from '../command.ts'
import { typedPath } from '../places.ts'
import { withOpenVault, withStore } from '../vault-store.ts'

export const callCommand = command({
  words: 'call',
  takes: 'NAME --vault DIR',
  says: 'Makes one call of the contract: its input is JSON on stdin, its output is the result. Files are given as paths.',
  needs: ['vault'],
  named: true,
  async run({ vault, name }, context) {
    if (!isCallName(name)) throw new AppError('usage', { rule: 'no-such-call' })
    const call: AnyCall = contract[name]
    if (call.kind === 'native' || call.kind === 'reading') throw new AppError('usage', { rule: 'needs-window' })
    const input = withPaths(call, await readInput(context.signal))
    const inside = call.whileLocked ? withStore : withOpenVault
    return inside(typedPath(vault), context, store => store.call(name, input as Input<CallName>)) // the store parses it
  },
})

async function readInput(signal: AbortSignal): Promise<unknown> {
  if (process.stdin.isTTY) process.stderr.write('Type the input as JSON, then Ctrl+D on a line of its own.\n')
  const stop = (): void => void process.stdin.destroy()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const typed = await text(process.stdin)
    return typed.trim() === '' ? {} : (JSON.parse(typed) as unknown) // the store parses it
  } catch (cause) {
    signal.throwIfAborted()
    throw new AppError('invalid-input', { rule: 'input-not-json' }, { cause })
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Relative paths are relative to where the person is, not to where the store runs. */
function withPaths(call: AnyCall, input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input
  const paths = Object.entries(input).flatMap(([field, value]: [string, unknown]): [string, string][] =>
    call.files?.includes(field) && typeof value === 'string' && value !== '' ? [[field, typedPath(value)]] : [],
  )
  return { ...input, ...Object.fromEntries<string>(paths) }
}
