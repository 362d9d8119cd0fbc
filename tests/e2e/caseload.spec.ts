import { lock } from './lock.ts'
import { CasePage } from './pages/CasePage.ts'
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

test('the timeline of a case is narrowed by kind and words, says how many of how many, and keeps it on the way back', async ({
  unlocked,
}) => {
  const { window: page } = unlocked
  await new CaseloadPage(page).row('Alex Example').click()
  const opened = new CasePage(page)
  await opened.beginPoliceContact({ day: '20/11/26', time: '10:15', said: 'Said the phone would be collected' })
  await opened.answerTheRest()
  await opened.save()
  await page.getByRole('link', { name: 'Incidents', exact: true }).click()
  await page.getByRole('button', { name: 'Record an incident' }).first().focus()
  await page.keyboard.press('q')
  await page.getByLabel('What happened').fill('A note on the car')
  await page.getByLabel('Find a behaviour').fill('follow')
  await page.keyboard.press('Control+Enter')
  await page.getByText('A note on the car').first().waitFor()
  await page.getByRole('link', { name: 'Overview', exact: true }).click()

  await page.getByRole('button', { name: /^Police only 1/ }).click()
  await expect(page.getByRole('main').getByText('1 of 2 records')).toBeVisible()
  await page.getByRole('textbox', { name: 'Find in the timeline' }).fill('collected')
  await expect(page.getByRole('list', { name: 'Timeline, 1 of 2 records' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(
    page
      .getByRole('list', { name: /^Timeline/ })
      .getByRole('listitem')
      .first(),
  ).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Said the phone would be collected').first()).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('main').getByText('1 of 2 records')).toBeVisible()
  await page.getByRole('button', { name: /^Breaches only 0/ }).click()
  await expect(page.getByText('No record matches')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).first().click()
  await expect(page.getByRole('list', { name: 'Timeline, 2 records' })).toBeVisible()
})
