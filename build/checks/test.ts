import { join } from 'node:path'
import { runInForeground } from '../setup/foreground.ts'
import { root } from '../setup/places.mjs'
import { runEndToEnd } from './end-to-end.ts'
import { closingLine, isGood, readTotals, sum, vitestTotals, type Totals } from './totals.ts'

/** Unit, store and renderer tests. `args` go to Vitest. */
export async function runVitest(args: readonly string[] = []): Promise<Totals> {
  const report = join(root, 'out/test/vitest.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const config = join(root, 'tests/vitest.config.ts')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const exitCode = await runInForeground([process.execPath, vitest, 'run', '--config', config, ...reporters, ...args], {
    cwd: root,
  })
  return readTotals(report, vitestTotals, exitCode)
}

/** Builds the app, then passes every test there is: what `npm test` does, and the second half of `npm run check`. */
export async function runEveryTest(): Promise<Totals> {
  const built = await runInForeground([process.execPath, join(root, 'build/vite/build.ts')], { cwd: root })
  if (built !== 0) return { passed: 0, failed: 1, skipped: 0 }
  return sum([await runVitest(), await runEndToEnd()])
}

if (import.meta.main) {
  const totals = await runEveryTest()
  console.log(closingLine(totals))
  process.exitCode = isGood(totals) ? 0 : 1
}
