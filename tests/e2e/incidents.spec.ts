import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { lock } from './lock.ts'
import { expect, test } from './with-vault.ts'

const words = 'He waited by the school gate and followed her to the car'

/** Presses Ctrl+Enter and answers how many milliseconds it took until the page said that it is saved. */
const savedAfter = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let pressedAt = 0
        window.addEventListener('keydown', () => (pressedAt = performance.now()), { capture: true, once: true })
        const watcher = new MutationObserver(() => {
          if (!document.body.textContent.includes('Incident saved, to be completed')) return
          watcher.disconnect()
          resolve(performance.now() - pressedAt)
        })
        watcher.observe(document.body, { subtree: true, childList: true, characterData: true })
        const box = document.activeElement
        box?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
        )
      }),
  )

test('one key captures an incident from anywhere; a lock keeps the words; it is completed later', async ({
  unlocked,
}, info) => {
  const first = unlocked.window
  await first.keyboard.press('q')
  const capture = first.getByRole('dialog', { name: 'Capture an incident' })
  await capture.getByLabel('What happened').fill(words)
  const locked = await lock(unlocked.electron)
  await locked.unlock(unlocked.passphrase)
  const page = locked.page
  await page.getByRole('heading', { name: 'Caseload', level: 1 }).waitFor()

  await page.keyboard.press('q')
  const again = page.getByRole('dialog', { name: 'Capture an incident' })
  const what = again.getByLabel('What happened')
  await expect(what).toHaveValue(words)
  await again.getByLabel('Case', { exact: true }).fill('Alex')
  await page.getByRole('option', { name: /Alex Example/ }).click()
  await what.press('End') // letters in a field are letters: Q would open nothing here
  await page.keyboard.type(' q')
  await expect(what).toHaveValue(`${words} q`)
  const took = await savedAfter(page)
  info.annotations.push({ type: 'key to saved', description: `${took.toFixed(0)} ms` })
  await expect(again).toBeHidden()

  await page.getByRole('button', { name: 'Complete it now' }).click()
  const form = page.getByRole('form', { name: 'Edit incident' })
  await expect(form.getByLabel('What the client said')).toHaveValue(`${words} q`)
  const find = form.getByLabel('Find a behaviour')
  await find.fill('follow')
  await find.press('Enter')
  await expect(form.getByRole('button', { name: 'Take out Following' })).toBeVisible()
  await form.getByRole('group', { name: 'Is this record complete?' }).getByText('Yes', { exact: true }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Changes saved')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Course of conduct' })).toContainText('0 of 1 reported')
  await expect(page.getByText('Following', { exact: true }).first()).toBeVisible()
  await expect(page.getByLabel('This case', { exact: true })).toContainText('Last incident')
})

test('a file is attached, listed with its checksum, taken off and put back', async ({ unlocked }, info) => {
  const { window: page, electron } = unlocked
  const path = join(info.outputPath(), 'Doorbell still.jpg')
  writeFileSync(path, 'not really a picture')
  await page.getByText('Alex Example').click()
  await page.keyboard.press('q')
  const capture = page.getByRole('dialog', { name: 'Capture an incident' })
  await expect(capture.getByLabel('Case', { exact: true })).toHaveValue(/Alex Example/) // the case that is open
  await capture.getByLabel('What happened').fill(words)
  await page.keyboard.press('Control+Enter')
  await expect(capture).toBeHidden()
  await page.getByRole('link', { name: 'Incidents' }).click()
  await page.getByText(words).click()
  await electron.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
  }, path)
  await page.getByRole('button', { name: 'Choose files' }).click()
  const files = page.getByRole('list', { name: 'Attached files' })
  await expect(files).toContainText('Doorbell still.jpg')
  await expect(files).toContainText('SHA-256')
  await files.getByRole('button', { name: 'Take off Doorbell still.jpg' }).click()
  await expect(files).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(files).toContainText('Doorbell still.jpg')
})

test('files chosen in the form go with the save; one that is gone is named; after a lock the form asks for them again', async ({
  unlocked,
}, info) => {
  const { electron } = unlocked
  const paths = ['Doorbell still.jpg', 'Voicemail.txt'].map(name => join(info.outputPath(), name))
  for (const path of paths) writeFileSync(path, 'not really a picture')
  const answer = () =>
    electron.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
    }, paths)
  await answer()
  await unlocked.window.getByText('Alex Example').click()
  await unlocked.window.getByRole('link', { name: 'Incidents' }).click()
  await unlocked.window.getByRole('button', { name: 'Record an incident' }).first().click()
  const formOf = (page: Page) => page.getByRole('form', { name: 'Record an incident' })
  const waitingIn = (page: Page) => formOf(page).getByRole('list', { name: 'Files to attach' })
  await formOf(unlocked.window).getByLabel('What the client said').fill(words)
  await formOf(unlocked.window).getByRole('button', { name: 'Choose files' }).click()
  await expect(waitingIn(unlocked.window)).toContainText('Attached when you save')
  await unlocked.window.getByRole('button', { name: 'Close', exact: true }).first().click()
  await unlocked.window.getByRole('button', { name: 'Leave', exact: true }).click()
  await unlocked.window.getByRole('button', { name: 'Record an incident' }).first().click()
  await expect(waitingIn(unlocked.window).getByText('Attached when you save')).toHaveCount(2)

  const locked = await lock(electron)
  await locked.unlock(unlocked.passphrase)
  const { page } = locked
  await expect(waitingIn(page).getByText(/Waymark was locked in between/)).toHaveCount(2)
  await answer()
  await formOf(page).getByRole('button', { name: 'Choose files' }).click()
  await expect(waitingIn(page).getByText('Attached when you save')).toHaveCount(2)
  await expect(waitingIn(page).getByText(/locked in between/)).toHaveCount(0)
  await formOf(page).getByText('The client', { exact: true }).click()
  await formOf(page).getByText('Not known', { exact: true }).first().click()
  await formOf(page).getByText('No, to be completed').click()
  rmSync(paths[1] ?? '')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('list', { name: 'Attached files' })).toContainText('Doorbell still.jpg')
  const problems = page.getByText('Not every file could be added')
  await expect(problems).toBeVisible()
  await expect(page.getByText(/^Voicemail.txt:/)).toBeVisible()
})
