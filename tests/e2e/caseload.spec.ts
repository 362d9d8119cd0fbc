import { lock } from './lock.ts'
import { CaseloadPage } from './pages/CaseloadPage.ts'
import { expect, test } from './with-vault.ts'

test.use({ clients: ['Alex Example', 'Blake Example', 'Casey Sample'] })

test('choices become a view of one’s own that the caseload opens with, also after a lock', async ({ unlocked }) => {
  const { window: page } = unlocked
  const caseload = new CaseloadPage(page)
  await expect(page.getByText('3 open cases of mine').first()).toBeVisible()
  await caseload.row('Alex Example').click()
  await page.getByRole('link', { name: 'Tasks', exact: true }).click()
  await page.getByLabel('What is to be done').fill('Ring the court')
  await page.keyboard.press('Enter')
  await page.getByText('Ring the court').first().waitFor()
  await caseload.goTo()

  await page.getByRole('button', { name: /^Nothing planned 2/ }).click()
  await expect(caseload.row('Alex Example')).toHaveCount(0)
  await expect(caseload.row('Casey Sample')).toBeVisible()
  await page.getByRole('button', { name: 'Keep as a view' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Plan these')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: 'Plan these' })).toBeChecked()
  await page.getByRole('button', { name: 'View “Plan these”' }).click()
  await page.getByRole('menuitem', { name: 'Open the caseload with this view' }).click()
  await page.getByRole('link', { name: 'Search', exact: true }).click()
  await caseload.goTo()
  await expect(page.getByRole('radio', { name: 'Plan these' })).toBeChecked()

  const locked = await lock(unlocked.electron)
  await locked.unlock(unlocked.passphrase)
  await expect(locked.page.getByRole('radio', { name: 'Plan these' })).toBeChecked()
  await expect(new CaseloadPage(locked.page).row('Blake Example')).toBeVisible()
  await expect(new CaseloadPage(locked.page).row('Alex Example')).toHaveCount(0)
})
