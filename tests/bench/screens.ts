import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInForeground } from '../../build/setup/foreground.ts'
import { root } from '../../build/setup/places.mjs'
import { result, type Result } from './result.ts'
import { samplesFile, type Samples } from './screens/samples.ts'

const [tabLimit, captureLimit] = [150, 100]
const keep = 'out/bench'

/**
 * What somebody waits for on the screen, in the real app: a tab of a case with 1,000 incidents, 500 notes and 300 police contacts
 * from the click to the frame that shows it, and a quick capture from its last key to the frame that says it is saved.
 */
export async function screenFigures(): Promise<Result[]> {
  const script = join(import.meta.dirname, 'screens/run.ts')
  const stderr = 2 // what a build and a test runner say is no figure
  const code = await runInForeground([process.execPath, script], { cwd: root, stdio: ['ignore', stderr, stderr] })
  if (code !== 0) throw new Error(`The screens could not be measured: see ${keep}`)
  const samples = JSON.parse(readFileSync(join(root, keep, samplesFile), 'utf8')) as Samples // written by the spec just run
  const { first, again, captures } = samples
  const every = [first, again].flatMap(tabs => Object.values(tabs).flat())
  const best = Object.values(first).map(times => Math.min(...times))
  return [
    figure('a tab of a case of 1,800 records, 95th percentile', tabLimit, high(every)),
    figure('the same, first time in a case, 95th percentile', tabLimit, high(Object.values(first).flat())),
    figure('the same, best of four first times, slowest tab', tabLimit, Math.max(...best)),
    figure('quick capture, last key to saved, 95th percentile', captureLimit, high(captures)),
    figure('the same, best', captureLimit, Math.min(...captures)),
  ]
}

const figure = (name: string, limit: number, value: number): Result =>
  result({ name, unit: 'ms', peer: `limit of ${String(limit)} ms`, goal: 1 }, value, limit)

/** What 19 of 20 stay below. */
const high = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1] ?? Infinity
