import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from '../e2e/launch.ts'
import { FirstRunPage } from '../e2e/pages/FirstRunPage.ts'
import { statementDays, writeDocuments } from './documents.ts'
import { cameraFor } from './screens.ts'

const rich = 'Grace Hypothecary'
const sections = ['People', 'Contacts', 'Incidents', 'Police', 'Police reports', 'Orders', 'Court', 'Risk', 'Tasks']

const answerWith = (electron: ElectronApplication, paths: readonly string[]) =>
  electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] })
  }, paths)

async function goTo(page: Page, section: string): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Sections of this case' }).getByRole('link', { name: section, exact: true }) // prettier-ignore
  if (await link.isVisible()) return link.click()
  await page.getByRole('button', { name: /^More$|more sections/ }).click()
  await page.getByRole('menuitem', { name: section, exact: true }).click()
}

/** Which documents go where, by a word of their titles or kinds. */
const filedUnder = { Statements: 'statement', 'Letters and messages': 'on the telephone', 'Other documents': '' }

/** Says of a statement what it is, from whom, of which day, and of which incident it tells. */
async function describe(page: Page, { number, day }: { number: number; day: number }): Promise<void> {
  await page.getByRole('row', { name: new RegExp(`Statement ${String(number)} of`) }).click()
  await page.getByRole('button', { name: 'More about this document' }).waitFor()
  await page.keyboard.press('e')
  const form = page.getByRole('form', { name: 'Edit document' })
  await form.getByRole('radio', { name: 'Statement', exact: true }).check()
  await form.getByRole('radio', { name: 'Day only' }).check()
  await form.getByLabel('Date', { exact: true }).fill(`${String(day)} Nov 2026`)
  await form.getByRole('textbox', { name: 'From whom' }).fill(rich)
  await form.getByLabel('Link a record').and(page.locator('input:visible')).first().click() // what it tells of: the chronology will cite its page
  await page.getByRole('option').filter({ visible: true }).nth(number).click()
  await page.keyboard.press('Control+s')
  await form.waitFor({ state: 'detached' })
}

test('from a practice caseload to a court bundle', async ({ app }, info) => {
  const { electron, window: page } = app
  const take = cameraFor(electron, page, info)
  await new FirstRunPage(page).practice.click()
  const rail = (name: string) => page.getByRole('link', { name, exact: true }).first()
  await rail('Today').waitFor({ timeout: 120_000 })
  await rail('Today').click()
  await page.getByRole('region', { name: /Unsafe to leave/ }).waitFor()
  await take('70-today')
  await rail('Caseload').click()
  await page.getByRole('grid', { name: /^Cases/ }).waitFor()
  await take('71-caseload')
  await page.getByText(rich).first().click()
  await page.locator('[aria-label^="Timeline, "]').waitFor()
  await take('72-overview-of-a-rich-case')
  for (const [at, section] of sections.entries()) {
    await goTo(page, section)
    await page.locator('.wm-loading').first().waitFor({ state: 'detached' })
    await take(`${String(73 + at)}-${section.toLowerCase().replace(' ', '-')}`)
  }

  await goTo(page, 'Documents')
  await answerWith(electron, await writeDocuments(info.outputPath('documents')))
  await page.getByRole('button', { name: 'Choose files' }).click()
  await page.getByRole('grid', { name: /^Documents, 30/ }).waitFor({ timeout: 120_000 })
  await page.getByRole('button', { name: 'Close message' }).click()
  for (const [at, day] of statementDays.entries()) await describe(page, { number: at + 1, day })
  await take('82-documents')
  await page.getByRole('row', { name: /Statement 10 of/ }).dblclick()
  await page.locator('canvas[data-drawn]').first().waitFor()
  await take('83-viewer')
  await page.getByRole('button', { name: 'Documents', exact: true }).click()

  await goTo(page, 'Bundles')
  await page.getByRole('button', { name: /Make a bundle/ }).first().click() // prettier-ignore
  const hearings = page.getByRole('combobox', { name: /For which hearing/ })
  const trial = await hearings
    .locator('option', { hasText: /Trial · .*Crown Court/ })
    .first()
    .getAttribute('value')
  await hearings.selectOption(trial)
  await take('84-new-bundle')
  await page.getByRole('button', { name: /Go to its contents/ }).click()
  for (const paper of ['Front sheet', 'Case summary', 'Chronology', 'Contacts with police', 'Risk summary']) {
    await page.getByRole('region', { name: 'Preliminary papers' }).getByRole('button', { name: 'Paper', exact: true }).click() // prettier-ignore
    await page.getByRole('menuitem', { name: new RegExp(paper, 'i') }).click()
  }
  for (const [section, words] of Object.entries(filedUnder)) {
    await page.getByRole('region', { name: section }).getByRole('button', { name: 'Documents', exact: true }).click()
    await page.getByRole('textbox', { name: 'Find a document' }).fill(words)
    await page.getByRole('button', { name: /Choose all/ }).click()
    if (words === 'statement') await take('85-choose-documents')
    await page.getByRole('button', { name: /^Add \d+ documents$/ }).click()
  }
  await take('86-contents-of-a-bundle')
  await page.getByRole('button', { name: 'Make version 1' }).click()
  await expect(page.getByText('Version 1 is made')).toBeVisible({ timeout: 120_000 })
  await page.locator('canvas[data-drawn]').first().waitFor({ timeout: 60_000 })
  await take('87-bundle')
  await page.getByRole('tab', { name: /Search before saving/ }).click()
  await take('88-searched-before-saving')
  const save = page.getByRole('button', { name: /Save a copy/ })
  await expect(save).not.toHaveAttribute('aria-disabled', { timeout: 120_000 })
  await answerWith(electron, [info.project.outputDir])
  await save.click()
  await page.getByRole('textbox', { name: 'File name' }).fill('bundle')
  await page.getByRole('button', { name: /Choose a folder/ }).click()
  await expect(page.getByText(/bundle.pdf is in/)).toBeVisible({ timeout: 60_000 })
})
