import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import * as z from 'zod'
import { errorCodes } from '../../shared/kernel/errors.ts'
import { scratchFolder } from './vault.ts'

const entry = join(import.meta.dirname, '../../electron/cli/cli.ts')
const configFolder = scratchFolder()

const Document = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), result: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({
      code: z.enum(errorCodes),
      message: z.string().min(1),
      details: z.record(z.string(), z.string()),
    }),
  }),
])
/** What the command line said. `document` has been checked to be all of stdout. */
export type Said = { exit: number | null; document: z.infer<typeof Document>; stdout: string; stderr: string }
type Given = { passphrase?: string; input?: unknown; cwd?: string; environment?: Record<string, string> }
export type RunningCli = { pid: number; said: Promise<Said> }

/** Starts the real command in a process group of its own, so that a signal can reach all of it, as Ctrl+C does. */
export function startCli(args: readonly string[], { passphrase, input, cwd, environment }: Given = {}): RunningCli {
  const { PATH = '', HOME = '' } = process.env
  const secret = passphrase === undefined ? {} : { WAYMARK_PASSPHRASE: passphrase }
  const child = spawn(process.execPath, [entry, ...args], {
    env: { PATH, HOME, WAYMARK_CONFIG_DIR: configFolder, ...secret, ...environment },
    stdio: 'pipe',
    detached: true,
    ...(cwd === undefined ? {} : { cwd }),
  })
  child.stdin.end(input === undefined ? '' : JSON.stringify(input))
  const exit = new Promise<number | null>(resolve => child.once('close', resolve))
  const said = Promise.all([exit, text(child.stdout), text(child.stderr)]).then(([code, stdout, stderr]) => ({
    exit: code,
    document: Document.parse(JSON.parse(stdout)),
    stdout,
    stderr,
  }))
  return { pid: z.int().parse(child.pid), said }
}

export const runCli = (args: readonly string[], given: Given = {}): Promise<Said> => startCli(args, given).said

/** The result, for a command that must succeed. */
export async function resultOf(args: readonly string[], given: Given = {}): Promise<unknown> {
  const { document, stderr } = await runCli(args, given)
  if (!document.ok) throw new Error(`${document.error.code} ${JSON.stringify(document.error.details)} ${stderr}`)
  return document.result
}

export type SeenProcess = { pid: number; cmdline: string; environ: string }
/** The processes that this one has started, as any program of the same user can see them. Linux only. */
export function childrenOf(pid: number): SeenProcess[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(name => ({
      pid: Number(name),
      cmdline: readOrNothing(`/proc/${name}/cmdline`),
      environ: readOrNothing(`/proc/${name}/environ`),
    }))
}
const parentOf = (name: string): number =>
  Number(
    readOrNothing(`/proc/${name}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ')[1],
  )
function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // it has ended
  }
}
