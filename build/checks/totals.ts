import { readFileSync } from 'node:fs'
import * as z from 'zod'

export type Totals = { passed: number; failed: number; skipped: number }

const VitestReport = z.object({
  numPassedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
})

/** A file that could not even be loaded has no tests, so it counts as one that failed. */
export function vitestTotals(report: unknown): Totals {
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = VitestReport.parse(report)
  const failed = testResults.map(({ status, assertionResults }) => {
    const tests = assertionResults.filter(test => test.status === 'failed').length
    return status === 'failed' ? Math.max(1, tests) : tests
  })
  return { passed: numPassedTests, failed: failed.reduce((a, b) => a + b, 0), skipped: numPendingTests + numTodoTests }
}

/** A test that passed only on a second try failed. */
export function playwrightTotals(report: unknown): Totals {
  const { stats, errors } = PlaywrightReport.parse(report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

/** Reads a runner's own report. A runner that failed without saying which test, or wrote no report, failed once. */
export function readTotals(file: string, read: (report: unknown) => Totals, exitCode: number): Totals {
  const totals = totalsIn(file, read)
  return exitCode !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals
}

function totalsIn(file: string, read: (report: unknown) => Totals): Totals {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

export const sum = (all: readonly Totals[]): Totals => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
  skipped: all.reduce((total, { skipped }) => total + skipped, 0),
})

/** The plain closing line that people and CI read. */
export const closingLine = ({ passed, failed, skipped }: Totals): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** A run that tested nothing has proved nothing. */
export const isGood = ({ passed, failed }: Totals): boolean => passed > 0 && failed === 0
