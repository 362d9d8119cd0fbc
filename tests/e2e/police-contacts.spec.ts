import type { Page } from '@playwright/test'
import { CasePage } from './pages/CasePage.ts'
import { saveInBetween } from './second-window.ts'
import { expect, test } from './with-vault.ts'

async function recordOne(page: Page, said: string): Promise<CasePage> {
  await page.getByText('Alex Example').click()
  const opened = new CasePage(page)
  await opened.beginPoliceContact({ day: '20/11/26', time: '10:15', said })
  await opened.answerTheRest()
  await opened.save()
  return opened
}

test('two people change the same contact: both versions are shown and nobody’s words are lost', async ({
  unlocked,
}) => {
  const page = unlocked.window
  await recordOne(page, 'As first written')
  await page.keyboard.press('e')
  const form = page.getByRole('form', { name: /police contact/i })
  await form.getByLabel('What was said').fill('As I have it')
  expect(await saveInBetween(page, 'As they have it')).toBe(true)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('saved other changes while you were writing')).toBeVisible()
  await expect(page.getByText('As they have it').first()).toBeVisible()
  await expect(page.getByText('As I have it').first()).toBeVisible()
  await page.getByRole('button', { name: 'Save the chosen answers' }).click()
  await expect(page.getByText('saved other changes')).toBeHidden()
  await page.getByRole('button', { name: 'More about this contact' }).click()
  await page.getByRole('menuitem', { name: 'Show versions' }).click()
  await expect(page.getByText('As they have it').first()).toBeVisible()
})

test('entered in error needs a reason, hides the contact, keeps it readable, and search no longer finds it', async ({
  unlocked,
}) => {
  const page = unlocked.window
  await recordOne(page, 'Belongs to somebody else')
  await expect(page.getByText('Belongs to somebody else').first()).toBeVisible()
  await page.getByRole('button', { name: 'More about this contact' }).click()
  await page.getByRole('menuitem', { name: 'Entered in error…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Mark as entered in error' }).click()
  await expect(dialog).toBeVisible() // a reason is missing
  await dialog.getByLabel('Why was it entered in error?').fill('Wrong case')
  await dialog.getByRole('button', { name: 'Mark as entered in error' }).click()
  await expect(dialog).toBeHidden()
  await page.getByText('Show entered in error').click()
  await expect(page.getByText('Wrong case').first()).toBeVisible()
  await page.keyboard.press('Control+f')
  const search = page.getByRole('textbox', { name: 'Search people and records' })
  await search.fill('somebody')
  await expect(page.getByText('Nothing found', { exact: true }).first()).toBeVisible()
})
