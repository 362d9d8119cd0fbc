import type { Page } from '@playwright/test'
import { test } from '../e2e/with-vault.ts'
import { cameraFor } from './screens.ts'

const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name }).click()

test('the settings and their dialogs', async ({ unlocked }, info) => {
  const { window: page, electron } = unlocked
  const take = cameraFor(electron, page, info)
  await page.keyboard.press('Control+,')
  await page.getByRole('heading', { name: 'Appearance', level: 2 }).waitFor()
  await take('20-settings-appearance')
  await section(page, 'Locking')
  await page.getByRole('form', { name: 'Locking' }).waitFor()
  await take('21-settings-locking')
  await page.getByLabel(/Minutes without use/).fill('abc')
  await page.getByRole('button', { name: /^Save/ }).click()
  await take('22-settings-locking-error')
  await section(page, 'People')
  await page.getByRole('list', { name: 'People' }).waitFor()
  await take('23-settings-people')
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.getByRole('dialog').getByRole('textbox').first().fill('Sam Sample')
  await take('24-add-a-user')
  await page.keyboard.press('Escape')
  await section(page, 'Vault')
  await page.getByRole('button', { name: 'Check the vault' }).click()
  await page.getByText('The vault is sound').waitFor()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await page.getByText('Backed up and checked').waitFor()
  await take('25-settings-vault')
  await page.getByRole('button', { name: 'Replace it…' }).click()
  await page.getByRole('dialog').waitFor()
  await take('26-replace-recovery-key')
  await page.getByRole('button', { name: 'Make a new key' }).click()
  await page.getByRole('list', { name: 'Recovery key' }).waitFor()
  await take('27-recovery-key-replaced')
  await page.getByRole('button', { name: 'Later' }).click()
  await section(page, 'About')
  await page.getByText('Chromium').waitFor()
  await take('28-settings-about')
})
