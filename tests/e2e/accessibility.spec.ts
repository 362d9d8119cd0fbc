import { writeFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import * as mupdf from 'mupdf'
import { madePdf, writeText } from '../support/made-pdf.ts'
import { test as onBareMachine } from './launch.ts'
import { lock } from './lock.ts'
import { openDocuments } from './open-documents.ts'
import { ContactsPage } from './pages/ContactsPage.ts'
import { FirstRunPage } from './pages/FirstRunPage.ts'
import { OrdersPage } from './pages/OrdersPage.ts'
import { PoliceReportsPage } from './pages/PoliceReportsPage.ts'
import { RiskPage } from './pages/RiskPage.ts'
import { expect, test } from './with-vault.ts'

// WCAG 2.2 AA by machine, on every screen there is, in both schemes. What a machine can't see is looked at in the demo.

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const plainPdf = new mupdf.PDFDocument(madePdf({ pages: [{ content: writeText('Secret', [72, 700]) }] }))
const locked = plainPdf.saveToBuffer('encrypt=aes-256,user-password=secret,owner-password=secret')
const lockedPdf = Buffer.from(locked.asUint8Array()) // a copy: MuPDF uses its memory again

type Found = Record<string, string[]>

async function problemsOn(page: Page): Promise<string[]> {
  // Buttons that stay in sight lie over whichever question is at the window's edge: that is scrolling, not a small target.
  await page.evaluate(() => {
    for (const footer of document.querySelectorAll<HTMLElement>('.wm-form-footer')) footer.style.position = 'static'
  })
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Looks at one screen after another; `found` says what is wrong on each. */
async function lookerAt(page: Page, scheme: 'light' | 'dark') {
  const found: Found = {}
  await page.emulateMedia({ colorScheme: scheme }) // Playwright holds the page to light unless told, whatever the system says
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(scheme === 'dark')
  const look = async (screen: string) => {
    await page.waitForTimeout(300)
    found[screen] = await problemsOn(page)
  }
  return { found, look }
}

const nothing = (found: Found): Found => Object.fromEntries(Object.keys(found).map(screen => [screen, []]))

async function lookAtIncidents(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: 'Incidents', exact: true }).click()
  await page.getByRole('button', { name: 'Record an incident' }).first().click()
  await page.getByRole('button', { name: /^Threats and violence/ }).click()
  await look('record an incident')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('button', { name: 'Record an incident' }).first().focus()
  await page.keyboard.press('q')
  await page.getByLabel('What happened').fill('A note on the car')
  await page.getByLabel('Find a behaviour').fill('follow')
  await look('capture an incident')
  await page.keyboard.press('Control+Enter')
  const list = page.getByRole('grid', { name: /^Incidents/ }) // the dialog may still be there
  await list.getByText('A note on the car').click()
  await look('an incident')
  await page.getByRole('button', { name: 'Close message' }).click() // or it lies over the forms that follow
}

/** Which form, the form with its topics, and an assessment. */
async function lookAtRisk(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const risk = new RiskPage(page)
  await risk.choose('24 topics: domestic abuse')
  await look('assess risk')
  await risk.answerNine()
  await risk.judgeHigh('Threats to kill')
  await risk.save()
  await look('an assessment')
}

/** An order that is not served, its form, its pane and the form of a breach. */
async function lookAtOrders(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const orders = new OrdersPage(page)
  await orders.begin()
  await look('record an order')
  await orders.fillUnserved()
  await orders.save()
  await look('an order with a gap')
  await page.getByRole('button', { name: 'Record a breach', exact: true }).click()
  await look('record a breach')
  await page.keyboard.press('Escape')
}

async function lookAtCourt(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: 'Court', exact: true }).first().click()
  await page.getByRole('button', { name: 'Record a hearing' }).first().click()
  await page.getByLabel('Add one').selectOption({ label: 'Screen' })
  await page.getByRole('button', { name: 'Add a direction' }).click()
  await look('record a hearing')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click()
}

/** The form of a police report and its pane, with the two classifications side by side. */
async function lookAtPoliceReports(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const reports = new PoliceReportsPage(page)
  await reports.begin()
  await reports.form.getByRole('button', { name: 'Add a change' }).click()
  await look('record a police report')
  await reports.form.getByRole('button', { name: /^Take out/ }).click()
  await reports.fillHarassment()
  await reports.believe('Stalking (s2A)')
  await reports.save()
  await look('a police report')
  await page.keyboard.press('Escape')
}

/** The questions of an attempt, and an entry that says the safe-contact plan was not kept to. */
async function lookAtContacts(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const contacts = new ContactsPage(page)
  await contacts.begin('Attempt')
  await contacts.fillAttempt({ day: '20/11/26', time: '10:15', outcome: 'Somebody else answered' })
  await contacts.sayUnsafe('He picked up her phone. She is told to change the number.')
  await look('record an attempt')
  await contacts.save()
  await look('a contact against the plan')
}

