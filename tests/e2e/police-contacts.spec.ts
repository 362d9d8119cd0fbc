import type { Page } from '@playwright/test'
import { CasePage } from './pages/CasePage.ts'
import { expect, test } from './with-vault.ts'

type Bridge = { call: (name: string, input: unknown) => Promise<{ ok: boolean; value: Record<string, unknown> }> }

async function recordOne(page: Page, said: string): Promise<CasePage> {
  await page.getByText('Alex Example').click()
  const opened = new CasePage(page)
  await opened.beginPoliceContact({ day: '20/11/26', time: '10:15', said })
  await opened.answerTheRest()
  await opened.save()
  return opened
}

/** What another window of the same vault would do in between. */
const saveInBetween = (page: Page, said: string): Promise<boolean> =>
  page.evaluate(async words => {
    const { call } = Reflect.get(window, 'app') as Bridge
    const filter = { text: '', statuses: [], ownerId: null, sort: 'client', descending: false }
    const first = { limit: 1, after: null }
    const cases = await call('cases.list', { filter, today: '2026-11-24', page: first })
    const [{ id: caseId }] = cases.value['rows'] as [{ id: string }]
    const any = { promises: 'any', withdrawn: false }
    const list = await call('policeContacts.listForCase', { caseId, filter: any, today: '2026-11-24', page: first })
    const [record] = list.value['rows'] as [Record<string, unknown>]
    const stamp = ['id', 'caseId', 'revision', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'withdrawnReason']
    const contact = Object.fromEntries(Object.entries(record).filter(([key]) => !stamp.includes(key)))
    const input = { id: record['id'], revision: record['revision'], contact: { ...contact, said: words } }
    return (await call('policeContacts.update', input)).ok
  }, said)

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
  await page.getByRole('button', { name: 'Keep mine' }).click()
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
