import { lock } from '../e2e/lock.ts'
import { expect, test } from '../e2e/launch.ts'
import { CasePage } from '../e2e/pages/CasePage.ts'
import { FirstRunPage } from '../e2e/pages/FirstRunPage.ts'
import { cameraFor } from './screens.ts'

const passphrase = 'six quiet words for the demo'
const clients = [
  'Alex Example',
  'Bronwen Sample',
  'Chidi Placeholder',
  'Dilys Specimen',
  'Ewa Illustration',
  'Farah Instance',
]
const contacts = [
  {
    day: '2/11/26',
    time: '09:15',
    said: 'Reported two more silent calls and a note under the windscreen wiper. Log number given.',
  },
  {
    day: '9/11/26',
    time: '14:40',
    said: 'Asked why the earlier reports are not linked. Told that each was filed on its own.',
  },
  {
    day: '16/11/26',
    time: '11:05',
    said: 'Said that the phone would be collected for examination and that nobody had been spoken to yet.',
  },
]

test('the main job, on invented people', async ({ app }, info) => {
  const { window: page, electron } = app
  const first = cameraFor(electron, page, info)
  const firstRun = new FirstRunPage(page)
  await firstRun.makeVault.waitFor()
  await first('01-first-run')
  await firstRun.fillNewVault({ name: 'Robin Example', passphrase })
  await first('02-new-vault')
  const recoveryKey = await firstRun.makeAndReadKey()
  await first('03-recovery-key')
  const caseload = await firstRun.typeBack(recoveryKey)
  await first('04-caseload-empty')
  for (const client of clients) {
    await caseload.openCase(client)
    await page
      .getByRole('button', { name: /^Caseload/ })
      .or(page.getByRole('link', { name: /^Caseload/ }))
      .first()
      .click()
    await caseload.heading.waitFor()
  }
  await page.getByText('Alex Example').click()
  const opened = new CasePage(page)
  for (const contact of contacts) {
    await opened.beginPoliceContact(contact)
    if (contact === contacts.at(-1)) await first('05-police-contact-form')
    await opened.answerTheRest()
    await opened.form
      .getByRole('textbox', { name: 'What was promised' })
      .fill('A call back with a date for the phone examination')
    await opened.form.getByRole('textbox', { name: 'Promised by' }).fill('20 Nov 2026')
    await opened.save()
  }
  await first('06-police-contacts')
  await page
    .getByRole('tab', { name: /Overview/ })
    .or(page.getByRole('link', { name: /Overview/ }))
    .first()
    .click()
  await first('07-case-overview')
  for (const [index, tab] of ['People', 'History'].entries()) {
    await page
      .getByRole('tab', { name: tab })
      .or(page.getByRole('link', { name: tab }))
      .first()
      .click()
    await first(`0${String(index + 8)}-case-${tab.toLowerCase()}`)
  }
  await page.keyboard.press('Control+2')
  await caseload.heading.waitFor()
  await first('10-caseload')
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Search people and records' }).fill('phone')
  await page.getByText('examination').first().waitFor()
  await first('11-search')
  await page.keyboard.press('Control+,')
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  await first('12-settings')
  const locked = await lock(electron)
  await cameraFor(electron, locked.page, info)('13-locked')
  await locked.unlock(passphrase)
  await expect(locked.page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
})
