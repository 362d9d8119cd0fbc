import { CasePage } from './pages/CasePage.ts'
import { PoliceReportsPage } from './pages/PoliceReportsPage.ts'
import { expect, test } from './with-vault.ts'

test('a report shows what police recorded beside what the advocate believes, the silence, and the contact it is linked with', async ({
  unlocked,
}) => {
  const page = unlocked.window
  await page.getByText('Alex Example').click()
  const opened = new CasePage(page)
  await opened.beginPoliceContact({ day: '20/10/26', time: '10:15', said: 'Said that it is only harassment' })
  await opened.answerTheRest()
  await opened.save()

  const reports = new PoliceReportsPage(page)
  await reports.begin()
  await reports.fillHarassment()
  await reports.believe('Stalking (s2A)')
  await reports.link(/Phone call/)
  await reports.save()

  await expect(page.getByText('Recorded as harassment (s2); you believe stalking (s2A)')).toBeVisible()
  await expect(
    page.getByText(
      /^Police have not got in touch by themselves about an open report for \d+ days, since \d+ \w+ \d+\. Longest wait for them to get in touch: \d+ days/,
    ),
  ).toBeVisible()
  await expect(page.getByText('No outcome yet', { exact: true }).first()).toBeVisible()
  await expect(
    page.getByRole('list', { name: 'Belongs together with' }).getByText('Phone call from police', { exact: true }),
  ).toBeVisible()

  await page.keyboard.press('e')
  await reports.box('Outcome code').fill('18')
  await page.getByRole('option', { name: /^18:/ }).click()
  await reports.box('Outcome on').fill('4/10/26')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/outcome can’t be before it was reported/).first()).toBeVisible()
  await reports.box('Outcome on').fill('30/10/26')
  await reports.save()
  await expect(page.getByText('18: Investigated, no suspect identified').first()).toBeVisible()
  await expect(page.getByText(/^Police have not got in touch/)).toBeHidden()

  await page.getByRole('button', { name: 'More about this report' }).click()
  await page.getByRole('menuitem', { name: 'Entered in error…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why was it entered in error?').fill('Recorded twice')
  await dialog.getByRole('button', { name: 'Mark as entered in error' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('link', { name: 'Overview', exact: true }).click()
  await expect(page.getByText('Police report: harassment (s2)')).toBeHidden()
})
