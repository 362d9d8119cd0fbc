import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealingFigure, unlockFigure } from './keys-and-files.ts'
import { queryFigures } from './queries.ts'
import type { Result } from './result.ts'
import { writeFigures } from './writes.ts'

/** Every figure beside its peer, measured now. What is invented for it is removed. */
async function measure(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  try {
    return [
      await unlockFigure(),
      ...(await writeFigures(folder)),
      await sealingFigure(folder),
      ...(await queryFigures(join(folder, 'big'))),
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

const results = await measure()
console.log(process.argv.includes('--json') ? JSON.stringify({ results }) : table(results))
