import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { newVault, openCase, testPassphrase } from '../support/vault.ts'
import { expect, test } from './launch.ts'
import { lock } from './lock.ts'
import { CaseloadPage } from './pages/CaseloadPage.ts'
import { FirstRunPage } from './pages/FirstRunPage.ts'
import { LockPage } from './pages/LockPage.ts'

const passphrase = 'six quiet words for testing'
const another = 'seven other words nobody would guess'

test('the printed recovery key gives a forgotten passphrase a successor, and is used up by it', async ({ app }) => {
  const { caseload, recoveryKey } = await new FirstRunPage(app.window).createVault({
    name: 'Robin Example',
    passphrase,
  })
  await caseload.openCase('Alex Example')
  const { page } = await lock(app.electron)
  await page.getByRole('button', { name: 'Use the recovery key' }).click()
  await page.getByRole('textbox', { name: 'Recovery key' }).fill(recoveryKey)
  await page.getByRole('button', { name: 'Go on' }).click()
  const form = page.getByRole('form', { name: 'A new passphrase' })
  await form.getByLabel('New passphrase', { exact: true }).fill(another)
  await form.getByLabel(/again/).fill(another)
  await form.getByRole('button', { name: 'Set the passphrase and open' }).click()
  await expect(page.getByRole('list', { name: 'Recovery key' })).toBeVisible()
  await page.getByRole('button', { name: 'Later' }).click()
  await expect(page.getByRole('heading', { name: 'Alex Example' })).toBeVisible()

  const again = await lock(app.electron)
  await again.passphrase.fill(passphrase)
  await again.unlockButton.click()
  await expect(again.page.getByText('That passphrase does not open this vault')).toBeVisible()
  await again.unlock(another)
})

test('a vault can be made in a chosen folder, and is found there again', async ({ app }) => {
  const { electron, window: page, vaultFolder } = app
  await electron.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, vaultFolder)
  const firstRun = new FirstRunPage(page)
  await firstRun.fillNewVault({ name: 'Robin Example', passphrase })
  await page.getByText('In a folder I choose').click()
  await page.getByRole('button', { name: 'Choose the folder…' }).click()
  await expect(page.getByRole('button', { name: 'In “vault”. Choose another…' })).toBeVisible()
  await firstRun.typeBack(await firstRun.makeAndReadKey())
  const locked = await lock(electron)
  await locked.unlock(passphrase)
  await new CaseloadPage(locked.page).heading.waitFor()
})

test('a vault that lies elsewhere, such as on a stick, is opened from a machine that never saw it', async ({ app }) => {
  const { electron, window: page, vaultFolder } = app
  const stick = join(vaultFolder, 'stick')
  const store = await newVault(stick)
  openCase(store, 'Alex Example')
  store.close()
  await electron.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, stick)
  await page.getByRole('button', { name: 'Open a vault' }).click()
  await new LockPage(page).unlock(testPassphrase)
  await expect(page.getByText('Alex Example')).toBeVisible()
})

test('the recovery key prints alone, as ordinary paper', async ({ app }) => {
  const firstRun = new FirstRunPage(app.window)
  await firstRun.fillNewVault({ name: 'Robin Example', passphrase })
  const recoveryKey = await firstRun.makeAndReadKey()
  await app.window.emulateMedia({ media: 'print' })
  const printed = await app.window.evaluate(() => document.body.innerText)
  expect(printed).toContain('Recovery key for Waymark')
  expect(printed.replaceAll(/\s+/g, ' ')).toContain(recoveryKey.split(' ').slice(0, 3).join(' '))
  expect(printed).not.toContain('I have it on paper')
  expect(printed).not.toContain('Robin Example')
})

test('the practice vault opens without a question and says what it is', async ({ app }) => {
  await new FirstRunPage(app.window).practice.click()
  await new CaseloadPage(app.window).arrive()
  await expect(app.window.getByText('Everything here is invented')).toBeVisible()
  await expect(app.window.getByText(/^[1-9]\d* open cases of mine/).first()).toBeVisible({ timeout: 60_000 })
  const locked = await lock(app.electron)
  await expect(locked.page.getByText('“practice practice”')).toBeVisible()
  await locked.unlock('practice practice')
})

const backupsIn = (vault: string): string[] =>
  existsSync(join(vault, 'backups')) ? readdirSync(join(vault, 'backups')).filter(name => name.endsWith('Z')) : []

test('the first unlock of a day makes a backup that can be restored; the next makes none', async ({ app }) => {
  const vault = join(app.profileFolder, 'vault')
  await new FirstRunPage(app.window).createVault({ name: 'Robin Example', passphrase })
  await expect.poll(() => backupsIn(vault).length, { timeout: 20_000 }).toBe(1)
  const locked = await lock(app.electron)
  await locked.unlock(passphrase)
  await new CaseloadPage(locked.page).heading.waitFor()
  await locked.page.keyboard.press('Control+,')
  await locked.page
    .getByRole('tab', { name: 'Vault' })
    .or(locked.page.getByRole('link', { name: 'Vault' }))
    .first()
    .click()
  await expect(locked.page.getByRole('list', { name: /Backups, newest first/ }).getByRole('listitem')).toHaveCount(1)
  await locked.page.waitForTimeout(6_000) // longer than the app waits before it looks
  expect(backupsIn(vault)).toHaveLength(1)
  const again = await lock(app.electron)
  await again.page.getByRole('button', { name: 'Restore a backup' }).click()
  await expect(again.page.getByRole('listitem')).toHaveCount(1)
})
