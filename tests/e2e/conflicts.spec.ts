import type { Page } from '@playwright/test'
import { lock } from './lock.ts'
import { elsewhere, newestOf } from './second-window.ts'
import { expect, test } from './with-vault.ts'

test.beforeEach(async ({ unlocked }) => {
  await unlocked.window.getByText('Alex Example').click()
})
const openSection = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).first().click()

test('two people write on the same task: both notes stay, and what each said before can be read', async ({
  unlocked,
}) => {
  const { window: page } = unlocked
  await openSection(page, 'Tasks')
  await page.getByLabel('What is to be done').fill('Ring the school')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('listitem').getByText('Ring the school').click()
  const form = page.getByRole('form', { name: 'Edit task' })
  await form.getByLabel('Note').fill('Not before ten')

  const { id, revision } = await newestOf(page, 'tasks.listForCase', { filter: { show: 'open', hearingId: null } })
  const theirs = { title: 'Ring the school', dueOn: null, note: 'Ask for the head' }
  await elsewhere(page, 'tasks.update', { id, revision, task: theirs })
  await page.keyboard.press('Control+s')
  await page.getByRole('radio', { name: /^Keep both ?: Note/ }).check()
  await page.getByRole('button', { name: 'Edit with the chosen answers' }).click()
  await expect(form.getByLabel('Note')).toHaveValue('Ask for the head\n\nNot before ten')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Changes saved')).toBeVisible()
  await page.getByRole('listitem').getByText('Ring the school').click()
  await page.getByRole('button', { name: 'Show versions' }).click()
  await expect(page.getByRole('heading', { name: 'Version 3' })).toBeVisible()
  await expect(page.getByText('Ask for the head', { exact: true }).first()).toBeVisible()
})

test('what only they changed stays theirs, also after a lock: the form still knows how it was opened', async ({
  unlocked,
}) => {
  const { electron, window: page, passphrase } = unlocked
  await openSection(page, 'Tasks')
  await page.getByLabel('What is to be done').fill('Ring the school')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('listitem').getByText('Ring the school').click()
  await page.getByRole('form', { name: 'Edit task' }).getByLabel('What is to be done').fill('Ring the head')
  const locked = await lock(electron)
  await locked.unlock(passphrase)
  const after = locked.page
  const form = after.getByRole('form', { name: 'Edit task' })
  await expect(form.getByLabel('What is to be done')).toHaveValue('Ring the head')

  const asked = { filter: { show: 'open', hearingId: null } }
  const { id, revision } = await newestOf(after, 'tasks.listForCase', asked)
  const theirs = { title: 'Ring the school', dueOn: '2029-03-01', note: 'Only Mondays' }
  await elsewhere(after, 'tasks.update', { id, revision, task: theirs })
  await form.getByRole('button', { name: /Save changes/ }).click()
  await expect(after.getByText('Only they changed it')).toHaveCount(2)
  await after.getByRole('button', { name: 'Save the chosen answers' }).click()
  await expect(after.getByText('Changes saved')).toBeVisible()
  expect(await newestOf(after, 'tasks.listForCase', asked)).toMatchObject({ ...theirs, title: 'Ring the head' })
})

test('a hearing moved by two people within a minute: the second sees the first date, and both moves are kept', async ({
  unlocked,
}) => {
  const { window: page } = unlocked
  await openSection(page, 'Court')
  await page.getByRole('button', { name: 'Record a hearing' }).first().click()
  const first = page.getByRole('form', { name: 'Record a hearing' })
  await first.getByLabel('Date', { exact: true }).fill('1 Mar 2029')
  await first.getByLabel('Time', { exact: true }).fill('10:00')
  await first.getByLabel('Kind of hearing').fill('Trial')
  await page.getByRole('option', { name: 'Trial (Crown Court)' }).click()
  await first.getByLabel('Court', { exact: true }).fill('Exampleton Crown Court')
  await first.getByRole('group', { name: 'Does the client have to be there?' }).getByText('No', { exact: true }).click()
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  const form = page.getByRole('form', { name: 'Move this hearing' })
  await form.getByLabel('Date', { exact: true }).fill('3 Apr 2029')
  await form.getByLabel('Time', { exact: true }).fill('10:00')
  await form.getByLabel('Why it was moved').fill('A witness is ill')

  const { id, revision } = await newestOf(page, 'hearings.listForCase', {
    ...{ filter: { show: 'all', withdrawn: false }, today: '2026-11-24' },
  })
  const to = { from: '2029-03-15T10:00:00.000Z', to: null, precision: 'minute', zone: 'Europe/London' }
  const move = { to, reason: 'No courtroom that day', toldBy: null, toldOn: null }
  await elsewhere(page, 'hearings.move', { id, revision, move })
  await page.keyboard.press('Control+s')
  await expect(form.getByText(/changed this hearing while you were writing/)).toBeVisible()
  await expect(form.getByText(/It now stands on 15 Mar 2029, 10:00/)).toBeVisible()
  await expect(form.getByLabel('Why it was moved')).toHaveValue('A witness is ill')
  await page.keyboard.press('Control+s')
  await form.waitFor({ state: 'detached' })
  await expect(page.getByText('A witness is ill')).toBeVisible()
  await expect(page.getByText('No courtroom that day')).toBeVisible()
  await expect(page.getByText(/moved 2 times/).first()).toBeVisible()
})
