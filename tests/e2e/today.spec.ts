import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { lock } from './lock.ts'
import { expect, test } from './with-vault.ts'

test('what makes a case unsafe to leave leads to what mends it, and what is due is ticked off on the spot', async ({
  unlocked,
}) => {
  const page = unlocked.window
  await page.keyboard.press('Control+1')
  const unsafe = page.getByRole('region', { name: /Unsafe to leave/ })
  await expect(unsafe.getByText('Risk never assessed')).toBeVisible()
  await expect(unsafe.getByText('No safe-contact plan')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(unsafe.getByRole('link', { name: 'Alex Example' })).toBeFocused()
  await unsafe.getByRole('link', { name: 'No next action planned' }).click()

  await page.getByLabel('What is to be done').fill('Ring the school')
  await page.getByLabel(/^Due/).fill('today')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('Due today')).toBeVisible()

  await page.keyboard.press('Control+1')
  const tasks = page.getByRole('region', { name: /To do today/ })
  await expect(tasks.getByText('Ring the school')).toBeVisible()
  await expect(page.getByText('No next action planned')).toBeHidden()
  await tasks.getByRole('checkbox', { name: /Ring the school/ }).click() // it goes at once: `check` would look for it ticked
  await expect(tasks).toBeHidden()
  await expect(page.getByText('No next action planned')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(tasks.getByText('Ring the school')).toBeVisible()

  await page.getByText('Everyone’s').click()
  const after = await lock(unlocked.electron)
  await after.unlock(unlocked.passphrase)
  await expect(after.page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await expect(after.page.getByRole('radio', { name: 'Everyone’s' })).toBeChecked()
  await after.page.getByRole('link', { name: 'Ring the school' }).click()
  await expect(after.page.getByRole('form', { name: 'Edit task' })).toBeVisible()
})

test('a second place for backups that is away is said on the first screen, and caught up with when it is back', async ({
  unlocked,
}, info) => {
  const stick = info.outputPath('machine', 'STICK')
  mkdirSync(stick)
  await unlocked.electron.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, stick)
  const page = unlocked.window
  await page.keyboard.press('Control+,')
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Vault' }).click()
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(page.getByText(/Copied to “STICK”/)).toBeVisible()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText(/the newest there is/)).toBeVisible()
  expect(readdirSync(stick)).toHaveLength(1)

  renameSync(stick, `${stick} away`)
  await page.getByRole('button', { name: 'Copy now' }).click()
  await expect(page.getByText(/it was not there/)).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(page.getByText(/backups have not been copied to “STICK”/)).toBeVisible()
  await page.getByRole('button', { name: 'See backups' }).click()
  renameSync(`${stick} away`, stick)
  await page.getByRole('button', { name: 'Copy now' }).click()
  await expect(page.getByText(/the newest there is/)).toBeVisible()

  const locked = await lock(unlocked.electron)
  await locked.page.getByRole('button', { name: 'Restore a backup' }).click()
  await locked.page
    .getByRole('button', { name: /1 case/ })
    .first()
    .click()
  await locked.page.getByLabel('Passphrase of the present vault').fill(unlocked.passphrase)
  await locked.page.getByRole('button', { name: 'Look what would be lost' }).click()
  await expect(locked.page.getByText('Restoring it loses nothing.')).toBeVisible({ timeout: 20_000 })
})
