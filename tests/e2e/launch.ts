import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'

if (process.geteuid?.() === 0)
  throw new Error('Run as an unprivileged user: root would switch the Chromium sandbox off')

const root = join(import.meta.dirname, '../..')

/** The real app, alone in its own folders: no test sees what another left. */
export type RunningApp = {
  electron: ElectronApplication
  window: Page
  profileFolder: string
  /** Empty at first: where a test makes its vault. */
  vaultFolder: string
}

export type Launch = { folder: string; args?: readonly string[]; env?: Readonly<Record<string, string>> }

/** Starts the built app with its profile, home and vault below `folder`. */
export async function launch({ folder, args = [], env = {} }: Launch): Promise<RunningApp> {
  const [profileFolder, vaultFolder, home] = ['profile', 'vault', 'home'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  for (const made of [profileFolder, vaultFolder, home]) mkdirSync(made, { recursive: true })
  const electron = await _electron.launch({
    executablePath: process.env['WAYMARK_ELECTRON'] ?? '',
    args: [
      '-r',
      join(import.meta.dirname, 'wait-for-playwright.cjs'),
      root,
      `--user-data-dir=${profileFolder}`,
      ...args,
    ],
    env: { ...inherited(), HOME: home, ...env },
    chromiumSandbox: true, // or Playwright switches the sandbox off
  })
  return { electron, window: await electron.firstWindow(), profileFolder, vaultFolder }
}

function inherited(): Record<string, string> {
  const { PATH = '', DISPLAY = '', TMPDIR = '', LANG = 'C.UTF-8', WAYMARK_NODE = '' } = process.env
  return { PATH, DISPLAY, TMPDIR, LANG, WAYMARK_NODE }
}

/** Playwright's `test` with the app started fresh for each test and closed after it. */
export const test = base.extend<{ app: RunningApp }>({
  app: async ({}, use, info) => {
    const app = await launch({ folder: info.outputPath('machine') })
    await use(app)
    await app.electron.close()
  },
})

export { expect } from '@playwright/test'
