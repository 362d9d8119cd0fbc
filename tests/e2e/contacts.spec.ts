import { ContactsPage } from './pages/ContactsPage.ts'
import { expect, test } from './with-vault.ts'

test('attempts are counted until the client is reached; an unsafe call stands out; accounts stay apart', async ({
  unlocked,
}) => {
  const page = unlocked.window
  await page.getByText('Alex Example').click()
  const contacts = new ContactsPage(page)
  await contacts.begin('Attempt')
  await contacts.fillAttempt({ day: '2/11/26', time: '10:15', outcome: 'No answer' })
  await contacts.save()
  await expect(page.getByRole('heading', { name: 'Call to client: no answer' })).toBeVisible()
  await contacts.begin('Attempt')
  await contacts.fillAttempt({ day: '4/11/26', time: '11:00', outcome: 'Somebody else answered' })
  await contacts.sayUnsafe('He picked up her phone. She is told.')
  await contacts.save()
  await expect(page.getByText('2 attempts since 2 Nov 2026, not reached yet')).toBeVisible()
  await expect(page.getByText('The safe-contact plan was not kept to')).toBeVisible()
  await expect(page.getByText('Plan not kept to')).toBeVisible()

  await contacts.begin('Contact')
  await contacts.fillWhen('5/11/26', '9.30')
  await contacts.choose('How', 'In person')
  await contacts.choose('Who got in touch', 'They got in touch')
  await contacts.choose('With whom', 'Client')
  await contacts.choose('Was the safe-contact plan kept to?', 'Yes')
  await contacts.form.getByLabel('What the client said').fill('He waited at the school gate.')
  await contacts.form.getByLabel('What you make of it').fill('He now knows her timetable.')
  await contacts.save()
  await expect(page.getByText('Client last reached 5 Nov 2026')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What the client said' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What you make of it' })).toBeVisible()
  await expect(page.getByLabel('This case', { exact: true })).toContainText('5 Nov 2026')

  await page.getByRole('link', { name: 'Overview', exact: true }).click()
  await expect(page.getByText('Meeting with client')).toBeVisible()
})
