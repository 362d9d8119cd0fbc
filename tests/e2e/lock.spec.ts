import { readdirSync, readFileSync } from 'node:fs'
import { lock, lockedBy, press } from './lock.ts'
import { LockPage } from './pages/LockPage.ts'
import { expect, test } from './with-vault.ts'

test('the shortcut locks, and the window that knew things is gone', async ({ unlocked }) => {
  const locked = await lock(unlocked.electron)
  expect(unlocked.window.isClosed()).toBe(true)
  await expect(locked.page.getByText('Example')).toHaveCount(0)
  await locked.unlock(unlocked.passphrase)
  await expect(locked.page.getByText('Alex Example')).toBeVisible()
})

for (const moment of ['suspend', 'lock-screen'] as const)
  test(`locks on ${moment} of the system`, async ({ unlocked }) => {
    await lockedBy(unlocked.electron, () =>
      unlocked.electron.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), moment),
    )
    expect(unlocked.window.isClosed()).toBe(true)
  })

test('the quick-hide key takes the window off the screen at once and locks', async ({ unlocked }) => {
  const { electron } = unlocked
  const neutral = electron.waitForEvent('window')
  const milliseconds = await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const pressed = performance.now()
    const hidden = new Promise<number>(resolve => window?.once('hide', () => resolve(performance.now() - pressed)))
    window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'F9' })
    return hidden
  })
  expect(milliseconds).toBeLessThan(150)
  const locked = new LockPage(await neutral)
  await expect.poll(() => electron.windows().length).toBe(1)
  await expect(locked.passphrase).toBeAttached()
})

test('another key than the quick-hide key does nothing', async ({ unlocked }) => {
  await press(unlocked.electron, 'F8')
  await expect(unlocked.window.getByText('Alex Example')).toBeVisible()
})

test.describe('idle', () => {
  test.use({ args: ['--lock-after-seconds=6'] })

  test('warns, then locks; input while warned keeps it open', async ({ unlocked }) => {
    const warning = unlocked.window.getByRole('alertdialog').or(unlocked.window.getByRole('dialog'))
    await expect(warning).toBeVisible()
    await unlocked.window.mouse.move(300, 300) // any input says that somebody is there
    await expect(warning).toBeHidden()
    await expect(warning).toBeVisible()
    await lockedBy(unlocked.electron, () => Promise.resolve())
  })
})

test('a store that dies locks the app, and unlocking brings everything back', async ({ unlocked }) => {
  const { electron, passphrase } = unlocked
  const mainPid = await electron.evaluate(() => process.pid)
  const locked = await lockedBy(electron, () => Promise.resolve(process.kill(storeOf(mainPid), 'SIGKILL')))
  await locked.unlock(passphrase)
  await expect(locked.page.getByText('Alex Example')).toBeVisible()
})

test('nothing stops when the system says that it is offline', async ({ unlocked }) => {
  await unlocked.window.evaluate(() => window.dispatchEvent(new Event('offline')))
  await unlocked.window.getByText('Alex Example').click()
  await expect(unlocked.window.getByRole('heading', { name: 'Alex Example' })).toBeVisible()
})

test('closing the window in the middle of a sentence keeps it', async ({ unlocked }) => {
  const { window, electron, relaunch, passphrase } = unlocked
  await window.getByRole('button', { name: 'Open a case' }).first().click()
  await window.getByRole('form', { name: 'Open a case' }).getByLabel('Client’s name').fill('Half a na')
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await electron.waitForEvent('close')
  const again = await relaunch()
  await new LockPage(again.window).unlock(passphrase)
  await expect(again.window.getByRole('form', { name: 'Open a case' }).getByLabel('Client’s name')).toHaveValue(
    'Half a na',
  )
  await again.electron.close()
})

/** The process id of the store that this main process started. */
function storeOf(mainPid: number): number {
  const found = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .find(pid => {
      try {
        const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        return Number(parent) === mainPid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('store.js')
      } catch {
        return false // it ended meanwhile
      }
    })
  return Number(found)
}
