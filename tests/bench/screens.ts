import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInForeground } from '../../build/setup/foreground.ts'
import { root } from '../../build/setup/places.mjs'
import { middle, result, type Result } from './result.ts'
import { firstPageFile, framesFile, samplesFile, type Frames, type Samples } from './screens/samples.ts'

const [tabLimit, captureLimit, frameLimit, firstPageLimit] = [150, 100, 50, 300]
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
    ...firstPageFigures(JSON.parse(readFileSync(join(root, keep, firstPageFile), 'utf8')) as number[]), // as above
    ...frameFigures(JSON.parse(readFileSync(join(root, keep, framesFile), 'utf8')) as Frames), // as above
  ]
}

const firstPageFigures = (times: readonly number[]): Result[] => [
  figure('first page of a PDF of 500 pages, click to frame, median', firstPageLimit, middle(times)),
  figure('the same, best', firstPageLimit, Math.min(...times)),
]

/** Frames of a caseload of 5,000 beside those of an empty page scrolled the same way on the same busy machine. */
function frameFigures({ scrolled, sorted, empty }: Frames): Result[] {
  const beside = (name: string, of: (times: readonly number[]) => number, times: readonly number[]): Result =>
    result({ name, unit: 'ms', peer: 'an empty page scrolled the same way', goal: 2 }, of(times), of(empty))
  return [
    beside('a frame of a caseload of 5,000 while scrolled, median', middle, scrolled),
    beside('the same, 95th percentile', high, scrolled),
    beside('the same while sorted and narrowed, median', middle, sorted),
    beside('the same, 95th percentile', high, sorted),
    figure('the same, longest while scrolled', frameLimit, Math.max(...scrolled)),
    figure('the same, longest while sorted and narrowed', frameLimit, Math.max(...sorted)),
    figure('longest frame of the empty page', frameLimit, Math.max(...empty)),
  ]
}

const figure = (name: string, limit: number, value: number): Result =>
  result({ name, unit: 'ms', peer: `limit of ${String(limit)} ms`, goal: 1 }, value, limit)

/** What 19 of 20 stay below. */
const high = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1] ?? Infinity
