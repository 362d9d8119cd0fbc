import { expect, test } from './launch.ts'
import { lock } from './lock.ts'
import { CasePage } from './pages/CasePage.ts'
import { FirstRunPage } from './pages/FirstRunPage.ts'

const passphrase = 'six quiet words for testing'

test('an advocate makes a vault, records a police contact, locks, comes back, and all is there', async ({ app }) => {
  const { caseload } = await new FirstRunPage(app.window).createVault({ name: 'Robin Example', passphrase })
  const opened = await caseload.openCase('Alex Example')
  await opened.beginPoliceContact({ day: '20/11/26', time: '10:15', said: 'Said the phone would be collected' })
  await opened.answerTheRest()
  await opened.save()
  await expect(app.window.getByText('Said the phone would be collected').first()).toBeVisible()

  const locked = await lock(app.electron)
  await expect(locked.page).toHaveTitle('Waymark')
  await expect(locked.page.getByText('Alex')).toHaveCount(0)
  await locked.unlock(passphrase)
  await expect(locked.page.getByRole('heading', { name: 'Alex Example' })).toBeVisible()
  await expect(locked.page.getByText('Said the phone would be collected').first()).toBeVisible()
})

test('half-typed words outlast a lock', async ({ app }) => {
  const { caseload } = await new FirstRunPage(app.window).createVault({ name: 'Robin Example', passphrase })
  const before = await caseload.openCase('Alex Example')
  await before.beginPoliceContact({ day: '1/3/26', time: '09:30', said: 'Reported a breach' })
  const locked = await lock(app.electron)
  await locked.unlock(passphrase)
  const after = new CasePage(locked.page)
  await expect(after.form.getByLabel('What was said')).toHaveValue('Reported a breach')
  await expect(after.form.getByLabel('Date', { exact: true })).toHaveValue('1/3/26')
  await expect(after.form.getByLabel('What was said')).toBeFocused()
})
