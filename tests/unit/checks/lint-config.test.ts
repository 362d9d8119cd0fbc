import { ESLint } from 'eslint'
import { expect, test, vi } from 'vitest'
import config from '../../../build/checks/eslint.config.ts'
import { root } from '../../../build/setup/places.mjs'

vi.setConfig({ testTimeout: 60_000 }) // the first test loads the tool

const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: config })

/** Which of our rules, and which others that are named here, are on for a file. */
async function rulesFor(path: string): Promise<string[]> {
  const { rules } = (await eslint.calculateConfigForFile(path)) as { rules: Record<string, [number]> }
  return Object.entries(rules).flatMap(([name, [severity]]) => (severity === 2 ? [name] : []))
}

const off: readonly (readonly [rule: string, path: string])[] = [
  ['waymark/one-door', 'electron/main/relay.ts'],
  ['waymark/one-door', 'electron/preload/preload.ts'],
  ['waymark/controls-from-ui', 'renderer/ui/Button.tsx'],
  ['waymark/sql-in-repositories', 'electron/store/cases/cases.repo.ts'],
  ['waymark/sql-in-repositories', 'electron/store/migrations/0001-first.ts'],
  ['waymark/sql-in-repositories', 'electron/store/database.ts'],
  ['waymark/clock-at-the-edge', 'electron/store/store.ts'],
  ['waymark/clock-at-the-edge', 'electron/main/lock.ts'],
  ['waymark/clock-at-the-edge', 'electron/cli/cli.ts'],
  ['waymark/clock-at-the-edge', 'renderer/lib/today.ts'],
  ['no-console', 'build/checks/check.ts'],
  ['no-console', 'electron/cli/cli.ts'],
  ['waymark/no-default-exports', 'tests/vitest.config.ts'],
]
test.each(off)('%s is off in %s', async (rule, path) => {
  expect(await rulesFor(path)).not.toContain(rule)
})

const on: readonly (readonly [rule: string, path: string])[] = [
  ['waymark/one-door', 'electron/main/window.ts'],
  ['waymark/one-door', 'renderer/lib/api.ts'],
  ['waymark/controls-from-ui', 'renderer/features/cases/CaseScreen.tsx'],
  ['waymark/controls-from-ui', 'renderer/app/Shell.tsx'],
  ['waymark/sql-in-repositories', 'electron/store/cases/cases.service.ts'],
  ['waymark/sql-in-repositories', 'electron/main/lock.ts'],
  ['waymark/clock-at-the-edge', 'electron/store/cases/cases.service.ts'],
  ['waymark/clock-at-the-edge', 'electron/store/cases/cases.repo.ts'],
  ['waymark/clock-at-the-edge', 'electron/jobs/derive-key.job.ts'],
  ['waymark/clock-at-the-edge', 'shared/kernel/dates.ts'],
  ['waymark/clock-at-the-edge', 'renderer/features/cases/CaseScreen.tsx'],
  ['waymark/nothing-kept-in-the-page', 'renderer/lib/session.ts'],
  ['waymark/no-network', 'electron/main/main.ts'],
  ['waymark/no-network', 'electron/cli/cli.ts'],
  ['waymark/no-network', 'shared/kernel/ids.ts'],
  ['waymark/no-network', 'renderer/lib/api.ts'],
  ['waymark/never-used', 'electron/main/main.ts'],
  ['n/no-unsupported-features/node-builtins', 'electron/main/main.ts'],
  ['n/no-unsupported-features/node-builtins', 'electron/preload/preload.ts'],
  ['n/no-unsupported-features/node-builtins', 'electron/store/store-host.ts'],
  ['react-hooks/rules-of-hooks', 'renderer/features/cases/CaseScreen.tsx'],
  ['react-hooks/exhaustive-deps', 'renderer/lib/api.ts'],
  ['@typescript-eslint/no-explicit-any', 'tests/unit/dates.test.ts'],
  ['@typescript-eslint/no-floating-promises', 'electron/main/main.ts'],
  ['@typescript-eslint/consistent-type-imports', 'shared/kernel/ids.ts'],
  ['no-console', 'electron/store/store.ts'],
]
test.each(on)('%s is on in %s', async (rule, path) => {
  expect(await rulesFor(path)).toContain(rule)
})

test('a lint rule may not be switched off without a use', async () => {
  const { linterOptions } = (await eslint.calculateConfigForFile('shared/kernel/ids.ts')) as {
    linterOptions: { reportUnusedDisableDirectives: number }
  }
  expect(linterOptions.reportUnusedDisableDirectives).toBe(2)
})
