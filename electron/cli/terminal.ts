import { openSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { ReadStream } from 'node:tty'
import { AppError } from '../../shared/kernel/errors.ts'

const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })

/**
 * Asks on the terminal, and shows nothing of what is typed. Throws `usage` where there is no terminal, `cancelled` on Ctrl+C and
 * Ctrl+D. The terminal itself is read, since stdin may carry the input of a call.
 */
export async function askSilently(question: string, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted()
  const terminal = openTerminal()
  process.stderr.write(question)
  const reader = createInterface({ input: terminal, output: nowhere, terminal: true, historySize: 0 })
  try {
    return await new Promise<string>((resolve, reject) => {
      const stop = (): void => reject(new AppError('cancelled'))
      reader.once('SIGINT', stop)
      reader.once('close', stop)
      signal.addEventListener('abort', stop, { once: true })
      reader.question('', resolve)
    })
  } finally {
    reader.close() // echo comes back with it
    if (terminal !== process.stdin) terminal.destroy()
    process.stderr.write('\n')
  }
}

function openTerminal(): ReadStream {
  if (!process.stderr.isTTY) throw new AppError('usage', { rule: 'passphrase-needed' })
  if (process.platform === 'win32') {
    if (process.stdin.isTTY) return process.stdin
    throw new AppError('usage', { rule: 'passphrase-needed' })
  }
  try {
    return new ReadStream(openSync('/dev/tty', 'r'))
  } catch (cause) {
    throw new AppError('usage', { rule: 'passphrase-needed' }, { cause })
  }
}
