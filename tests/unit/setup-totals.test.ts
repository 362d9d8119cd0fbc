import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closingLine, isGood, playwrightTotals, readTotals, sum, vitestTotals } from '../../build/checks/totals.ts'

const vitestReport = (...files: { status: string; tests: string[] }[]): unknown => ({
  numPassedTests: files.flatMap(({ tests }) => tests).filter(status => status === 'passed').length,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: files.map(({ status, tests }) => ({ status, assertionResults: tests.map(test => ({ status: test })) })),
})
const playwrightReport = (stats: object, errors: unknown[] = []): unknown => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
})

test('a test file that cannot be loaded counts as a failure', () => {
  const report = vitestReport(
    { status: 'failed', tests: [] },
    { status: 'failed', tests: ['passed', 'failed', 'failed'] },
  )
  expect(vitestTotals(report)).toEqual({ passed: 1, failed: 3, skipped: 0 })
})

test('a flaky end-to-end test and an error outside any test count as failures', () => {
  const report = playwrightReport({ expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, [{ message: 'no window' }])
  expect(playwrightTotals(report)).toEqual({ passed: 4, failed: 3, skipped: 2 })
})

test('a runner that fails, or leaves no report, never counts as good', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-totals-'))
  const file = join(folder, 'report.json')
  expect(readTotals(file, playwrightTotals, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  writeFileSync(file, JSON.stringify(playwrightReport({ expected: 3 })))
  expect(readTotals(file, playwrightTotals, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  expect(readTotals(file, playwrightTotals, 0)).toEqual({ passed: 3, failed: 0, skipped: 0 })
  rmSync(folder, { recursive: true })
})

test('the closing line is plain, and a run without tests is not good', () => {
  const totals = sum([
    { passed: 2, failed: 0, skipped: 0 },
    { passed: 3, failed: 1, skipped: 0 },
  ])
  expect(closingLine(totals)).toBe('5 passed, 1 failed')
  expect(closingLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped')
  expect([totals, sum([]), { passed: 1, failed: 0, skipped: 0 }].map(isGood)).toEqual([false, false, true])
})
