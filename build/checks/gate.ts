import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { root } from '../setup/places.mjs'

/** One question about the work tree. `problems` answers with one sentence for each thing wrong, so none means passed. */
export type Gate = { name: string; problems: () => Promise<string[]> | string[] }
export type Finished = { exitCode: number; output: string }
type Running = () => void

let free = Math.max(1, availableParallelism())
const waiting: Running[] = []

/** Runs a package's program with our own Node and collects what it says. No more run at once than there are cores. */
export async function runTool(script: string, args: readonly string[]): Promise<Finished> {
  if (free === 0) await new Promise<void>(resolve => waiting.push(resolve))
  else free -= 1
  try {
    return await collect(process.execPath, [`${root}/node_modules/${script}`, ...args])
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
}

/** Runs any program in the root folder and collects what it says. */
export function collect(file: string, args: readonly string[]): Promise<Finished> {
  const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const keep = (text: string): void => void (output += text)
  child.stdout.setEncoding('utf8').on('data', keep)
  child.stderr.setEncoding('utf8').on('data', keep)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({ exitCode: code ?? 1, output: output.trim() }))
  })
}

/** What a tool said, if it failed. */
export const complaint = ({ exitCode, output }: Finished): string[] =>
  exitCode === 0 ? [] : [output || `ended with exit code ${exitCode}`]
