import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { lock } from '../e2e/lock.ts'
import { expect, test } from '../e2e/with-vault.ts'
import { cameraFor } from './screens.ts'

test('a forgotten passphrase and the recovery key', async ({ unlocked }, info) => {
  const { electron, recoveryKey } = unlocked
  const locked = await lock(electron)
  const { page } = locked
  const take = cameraFor(electron, page, info)
  await locked.passphrase.fill('not the passphrase')
  await locked.unlockButton.click()
  await page.getByText('That passphrase does not open this vault').waitFor()
  await take('50-wrong-passphrase')
  await page.getByRole('button', { name: 'Use the recovery key' }).click()
  const typed = page.getByRole('textbox', { name: 'Recovery key' })
  await typed.fill('AAAA BBBB')
  await page.getByRole('button', { name: 'Go on' }).click()
  await take('51-recovery-key-mistyped')
  await typed.fill(recoveryKey)
  await take('52-recovery-key-typed')
  await page.getByRole('button', { name: 'Go on' }).click()
  const form = page.getByRole('form', { name: 'A new passphrase' })
  await form.getByLabel('New passphrase', { exact: true }).fill('seven other words nobody would guess')
  await form.getByLabel(/again/).fill('seven other words nobody would guess')
  await take('53-new-passphrase')
  await form.getByRole('button', { name: 'Set the passphrase and open' }).click()
  await page.getByRole('list', { name: 'Recovery key' }).waitFor({ timeout: 60_000 })
  await take('54-new-recovery-key')
  await page.getByRole('button', { name: 'I have it on paper' }).click()
  await page.getByRole('textbox', { name: 'Recovery key' }).waitFor()
  await take('55-type-it-back')
  await page.getByRole('button', { name: 'Later' }).click()
  await page.getByRole('heading', { name: 'Caseload', level: 1 }).waitFor()
  await take('56-recovery-key-not-confirmed')
})

test('a backup and the way back to it', async ({ unlocked }, info) => {
  const { electron, window, profileFolder, passphrase } = unlocked
  await window.keyboard.press('Control+,')
  await window.getByRole('link', { name: 'Vault' }).click()
  await window.getByRole('button', { name: 'Back up now' }).click()
  await window.getByText('Backed up and checked').waitFor()
  const { page } = await lock(electron)
  const take = cameraFor(electron, page, info)
  await page.getByRole('button', { name: 'Restore a backup' }).click()
  const dialog = page.getByRole('dialog')
  const backup = page.getByRole('listitem').getByRole('button')
  await backup.first().waitFor()
  await take('60-restore-a-backup')
  await backup.first().click()
  await dialog.waitFor()
  await take('61-restore-confirm')
  await dialog.getByRole('button', { name: 'Restore it' }).click()
  await page.getByText('The backup is in place').waitFor()
  await take('62-restored')
  await page.getByRole('button', { name: 'Go to unlock' }).click()
  truncateSync(join(profileFolder, 'vault', 'vault.json'), 20)
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await page
    .getByRole('form', { name: 'Unlock' })
    .getByRole('button', { name: /Restore|recovery/ })
    .waitFor()
  await take('63-vault-damaged')
})

test.describe('nobody is there', () => {
  test.use({ args: ['--lock-after-seconds=40'] })

  test('the warning before the lock', async ({ unlocked }, info) => {
    const { electron, window: page } = unlocked
    await page.getByText('Alex Example').click()
    const warning = page.getByRole('dialog', { name: 'Waymark is about to lock' })
    await expect(warning).toBeVisible({ timeout: 40_000 })
    await cameraFor(electron, page, info)('64-lock-warning')
  })
})
