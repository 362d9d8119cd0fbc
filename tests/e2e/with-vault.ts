import { join } from 'node:path'
import { newVault, openCase, testPassphrase } from '../support/vault.ts'
import { launch, test as base, type RunningApp } from './launch.ts'
import { CaseloadPage } from './pages/CaseloadPage.ts'
import { LockPage } from './pages/LockPage.ts'

export type Unlocked = RunningApp & { passphrase: string; recoveryKey: string; relaunch: () => Promise<RunningApp> }

type Options = {
  /** Whose cases are in the vault before the app starts. */
  clients: readonly string[]
  args: readonly string[]
}

/** The app, unlocked, on a vault that is there already: made by the store itself, with a cheap key derivation. */
export const test = base.extend<Options & { unlocked: Unlocked }>({
  clients: [['Alex Example'], { option: true }],
  args: [[], { option: true }],
  unlocked: async ({ clients, args }, use, info) => {
    const folder = info.outputPath('machine')
    const store = await newVault(join(folder, 'profile', 'vault'))
    for (const client of clients) openCase(store, client)
    store.close()
    const { recoveryKey } = store
    const app = await launch({ folder, args })
    await new LockPage(app.window).unlock(testPassphrase)
    await new CaseloadPage(app.window).arrive()
    await use({ ...app, passphrase: testPassphrase, recoveryKey, relaunch: () => launch({ folder, args }) })
    await app.electron.close().catch(() => undefined) // a test may have ended it
  },
})

export { expect } from '@playwright/test'
