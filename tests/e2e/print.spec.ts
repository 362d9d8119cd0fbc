import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import * as mupdf from 'mupdf'
import type { FileToken } from '../../shared/kernel/ids.ts'
import { aBundle, aDocumentEntry } from '../support/bundle-records.ts'
import { madePdf, writeText } from '../support/made-pdf.ts'
import { newVault, openCase, testPassphrase } from '../support/vault.ts'
import { expect, launch, test } from './launch.ts'
import { lockedBy } from './lock.ts'
import { CaseloadPage } from './pages/CaseloadPage.ts'
import { LockPage } from './pages/LockPage.ts'

const printer = process.env['WAYMARK_PRINTER'] ?? ''
/** Where `cups-pdf` puts what this account prints. */
const tray = join(userInfo().homedir, 'PDF')
const printed = (): string[] => {
  mkdirSync(tray, { recursive: true })
  return readdirSync(tray).filter(name => name.endsWith('.pdf'))
}

const block = (at: number): string => `0.8 0.1 0.1 rg ${String(at)} 200 200 160 re f 0 g`
const statement = madePdf({
  pages: [
    { content: `${block(72)} ${writeText('An upright page', [72, 700], 24)}` },
    { content: `${block(560)} ${writeText('A lying page', [72, 480], 24)}`, mediaBox: [0, 0, 841.89, 595.28] },
    { content: `${block(300)} ${writeText('Another upright page', [72, 600], 24)}` },
  ],
})

/** A vault with a bundle that nothing holds back. Answers where a copy of it is. */
async function vaultWithBundle(folder: string, papers = statement): Promise<string> {
  const store = await newVault(join(folder, 'profile', 'vault'))
  const { id: caseId } = openCase(store, 'Alex Example')
  writeFileSync(join(folder, 'Statement.pdf'), papers)
  const file = join(folder, 'Statement.pdf') as FileToken // the store is asked as main asks it, with a path
  const document = await store.job('documents.add', { caseId, file })
  const sections = [{ title: 'Statements', entries: [aDocumentEntry(document.id, 'Statement')] }]
  const bundle = store.call('bundles.record', { caseId, bundle: aBundle({ sections }) })
  const { id } = await store.job('bundles.build', { id: bundle.id, revision: 1 })
  await store.job('bundles.search', { id })
  await store.job('bundles.export', { id, folder: folder as FileToken, name: 'Copy.pdf' }) // as above
  store.close()
  return join(folder, 'Copy.pdf')
}

/** The system's dialog answered as a person would who picks the printer of the test: no test can click in it. */
const choosePrinter = (electron: ElectronApplication, deviceName: string) =>
  electron.evaluate(({ app }, name) => {
    app.on('web-contents-created', (_event, contents) => {
      const print = contents.print.bind(contents)
      contents.print = (options, done) => print({ ...options, silent: true, deviceName: name }, done)
    })
  }, deviceName)

/** The first dialog is left open; the second is answered. */
const leaveDialogOpen = (electron: ElectronApplication) =>
  electron.evaluate(({ app }) => {
    let left = false
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        if (left) done?.(true, '')
        left = true
      }
    })
  })

/** Every dialog is answered by handing the pages over. Answers what says how many there have been. */
async function answerDialogs(electron: ElectronApplication): Promise<() => Promise<number>> {
  const counted = await electron.evaluateHandle(({ app }) => {
    const dialogs = { asked: 0 }
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        dialogs.asked += 1
        done?.(true, '')
      }
    })
    return dialogs
  })
  return () => counted.evaluate(({ asked }) => asked)
}

/** Each page as grey pixels of an upright A4 sheet, 40 dots an inch. */
function sheets(path: string): Uint8Array[] {
  const document = new mupdf.PDFDocument(readFileSync(path))
  return Array.from({ length: document.countPages() }, (_, at) => {
    const page = document.loadPage(at)
    const [left, top, right, bottom] = page.getBounds()
    const turn = right - left > bottom - top ? mupdf.Matrix.rotate(90) : mupdf.Matrix.identity
    const upright = mupdf.Rect.transform([left, top, right, bottom], turn)
    const scale = 40 / 72
    const placed = mupdf.Matrix.concat(turn, mupdf.Matrix.translate(-upright[0], -upright[1]))
    const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, [0, 0, 331, 468], false)
    pixmap.clear(255)
    const device = new mupdf.DrawDevice(mupdf.Matrix.identity, pixmap)
    page.run(device, mupdf.Matrix.concat(placed, mupdf.Matrix.scale(scale, scale)))
    device.close()
    return new Uint8Array(pixmap.getPixels())
  })
}

