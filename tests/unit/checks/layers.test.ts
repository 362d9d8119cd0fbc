import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { forbiddenImports } from '../../../build/checks/layers.ts'

vi.setConfig({ testTimeout: 60_000 }) // the first test loads the tool

/** A small tree that keeps every rule: most edges that style.md allows are in it. */
const sound: Readonly<Record<string, string>> = {
  'node_modules/zod/package.json': '{"name":"zod","main":"index.js"}',
  'node_modules/zod/index.js': '',
  'node_modules/temporal-polyfill/package.json': '{"name":"temporal-polyfill","main":"index.js"}',
  'node_modules/temporal-polyfill/index.js': '',
  'node_modules/electron/package.json': '{"name":"electron","main":"index.js"}',
  'node_modules/electron/index.js': '',
  'node_modules/better-sqlite3/package.json': '{"name":"better-sqlite3","main":"index.js"}',
  'node_modules/better-sqlite3/index.js': '',
  'node_modules/left/package.json': '{"name":"left","main":"index.js"}',
  'node_modules/left/index.js': '',
  'shared/kernel/ids.ts': "import * as z from 'zod'; export const id = z",
  'shared/kernel/dates.ts': "import { Temporal } from 'temporal-polyfill'; export const day = Temporal",
  'shared/contract/contract.ts': "import { id } from '../kernel/ids.ts'; export type Bridge = typeof id",
  'electron/channel.ts': 'export const channel = 1',
  'electron/start.ts': "import { host } from './store/store-host.ts'; export const start = host",
  'electron/store/store-host.ts': "import { channel } from '../channel.ts'; export const host = channel",
  'electron/store/database.ts': "import Database from 'better-sqlite3'; export const db = Database",
  'electron/store/handlers.ts': "import { a } from './cases/cases.service.ts'; export const handlers = a",
  'electron/store/cases/cases.service.ts':
    "import { b } from '../people/people.repo.ts'; import { id } from '../../../shared/kernel/ids.ts'; export const a = [b, id]",
  'electron/store/people/people.service.ts': 'export const c = 1',
  'electron/store/people/people.repo.ts': "import { db } from '../database.ts'; export const b = db",
  'electron/store/migrations/migration.ts': 'export type Migration = { id: number }',
  'electron/store/migrations/0001-first.ts':
    "import type { Migration } from './migration.ts'; export const m0001: Migration = { id: 1 }",
  'electron/jobs/job-host.ts': "import { channel } from '../channel.ts'; export const jobHost = channel",
  'electron/jobs/hash.job.ts': "import { id } from '../../shared/kernel/ids.ts'; export const hash = id",
  'electron/main/main.ts':
    "import { app } from 'electron'; import { start } from '../start.ts'; import { host } from '../store/store-host.ts'; import { jobHost } from '../jobs/job-host.ts'; export const main = [app, start, host, jobHost]",
  'electron/cli/cli.ts': "import { host } from '../store/store-host.ts'; export const cli = host",
  'electron/preload/preload.ts':
    "import { contextBridge } from 'electron'; import type { Bridge } from '../../shared/contract/contract.ts'; export const preload: Bridge = contextBridge",
  'renderer/lib/api.ts': "import { id } from '../../shared/kernel/ids.ts'; export const api = id",
  'renderer/ui/Button.tsx': "import { api } from '../lib/api.ts'; export const Button = api",
  'renderer/features/cases/CaseScreen.tsx':
    "import { Button } from '../../ui/Button.tsx'; export const CaseScreen = Button",
  'renderer/features/people/PeopleScreen.tsx':
    "import { api } from '../../lib/api.ts'; export const PeopleScreen = api",
  'renderer/app/main.tsx':
    "import { CaseScreen } from '../features/cases/CaseScreen.tsx'; export const page = CaseScreen",
  'build/tool.ts': "import { page } from '../renderer/app/main.tsx'; export const tool = page",
  'tests/unit/tool.test.ts': "import { tool } from '../../build/tool.ts'; export const seen = tool",
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** What the rules say of the sound tree with some files more, or other. */
function judge(planted: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-layers-'))
  folders.push(folder)
  for (const [path, text] of Object.entries({ ...sound, ...planted })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return forbiddenImports(folder)
}

test('a tree that keeps the rules has no forbidden import', async () => {
  expect(await judge({})).toEqual([])
})

const violations: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['shared-is-pure', 'shared/kernel/a.ts', "import { readFileSync } from 'node:fs'; export const a = readFileSync"],
  ['shared-is-pure', 'shared/kernel/a.ts', "import left from 'left'; export const a = left"],
  [
    'shared-is-pure',
    'shared/kernel/a.ts',
    "import type { channel } from '../../electron/channel.ts'; export type A = typeof channel",
  ],
  ['store-stands-alone', 'electron/store/a.ts', "import { hash } from '../jobs/hash.job.ts'; export const a = hash"],
  ['store-stands-alone', 'electron/store/a.ts', "import { start } from '../main/window.ts'; export const a = start"],
  ['jobs-stand-alone', 'electron/jobs/a.ts', "import { db } from '../store/database.ts'; export const a = db"],
  ['main-and-cli-reach-hosts', 'electron/main/a.ts', "import { db } from '../store/database.ts'; export const a = db"],
  [
    'main-and-cli-reach-hosts',
    'electron/cli/a.ts',
    "import { hash } from '../jobs/hash.job.ts'; export const a = hash",
  ],
  [
    'main-and-cli-reach-hosts',
    'electron/cli/a.ts',
    "import { window } from '../main/window.ts'; export const a = window",
  ],
  [
    'main-and-cli-reach-hosts',
    'electron/main/a.ts',
    "import { api } from '../../renderer/lib/api.ts'; export const a = api",
  ],
  ['common-files-reach-hosts', 'electron/a.ts', "import { db } from './store/database.ts'; export const a = db"],
  ['channel-stands-alone', 'electron/channel.ts', "import { other } from './other.ts'; export const channel = other"],
  [
    'preload-knows-the-contract',
    'electron/preload/a.ts',
    "import type { id } from '../../shared/kernel/ids.ts'; export type A = typeof id",
  ],
  [
    'preload-takes-types-only',
    'electron/preload/a.ts',
    "import { a } from '../../shared/contract/values.ts'; export const b = a",
  ],
  ['no-electron-outside-main', 'electron/store/a.ts', "import { app } from 'electron'; export const a = app"],
  ['no-electron-outside-main', 'electron/jobs/a.ts', "import { app } from 'electron'; export const a = app"],
  ['no-electron-outside-main', 'electron/channel.ts', "import { app } from 'electron'; export const channel = app"],
  [
    'the-database-is-the-stores',
    'electron/jobs/a.ts',
    "import Database from 'better-sqlite3'; export const a = Database",
  ],
  [
    'the-database-is-the-stores',
    'electron/main/a.ts',
    "import Database from 'better-sqlite3'; export const a = Database",
  ],
  [
    'page-stands-alone',
    'renderer/lib/a.ts',
    "import type { channel } from '../../electron/channel.ts'; export type A = typeof channel",
  ],
  ['page-has-no-node', 'renderer/lib/a.ts', "import { join } from 'node:path'; export const a = join"],
  ['page-has-no-node', 'renderer/lib/a.ts', "import { webUtils } from 'electron'; export const a = webUtils"],
  ['page-lib-looks-down', 'renderer/lib/a.ts', "import { Button } from '../ui/Button.tsx'; export const a = Button"],
  [
    'page-ui-looks-down',
    'renderer/ui/A.tsx',
    "import { CaseScreen } from '../features/cases/CaseScreen.tsx'; export const A = CaseScreen",
  ],
  [
    'page-features-looks-down',
    'renderer/features/people/A.tsx',
    "import { page } from '../../app/main.tsx'; export const A = page",
  ],
  [
    'no-feature-imports-another',
    'renderer/features/people/A.tsx',
    "import { CaseScreen } from '../cases/CaseScreen.tsx'; export const A = CaseScreen",
  ],
  [
    'no-feature-imports-another',
    'renderer/features/new/A.tsx',
    "import { CaseScreen } from '../cases/CaseScreen.tsx'; export const A = CaseScreen",
  ],
  [
    'no-service-of-another-feature',
    'electron/store/cases/a.service.ts',
    "import { c } from '../people/people.service.ts'; export const a = c",
  ],
  [
    'repositories-hold-no-rules',
    'electron/store/people/a.repo.ts',
    "import { c } from './people.service.ts'; export const a = c",
  ],
  [
    'migrations-are-frozen',
    'electron/store/migrations/0002-a.ts',
    "import { id } from '../../../shared/kernel/ids.ts'; export const a = id",
  ],
  [
    'migrations-are-frozen',
    'electron/store/migrations/0002-a.ts',
    "import { Migration } from './migration.ts'; export const a = Migration",
  ],
  ['the-app-needs-no-tools', 'renderer/lib/a.ts', "import { tool } from '../../build/tool.ts'; export const a = tool"],
  ['build-needs-no-tests', 'build/a.ts', "import { seen } from '../tests/unit/tool.test.ts'; export const a = seen"],
  ['no-cycles', 'renderer/lib/a.ts', "import { b } from './b.ts'; export const a = b"],
  ['imports-exist', 'renderer/lib/a.ts', "import { b } from './nowhere.ts'; export const a = b"],
]
const alsoPlanted = {
  'electron/main/window.ts': 'export const window = 1; export const start = 1',
  'electron/other.ts': 'export const other = 1',
  'shared/contract/values.ts': 'export const a = 1',
  'renderer/lib/b.ts': "import { a } from './a.ts'; export const b = a",
  'renderer/lib/a.ts': 'export const a = 1',
}

test.each(violations)('%s catches %s: %s', async (rule, path, text) => {
  const found = await judge({ ...alsoPlanted, [path]: text })
  expect(found.filter(line => line.startsWith(`${rule}: ${path} → `))).toHaveLength(1)
})
