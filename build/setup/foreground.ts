import { spawn, type SpawnOptions } from 'node:child_process'
import { constants } from 'node:os'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs a command to its end and answers its exit code. Signals that reach us meanwhile are passed on. */
export function runInForeground(command: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const [file = '', ...args] = command
  const child = spawn(file, args, { stdio: 'inherit', ...options })
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal)
  for (const signal of signals) process.on(signal, passOn)
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  }).finally(() => {
    for (const signal of signals) process.off(signal, passOn)
  })
}