/** From 0 for the same picture to 255, where a blur of a pixel at an edge is let pass. */
const apart = (one: Uint8Array, other: Uint8Array): number =>
  one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length

async function beginPrinting(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Print…' }).click()
  await page.getByRole('button', { name: 'Choose a printer…' }).click()
}

test('a long print says which page it prepares, and where it is stopped the next one goes through', async ({}, info) => {
  const folder = info.outputPath('machine')
  mkdirSync(folder, { recursive: true })
  const page = (at: number) => ({ content: `${block(72)} ${writeText(`Page ${String(at)}`, [72, 700], 24)}` })
  await vaultWithBundle(folder, madePdf({ pages: Array.from({ length: 80 }, (_, at) => page(at)) }))
  const { electron, window } = await launch({ folder })
  const asked = await answerDialogs(electron)
  await new LockPage(window).unlock(testPassphrase)
  await new CaseloadPage(window).arrive()
  await window.getByText('Alex Example').click()
  await window.getByRole('link', { name: 'Bundles', exact: true }).click()
  await window.getByText('Example and Sample').click()
  await beginPrinting(window)
  await expect(window.getByText(/^Preparing page [1-9]\d? of 81$/)).toBeVisible({ timeout: 30_000 })
  await window.getByRole('button', { name: 'Stop printing' }).click()
  await expect(window.getByText('Stopped. Nothing was printed.')).toBeVisible()
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await asked()).toBe(0)
  await beginPrinting(window)
  await expect(window.getByText('Handed to the printing system.')).toBeVisible({ timeout: 60_000 })
  expect(await asked()).toBe(1)
  await electron.close()
})

test('a lock ends a print whose dialog is still open, and the next one goes through', async ({}, info) => {
  const folder = info.outputPath('machine')
  mkdirSync(folder, { recursive: true })
  await vaultWithBundle(folder)
  const { electron, window: page } = await launch({ folder })
  await leaveDialogOpen(electron)
  await new LockPage(page).unlock(testPassphrase)
  await new CaseloadPage(page).arrive()
  await page.getByText('Alex Example').click()
  await page.getByRole('link', { name: 'Bundles', exact: true }).click()
  await page.getByText('Example and Sample').click()
  await beginPrinting(page)
  const windows = () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  await expect.poll(windows).toBe(2)
  await page.waitForTimeout(3_000) // the pages are drawn and the dialog is open
  const locked = await lockedBy(electron, () => page.evaluate(() => window.app.call('window.lock', {})))
  await expect.poll(windows).toBe(1)
  await locked.unlock(testPassphrase)
  await beginPrinting(locked.page)
  await expect(locked.page.getByText('Handed to the printing system.')).toBeVisible({ timeout: 30_000 })
  await electron.close()
})

test('a bundle goes to the printer with all its pages as they are in the file', async ({}, info) => {
  test.skip(printer === '', 'needs CUPS with cups-pdf, which CI installs') // only there is there a printer to print to
  const folder = info.outputPath('machine')
  mkdirSync(folder, { recursive: true })
  const copy = await vaultWithBundle(folder)
  for (const name of printed()) rmSync(join(tray, name))
  const { electron, window: page } = await launch({ folder })
  const known = () =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.getPrintersAsync()
        .then(found => found.map(({ name }) => name)),
    )
  await expect.poll(known, { timeout: 60_000 }).toContain(printer)
  await choosePrinter(electron, printer)
  await new LockPage(page).unlock(testPassphrase)
  await new CaseloadPage(page).arrive()
  await page.getByText('Alex Example').click()
  await page.getByRole('link', { name: 'Bundles', exact: true }).click()
  await page.getByText('Example and Sample').click()
  await beginPrinting(page)
  await expect(page.getByText('Handed to the printing system.')).toBeVisible({ timeout: 60_000 })
  await expect.poll(printed, { timeout: 60_000 }).toHaveLength(1)
  const [name = ''] = printed()
  expect(name).not.toMatch(/Alex|Example|Sample|Statement/)
  await expect.poll(() => readFileSync(join(tray, name)).subarray(-64).includes('%%EOF')).toBe(true)

  const [file, paper] = [sheets(copy), sheets(join(tray, name))]
  expect(paper).toHaveLength(file.length)
  for (const [at, sheet] of paper.entries()) {
    const distances = file.map(other => apart(sheet, other))
    expect(distances[at]).toBeLessThan(2)
    expect(Math.min(...distances)).toBe(distances[at])
  }
  await page.getByRole('link', { name: 'History', exact: true }).click()
  await expect(page.getByText(/opened for printing a bundle/)).toBeVisible()
  await electron.close()
})
