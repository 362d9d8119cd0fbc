import { RuleTester, type Rule } from 'eslint'
import { parser } from 'typescript-eslint'
import { describe, it, vi } from 'vitest'
import { waymark } from '../../../build/checks/lint/plugin.ts'

vi.setConfig({ testTimeout: 60_000 }) // the first test with types loads the compiler
RuleTester.describe = describe
RuleTester.it = it

type Name = keyof typeof waymark.rules
const tester = new RuleTester({
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
})

/** Each code in `caught` breaks the rule once; none in `fine` does. */
function checkRule(name: Name, { fine, caught }: { fine: string[]; caught: string[] }): void {
  const rule: Rule.RuleModule = waymark.rules[name]
  tester.run(name, rule, { valid: fine, invalid: caught.map(code => ({ code, errors: 1 })) })
}

checkRule('one-door', {
  fine: ["import { contextBridge, type IpcRendererEvent } from 'electron'", "import { BrowserWindow } from 'electron'"],
  caught: [
    "import { ipcMain } from 'electron'",
    "import { ipcRenderer as quiet } from 'electron'",
    "import * as electron from 'electron'; electron.ipcMain.handle('a', () => 1)",
    "import electron from 'electron'; const { ipcMain: quiet } = electron",
    "import * as electron from 'electron'; electron['ipcRenderer']",
  ],
})

checkRule('controls-from-ui', {
  fine: ["import { Button } from '../ui/Button.tsx'"],
  caught: [
    "import { Button } from '@mantine/core'",
    "import '@mantine/core/styles.css'",
    "import { IconPlus } from '@tabler/icons-react'",
    "export { Button } from '@mantine/core'",
    "const later = () => import('@mantine/form')",
  ],
})

checkRule('clock-at-the-edge', {
  fine: ["const day = new Date('2026-03-01')", 'const later = (now: Instant) => Temporal.Instant.from(now)'],
  caught: [
    'const now = Date.now()',
    'const read = Date.now',
    'const now = new Date()',
    'const now = Date()',
    'const now = Temporal.Now.instant()',
  ],
})

checkRule('nothing-kept-in-the-page', {
  fine: ['const kept = writeDraft(key, values)', "document.title = 'Waymark'"],
  caught: [
    "localStorage.setItem('a', 'b')",
    'window.sessionStorage.clear()',
    "window['localStorage']",
    "indexedDB.open('a')",
    "document.cookie = 'a=b'",
  ],
})

checkRule('no-network', {
  fine: [
    "import { readFile } from 'node:fs/promises'",
    "import { app } from 'electron'",
    'queryClient.fetchQuery(options)',
  ],
  caught: [
    "import { connect } from 'node:net'",
    "import { request } from 'https'",
    "import { lookup } from 'node:dns/promises'",
    "const tls = await import('node:tls')",
    "const dgram = require('dgram')",
    "process.getBuiltinModule('node:http')",
    "import { net } from 'electron'",
    "import * as electron from 'electron'; electron.net.request('a')",
    "fetch('a')",
    "globalThis.fetch('a')",
    "new WebSocket('a')",
    "navigator.sendBeacon('a')",
  ],
})

checkRule('never-used', {
  fine: ['const field = <input type="text" />', "element.textContent = 'a'"],
  caught: [
    'const field = <input type="datetime-local" />',
    'const text = <p dangerouslySetInnerHTML={html} />',
    'const props = { dangerouslySetInnerHTML: html }',
    "import { autoUpdater } from 'electron'",
    "import * as electron from 'electron'; electron.crashReporter.start()",
    "element.innerHTML = '<b>a</b>'",
  ],
})

checkRule('no-classes', {
  fine: ['class AppError extends Error {}', 'class Refused extends AppError {}'],
  caught: ['class Vault {}', 'const Vault = class {}', 'class Screen extends Component {}'],
})

checkRule('no-barrels', {
  fine: ["import { a } from './a.ts'; export const b = a", 'const a = 1; export { a }'],
  caught: ["export * from './a.ts'", "export { a } from './a.ts'", "export type { A } from './a.ts'"],
})

checkRule('no-default-exports', {
  fine: ['export const a = 1'],
  caught: ['export default 1', 'const a = 1; export { a as default }'],
})

checkRule('no-enums', {
  fine: ["type Risk = 'high' | 'medium'"],
  caught: ['enum Risk { high }', 'const enum Risk { high }'],
})

checkRule('reason-for-cast', {
  fine: [
    'const a = [1] as const',
    'const a = b as string // the schema above made it one',
    '// the schema above made it one\nconst a = b as string',
    'const a = { b: 1 } satisfies Shape',
  ],
  caught: ['const a = b as string', '// too far away\n\nconst a = b as string'],
})

checkRule('reason-for-disabling', {
  fine: ['// eslint-disable-next-line no-eval -- the test is about eval\nconst a = 1'],
  caught: ['/* eslint-disable no-eval */\nconst a = 1', '// eslint-disable-next-line no-eval\nconst a = 1'],
})

tester.run('file-name', waymark.rules['file-name'], {
  valid: [
    { code: '', filename: 'electron/store/cases/cases.repo.ts' },
    { code: '', filename: 'electron/store/migrations/0001-first.ts' },
    { code: '', filename: 'renderer/ui/DayField.tsx' },
    { code: '', filename: 'tests/renderer/DayField.test.tsx' },
    { code: '', filename: '/a/tests/e2e/pages/CasePage.ts' },
    { code: '', filename: 'electron/main/globals.d.ts' },
  ],
  invalid: ['electron/store/casesRepo.ts', 'electron/store/Cases.ts', 'renderer/ui/day_field.tsx'].map(filename => ({
    code: '',
    filename,
    errors: 1,
  })),
})

const withTypes = new RuleTester({
  languageOptions: {
    parser,
    parserOptions: { projectService: { allowDefaultProject: ['*.ts'] }, tsconfigRootDir: import.meta.dirname },
  },
})
withTypes.run('sql-in-repositories', waymark.rules['sql-in-repositories'], {
  valid: [
    { code: 'const pattern = /a/; pattern.exec("a")', filename: 'probe.ts' },
    { code: 'prepare("a")', filename: 'probe.ts' },
  ],
  invalid: [
    {
      code: 'declare const db: { prepare: (sql: string) => void }; db.prepare("SELECT 1")',
      filename: 'probe.ts',
      errors: 1,
    },
    { code: 'declare const db: { exec: (sql: string) => void }; db.exec("SELECT 1")', filename: 'probe.ts', errors: 1 },
    { code: 'declare const db: { pragma: (sql: string) => void }; db.pragma("key")', filename: 'probe.ts', errors: 1 },
  ],
})
