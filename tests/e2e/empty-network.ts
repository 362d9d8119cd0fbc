import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import * as z from 'zod'

/** What the program was asked to run, and for how long if it does not end by itself. */
export const Run = z.strictObject({ command: z.array(z.string()).min(1), seconds: z.number() })
/** `questions`: to the fake resolver. `packets`: all that were sent, loopback included. */
export const Counted = z.strictObject({
  questions: z.int(),
  packets: z.int(),
  said: z.string(),
  endedByItself: z.boolean(),
})

/**
 * Runs a program where the only network is a loopback with a fake resolver on it, and counts what it sends. Needs no
 * power: the namespaces are the user's own.
 */
export async function runInEmptyNetwork(run: z.infer<typeof Run>): Promise<z.infer<typeof Counted>> {
  const inside = join(import.meta.dirname, 'empty-network-inside.ts')
  const namespaces = [
    '--user',
    '--map-root-user',
    '--net',
    '--mount',
    '--pid',
    '--fork',
    '--mount-proc',
    '--kill-child',
  ]
  const child = spawn('unshare', [...namespaces, process.execPath, inside, JSON.stringify(run)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return Counted.parse(await json(child.stdout))
}
