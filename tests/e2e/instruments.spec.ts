import { aPack } from '../support/risk-assessments.ts'
import { expect, test } from './with-vault.ts'

test('an organisation loads its own form and asks it', async ({ unlocked }) => {
  const { window: page } = unlocked
  await page.keyboard.press('Control+,')
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Risk forms' }).click()
  const file = page.locator('input[type=file]')
  await file.setInputFiles({ name: 'form.json', mimeType: 'application/json', buffer: Buffer.from('{"id":') })
  await expect(page.getByRole('alert')).toContainText('This is not JSON')
  await file.setInputFiles({ name: 'form.json', mimeType: 'application/json', buffer: Buffer.from(aPack()) })
  await page.getByRole('dialog').getByRole('button', { name: 'Load this form' }).click()
  await expect(page.getByRole('list', { name: 'Risk forms' })).toContainText('Our own form, version 1')

  await page.getByRole('link', { name: 'Caseload' }).click()
  await page.getByText('Alex Example').click()
  await page.keyboard.press('Alt+0')
  await page.getByRole('button', { name: 'Assess risk' }).first().click()
  await expect(page.getByText('Our own form').first()).toBeVisible()
})
