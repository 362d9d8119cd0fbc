import { CaseloadPage } from './pages/CaseloadPage.ts'
import { expect, test } from './with-vault.ts'

test('a suspect who is a client in another case is a conflict until somebody decides', async ({ unlocked }) => {
  const { window: page } = unlocked
  await new CaseloadPage(page).openCase('Ash Mockton')
  await page.keyboard.press('Alt+2')
  await page.getByRole('button', { name: 'Add a person' }).click()
  const form = page.getByRole('form', { name: 'Add a person' })
  await form.getByLabel('Name', { exact: true }).fill('EXAMPLE, Alex')
  await expect(form.getByText('This name is in Waymark already')).toBeVisible()
  await form.getByRole('radio', { name: 'Suspect (perpetrator)' }).check()
  await form.getByRole('button', { name: 'Not asked' }).first().click()
  await form.getByRole('button', { name: 'Add person' }).click()
  await expect(page.getByText(/^Possible conflict: client in/)).toBeVisible()

  await page.keyboard.press('Alt+1')
  await page.getByRole('button', { name: 'Look and decide' }).click()
  await page.getByRole('button', { name: 'Same person' }).click()
  await expect(page.getByText(/^Conflict: client in/)).toBeVisible()

  await page.getByRole('button', { name: /^Show in/ }).click()
  await expect(page.getByRole('heading', { name: 'Alex Example', level: 1 })).toBeVisible()
  await expect(page.getByText(/^Conflict: suspect \(perpetrator\) in/)).toBeVisible()
  await page.getByRole('button', { name: 'Not the same after all…' }).click()
  await page.getByLabel('How do you know?').fill('Another year of birth on the papers')
  await page.getByRole('button', { name: 'They are two people' }).click()
  await expect(page.getByText(/^Not EXAMPLE, Alex/)).toBeVisible()
})
