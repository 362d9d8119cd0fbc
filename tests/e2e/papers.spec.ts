import { expect, test } from './launch.ts'
import { FirstRunPage } from './pages/FirstRunPage.ts'

test('a chronology is made from a case’s records and listed as a court paper', async ({ app }) => {
  const { window: page } = app
  await new FirstRunPage(page).practice.click()
  await page.getByRole('link', { name: 'Caseload', exact: true }).click({ timeout: 60_000 })
  await page.getByText('Grace Hypothecary').first().click()
  await page.getByRole('link', { name: 'Documents', exact: true }).click()
  await page.getByRole('button', { name: 'Make a paper' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make a paper' })
  await dialog.getByRole('combobox', { name: 'For which court' }).selectOption({ index: 1 })
  await dialog.getByLabel(/^Your service/).fill('Example Advocacy')
  await dialog.getByRole('button', { name: /Make the paper/ }).click()
  await expect(dialog).toBeHidden({ timeout: 30_000 })
  await expect(page.getByRole('row', { name: /Chronology/ })).toBeVisible()
  await expect(page.getByRole('list', { name: 'File' })).toContainText(/chronology-\d{4}-\d\d-\d\d\.pdf/)
})
