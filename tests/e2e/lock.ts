import { expect, type ElectronApplication } from '@playwright/test'
import { LockPage } from './pages/LockPage.ts'

/** Presses a key as the keyboard does. Playwright's own presses stop at the page; main listens before that. */
export const press = (
  electron: ElectronApplication,
  keyCode: string,
  modifiers: ('control' | 'shift')[] = [],
): Promise<void> =>
  electron.evaluate(
    ({ BrowserWindow }, key) =>
      BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: 'keyDown', ...key }),
    { keyCode, modifiers },
  )

/** Waits for the window that a lock puts in the place of the old one, and for the old one to be gone. */
export async function lockedBy(electron: ElectronApplication, trigger: () => Promise<unknown>): Promise<LockPage> {
  const [neutral] = await Promise.all([electron.waitForEvent('window'), trigger()])
  await expect.poll(() => electron.windows().length).toBe(1)
  const locked = new LockPage(neutral)
  await locked.passphrase.waitFor()
  return locked
}

/** Locks by the shortcut. Page objects made before are dead: use the one returned. */
export const lock = (electron: ElectronApplication): Promise<LockPage> =>
  lockedBy(electron, () => press(electron, 'L', ['control', 'shift']))
