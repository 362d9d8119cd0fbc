import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

export type VirtualDisplay = { name: string; close: () => void }

/** Starts Xvfb on a display number that it finds itself; it outlasts its last client, which a reset can make it refuse the next. `prefix` makes it run as somebody else. */
export async function startVirtualDisplay(prefix: readonly string[] = []): Promise<VirtualDisplay> {
  const options = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset']
  const [file = '', ...args] = [...prefix, 'Xvfb', ...options]
  const server = spawn(file, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const close = (): void => void server.kill()
  process.once('exit', close)
  const numbers = server.stdio[3] as Readable // 'pipe' above makes it one; the types can't follow
  numbers.setEncoding('utf8')
  const ended = once(server, 'exit').then(() => {
    throw new Error('Xvfb ended before it had a display')
  })
  ended.catch(() => undefined) // its later end is no error
  let number = ''
  while (!number.endsWith('\n')) {
    const [text] = (await Promise.race([once(numbers, 'data'), ended])) as [string] // as setEncoding made it
    number += text
  }
  return { name: `:${number.trim()}`, close }
}