/** The list, the questions of a new bundle, the builder with an entry that is changed, a finished version and what a search says. */
async function lookAtBundles(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await look('bundles')
  await page.getByRole('button', { name: /Make a bundle/ }).click()
  await page.getByRole('radio', { name: /Family court/ }).check()
  await look('make a bundle')
  await page.getByRole('button', { name: /Go to its contents/ }).click()
  const section = page.getByRole('region', { name: 'Preliminary papers' })
  await section.getByRole('button', { name: 'Documents' }).click()
  await look('add documents to a bundle')
  await page.keyboard.press('Escape')
  await section.getByRole('button', { name: 'Paper', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Chronology' }).click()
  await page.getByRole('button', { name: 'Chronology', exact: true }).click()
  await look('the builder')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Make version 1' }).click()
  await page.getByRole('tab', { name: /Search before saving/ }).click({ timeout: 60_000 })
  await page.getByText('What was searched').waitFor({ timeout: 60_000 })
  await look('a finished version')
  for (const [button, screen] of [
    ['Print…', 'print a version'],
    ['Save a copy…', 'save a version'],
  ] as const) {
    await page.getByRole('button', { name: button }).click()
    await look(screen)
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  }
  await page.getByRole('tab', { name: 'Pages' }).click()
  await page.locator('canvas[data-drawn]').first().waitFor({ timeout: 60_000 })
  await look('the pages of a version')
  await page.getByRole('tab', { name: 'Court and title' }).click()
  await look('court and title of a bundle')
  await page.getByRole('button', { name: 'More about this bundle' }).click()
  await page.getByRole('menuitem', { name: /Earlier states/ }).click()
  await look('earlier states of a bundle')
}

/** A document beside the list, its questions, and those of a paper that is made from the records. */
async function lookAtDocuments(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await page.getByRole('row', { name: /Letter/ }).click()
  await look('a document beside the list')
  await page.getByRole('button', { name: 'Describe it' }).click()
  await look('describe a document')
  await page.getByRole('button', { name: 'Close details' }).click()
  await page.getByRole('button', { name: 'Make a paper' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make a paper' })
  await dialog.getByRole('combobox', { name: 'For which court' }).selectOption('Another court')
  await look('make a paper')
  await dialog.getByRole('button', { name: /Make the paper/ }).click()
  await dialog
    .getByText(/Write the name of the court/)
    .first()
    .waitFor()
  await look('a paper that can’t be made yet')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
}

/** Pages with what stands beside them, a search, a page as text, and what can't be shown. */
async function lookAtViewer(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await page.getByRole('row', { name: /Letter/ }).dblclick()
  await page.locator('.wm-page-sheet canvas[data-drawn]').first().waitFor()
  await look('a document')
  await page.getByRole('button', { name: 'Pages and bookmarks' }).click()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('page')
  await page.getByText('1 of 1').waitFor()
  await look('a search in a document')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Text only' }).click()
  await look('a document as text')
  await page.locator('.wm-viewer-bar').getByRole('button', { name: 'Documents' }).click() // Escape would close the tooltip
  await page.getByRole('row', { name: /Recording/ }).dblclick()
  await page.getByText('can’t show files of this kind').waitFor()
  await look('a document that can’t be shown')
  await page.locator('.wm-viewer-bar').getByRole('button', { name: 'Documents' }).click()
  await page.getByRole('row', { name: /Secret/ }).dblclick()
  await page.getByLabel('Password of this document').fill('wrong')
  await page.keyboard.press('Enter')
  await page
    .getByText(/not the password of this document/)
    .first()
    .waitFor()
  await look('a locked document')
}

for (const scheme of ['light', 'dark'] as const) {
  test(`the document viewer holds in ${scheme}`, async ({ unlocked }, info) => {
    const { window: page, electron } = unlocked
    const { found, look } = await lookerAt(page, scheme)
    const put = (name: string, bytes: string | Uint8Array): string => {
      writeFileSync(info.outputPath(name), bytes, 'latin1')
      return info.outputPath(name)
    }
    const files = [
      put('Letter.pdf', madePdf({ pages: [{ content: writeText('A page of a letter', [72, 700]) }] })),
      put('Secret.pdf', lockedPdf),
      put('Recording.mp4', '\0\0\0\x20ftypisom\0\0\x02\0isomiso2'),
    ]
    await openDocuments(page)
    await electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...chosen] })
    }, files)
    await page.getByRole('button', { name: 'Choose files' }).click()
    await page.getByRole('row', { name: /Recording/ }).waitFor()
    await lookAtDocuments(page, look)
    await lookAtViewer(page, look)
    expect(found).toEqual(nothing(found))
  })

  test(`the bundle builder holds in ${scheme}`, async ({ unlocked }) => {
    test.setTimeout(120_000)
    const { window: page } = unlocked
    const { found, look } = await lookerAt(page, scheme)
    await page.getByText('Alex Example').click()
    await page.getByRole('link', { name: 'Bundles', exact: true }).click()
    await lookAtBundles(page, look)
    expect(found).toEqual(nothing(found))
  })

  test(`every screen holds in ${scheme}`, async ({ unlocked }) => {
    test.setTimeout(300_000) // twenty-five screens, on a machine that may be busy
    const { window: page } = unlocked
    const { found, look } = await lookerAt(page, scheme)
    await look('caseload')
    await page.getByRole('button', { name: 'Open a case' }).first().click()
    await look('open a case')
    await page.keyboard.press('Escape')
    await page.getByText('Alex Example').click()
    for (const tab of [
      'Overview',
      'People',
      'Contacts',
      'Incidents',
      'Police',
      'Police reports',
      'Orders',
      'Court',
      'Tasks',
      'Documents',
      'History',
    ]) {
      await page
        .getByRole('tab', { name: tab })
        .or(page.getByRole('link', { name: tab, exact: true }))
        .first()
        .click()
      await look(tab)
    }
    await page
      .getByRole('tab', { name: 'Police' })
      .or(page.getByRole('link', { name: 'Police', exact: true }))
      .first()
      .click()
    await page.getByRole('button', { name: 'Record a police contact' }).first().click()
    await look('record a police contact')
    await page.keyboard.press('Escape')
    await lookAtIncidents(page, look)
    await lookAtContacts(page, look)
    await lookAtOrders(page, look)
    await lookAtCourt(page, look)
    await lookAtPoliceReports(page, look)
    await lookAtRisk(page, look)
    await page.keyboard.press('Control+f')
    await look('search')
    await page.keyboard.press('Control+1')
    await page.getByRole('region', { name: /Unsafe to leave/ }).waitFor()
    await look('today')
    expect(found).toEqual(nothing(found))
  })

  test(`settings and what any key calls up hold in ${scheme}`, async ({ unlocked }) => {
    const { window: page } = unlocked
    const { found, look } = await lookerAt(page, scheme)
    await page.keyboard.press('Control+,')
    for (const section of ['Appearance', 'Locking', 'People', 'Risk forms', 'Vault', 'About']) {
      await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: section }).click()
      await look(`settings, ${section}`)
    }
    await page.keyboard.press('Control+k')
    await look('go to or do')
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: 'Go to or do' }).waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await look('shortcuts')
    expect(found).toEqual(nothing(found))
  })

  test(`locked screens hold in ${scheme}`, async ({ unlocked }) => {
    const locked = await lock(unlocked.electron)
    const { page } = locked
    const { found, look } = await lookerAt(page, scheme)
    await look('lock')
    await locked.passphrase.fill('not the passphrase')
    await locked.unlockButton.click()
    await page.getByText('That passphrase does not open this vault').waitFor()
    await look('wrong passphrase')
    await page.getByRole('button', { name: 'Restore a backup' }).click()
    await look('restore')
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'Use the recovery key' }).click()
    await look('recovery')
    await page.getByRole('textbox', { name: 'Recovery key' }).fill(unlocked.recoveryKey)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('form', { name: 'A new passphrase' }).waitFor()
    await look('new passphrase')
    expect(found).toEqual(nothing(found))
  })

  onBareMachine(`first run holds in ${scheme}`, async ({ app }) => {
    const firstRun = new FirstRunPage(app.window)
    await firstRun.makeVault.waitFor()
    const { found, look } = await lookerAt(app.window, scheme)
    await look('first run')
    await firstRun.fillNewVault({ name: 'Robin Example', passphrase: 'six quiet words for testing' })
    await look('new vault')
    await firstRun.makeAndReadKey()
    await look('recovery key')
    await app.window.getByRole('button', { name: 'I have it on paper' }).click()
    await look('type the key back')
    expect(found).toEqual(nothing(found))
  })
}

test('at 400% zoom the sections of a case stay on one line, and the keyboard reaches those under More', async ({
  unlocked,
}) => {
  const { window: page, electron } = unlocked
  await page.getByText('Alex Example').click()
  await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setContentSize(1280, 800)
    if (window) window.webContents.zoomFactor = 4
  })
  const more = page.getByRole('button', { name: /^More$|more sections$/ })
  await more.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'History' }).press('Enter')
  await expect(page.getByRole('button', { name: 'History, more sections' })).toHaveAttribute('aria-current', 'page')
})
