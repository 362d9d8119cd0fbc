import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { root } from '../setup/places.mjs'
import { release } from '../vite/configs.ts'
import { treeChanges, treeState } from './clean-tree.ts'
import { developmentIn } from './dev-policy.ts'
import { changedMigrations, readNow, releasedMigrations } from './frozen-migrations.ts'
import { collect, complaint, type Gate } from './gate.ts'
import { leaksIn } from './leaks.ts'
import { packageProblems } from './packages.ts'
import { skippedTests } from './skipped-tests.ts'
import { runEveryTest } from './test.ts'
import { deadCode, format, imports, lint, types } from './tools.ts'
import { closingLine, isGood, sum, type Totals } from './totals.ts'
import { git, isCheckout, trackedFiles } from './tracked-files.ts'

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))
/** Whoever committed: full names and addresses only, because one word could be any word. */
const people = (): string[] => {
  const lines = isCheckout() ? git('log', '--format=%ae%n%an').split('\n') : []
  return [...new Set(lines)].filter(line => /\S[ @]\S/.test(line))
}

const gates: readonly Gate[] = [
  // The quick tools first: no more run at once than there are cores, and the rest wait their turn.
  format,
  deadCode,
  lint,
  types,
  imports,
  { name: 'leaks', problems: () => leaksIn(trackedFiles(), people()) },
  { name: 'skipped tests', problems: () => skippedTests(trackedFiles()) },
  { name: 'packages', problems: () => packageProblems(readJson('package.json'), readJson('package-lock.json')) },
  { name: 'frozen migrations', problems: () => changedMigrations(releasedMigrations(), readNow) },
  { name: 'dev policy', problems: buildAndReadPolicy },
]

async function buildAndReadPolicy(): Promise<string[]> {
  const built = await collect(process.execPath, [join(root, 'build/vite/build.ts')])
  return built.exitCode === 0 ? developmentIn(release.folder) : complaint(built)
}

/** Linux on x64 has a runtime and a Node to pack for a test; elsewhere a release is what is packed. */
async function packAndStart(): Promise<string[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return []
  const dist = [join(root, 'build/pack/dist.ts'), '--test-package', '--smoke']
  const packed = await collect(process.execPath, dist)
  return packed.exitCode === 0 ? [] : complaint(packed)
}

type Outcome = { name: string; problems: string[] }

async function pass({ name, problems }: Gate): Promise<Outcome> {
  await nextTurn() // so that one gate's own work is not counted as another's
  const begun = performance.now()
  const found = await Promise.resolve()
    .then(problems)
    .catch((cause: unknown) => [String(cause)])
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`${found.length === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(18)} ${seconds.padStart(6)} s`)
  return { name, problems: found }
}

function report(outcomes: readonly Outcome[]): Totals {
  const failed = outcomes.filter(({ problems }) => problems.length > 0)
  for (const { name, problems } of failed) console.log(`\n${name}\n${problems.join('\n')}`)
  return { passed: outcomes.length - failed.length, failed: failed.length, skipped: 0 }
}

/** The gates of the given names, or with no name every gate, then every test, then a look at what they left behind. */
async function check(wanted: readonly string[]): Promise<Totals> {
  if (wanted.length > 0) return report(await Promise.all(gates.filter(({ name }) => wanted.includes(name)).map(pass)))
  const before = treeState()
  const outcomes = await Promise.all(gates.map(pass))
  const tests = await runEveryTest()
  outcomes.push(await pass({ name: 'packed app', problems: packAndStart }))
  outcomes.push(await pass({ name: 'clean tree', problems: () => treeChanges(before, treeState()) }))
  return sum([report(outcomes), tests])
}

const totals = await check(process.argv.slice(2))
console.log(`\n${closingLine(totals)}`)
process.exitCode = isGood(totals) ? 0 : 1
