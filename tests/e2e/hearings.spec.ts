import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './with-vault.ts'

/** Prints into memory instead of on paper, by the same way the app prints. */
const printIntoMemory = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0] ?? {}
    if (!webContents) throw new Error('No window')
    webContents.print = (_options, done) =>
      void webContents.printToPDF({ preferCSSPageSize: true }).then(bytes => {
        Reflect.set(globalThis, 'printed', bytes.toString('base64'))
        done?.(true, '')
      })
  })
const printed = (electron: ElectronApplication): Promise<unknown> =>
  electron.evaluate(() => Reflect.get(globalThis, 'printed') as unknown)

const openSection = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).first().click()

async function recordHearing(page: Page): Promise<void> {
  await page.getByText('Alex Example').click()
  await openSection(page, 'Court')
  await page.getByRole('button', { name: 'Record a hearing' }).first().click()
  const form = page.getByRole('form', { name: 'Record a hearing' })
  await form.getByLabel('Date', { exact: true }).fill('tomorrow')
  await form.getByLabel('Time', { exact: true }).fill('10.30')
  await form.getByLabel('Kind of hearing').fill('Plea and trial')
  await page.getByRole('option', { name: 'Plea and trial preparation (Crown Court)' }).click()
  await form.getByLabel('Court', { exact: true }).fill('Exampleton Crown Court')
  await form.getByLabel('Court room').fill('Court 3')
  await form.getByRole('group', { name: 'Does the client have to be there?' }).getByText('No', { exact: true }).click()
  await form.getByLabel('Who attends').fill('The advocate, in the public gallery')
  await form.getByLabel('Arriving and leaving safely').fill('Side entrance; ring 07700 900123 from AB1 2CD')
  await form.getByLabel('Add one').selectOption({ label: 'Screen' })
  await form.getByText('Check that bail conditions and orders are still in force').click()
  await form.getByRole('button', { name: 'Save hearing' }).click()
  await form.waitFor({ state: 'detached' })
}

test('a hearing brings its tasks, keeps the date it is moved from, and its outcome names the next date', async ({
  unlocked,
}) => {
  const { window: page, electron } = unlocked
  await recordHearing(page)
  await expect(page.getByLabel('This case').getByText('tomorrow')).toBeVisible()
  const tasks = page.getByRole('list', { name: 'Tasks of this hearing' })
  await expect(tasks.getByText('Record the outcome, the conditions')).toBeVisible()
  await expect(tasks.getByText('Check that bail conditions')).toBeHidden()

  await test.step('the day sheet has the court, and neither number nor postcode', async () => {
    await printIntoMemory(electron)
    await page.getByRole('button', { name: 'Print the day sheet' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Print' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    const paper = await page.evaluate(() => document.querySelector('.wm-sheet'))
    expect(paper).toBeNull()
    expect(String(await printed(electron)).length).toBeGreaterThan(5_000)
  })

  await test.step('moved, with the earlier date kept', async () => {
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    const form = page.getByRole('form', { name: 'Move this hearing' })
    await form.getByLabel('Date', { exact: true }).fill('today')
    await form.getByLabel('Time', { exact: true }).fill('14:00')
    await form.getByLabel('Why it was moved').fill('Brought forward by the list office')
    await form.getByRole('button', { name: 'Move hearing' }).click()
    await expect(page.getByText('Brought forward by the list office')).toBeVisible()
    await expect(page.getByLabel('This case').getByText('today')).toBeVisible()
  })

  await test.step('the outcome brings the next hearing', async () => {
    await page.getByRole('button', { name: 'Record the outcome' }).click()
    const form = page.getByRole('form', { name: 'Record the outcome' })
    await form.getByLabel('How it ended').fill('Not guilty plea to both charges')
    await form.getByText('There is a next date').click()
    await form.getByLabel('Date', { exact: true }).fill('1 Mar 2029')
    await form.getByLabel('Kind of hearing').fill('Trial')
    await page.getByRole('option', { name: 'Trial (Crown Court)' }).click()
    await form.getByText('A not-guilty plea was entered').click()
    await form.getByRole('button', { name: 'Save outcome' }).click()
    await expect(page.getByText('Outcome and next hearing recorded')).toBeVisible()
    await expect(page.getByRole('heading', { name: '1 Mar 2029' })).toBeVisible()
  })

  await openSection(page, 'Tasks')
  await expect(page.getByText('Last day to apply in writing for special measures')).toBeVisible()
})

test('a task is written in one line, ticked off, and brought back', async ({ unlocked }) => {
  const { window: page } = unlocked
  await page.getByText('Alex Example').click()
  await expect(page.getByLabel('This case').getByText('nothing is planned')).toBeVisible()
  await openSection(page, 'Tasks')
  await page.getByLabel('What is to be done').fill('Ask for the crime reference')
  await page.getByLabel(/^Due/).fill('tomorrow')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Ask for the crime reference' }).click()
  await expect(page.getByText('Nothing to do')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('checkbox', { name: 'Ask for the crime reference' })).not.toBeChecked()
})
