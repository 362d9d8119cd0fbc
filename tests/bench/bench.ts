import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleFigures } from './bundles.ts'
import { sealingFigures, unlockFigure } from './keys-and-files.ts'
import { queryFigures } from './queries.ts'
import type { Result } from './result.ts'
import { screenFigures } from './screens.ts'
import { writeFigures } from './writes.ts'

/** Every figure beside its peer, measured now. What is invented for it is removed. */
async function measure(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  try {
    return [
      await unlockFigure(),
      ...(await writeFigures(folder)),
      ...(await sealingFigures(folder)),
      ...(await queryFigures(join(folder, 'big'))),
      ...(await screenFigures()),
      ...(await bundleFigures(folder)),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function table(results: readonly Result[]): string {
  const width = Math.max(...results.map(({ name }) => name.length))
  return results
    .map(({ name, value, unit, ratio, goal, peer }) => {
      const verdict = ratio <= goal ? 'ok  ' : 'SLOW'
      return `${verdict} ${name.padEnd(width)} ${`${String(value)} ${unit}`.padStart(10)}  ${String(ratio)} of ${peer} (goal ${String(goal)})`
    })
    .join('\n')
}

/** Limits in milliseconds hold for a machine that does nothing else: how busy it was stands beside them. */
const machine = { cores: availableParallelism(), loadBefore: loadavg()[0] ?? 0 }
const results = await measure()
const loads = { ...machine, loadAfter: loadavg()[0] ?? 0 }
if (process.argv.includes('--json')) console.log(JSON.stringify({ results, machine: loads }))
else {
  console.log(table(results))
  console.log(
    `${String(loads.cores)} cores, load ${loads.loadBefore.toFixed(1)} before and ${loads.loadAfter.toFixed(1)} after`,
  )
}
