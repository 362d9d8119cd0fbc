import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { aBundle, aDocumentEntry } from '../support/bundle-records.ts'
import { madePdf, writeText } from '../support/made-pdf.ts'
import { newVault, openCase, testPassphrase } from '../support/vault.ts'
import { expect, launch, test as base, type RunningApp } from './launch.ts'
import { lock } from './lock.ts'
import { CaseloadPage } from './pages/CaseloadPage.ts'
import { LockPage } from './pages/LockPage.ts'
import { goToSection } from './pages/section.ts'

// What becomes of a bundle whose making is cut short. Its documents are cropped pages with text beyond the crop, which take long.

const canary = 'Zqcanaryevidence'
const perDocument = 20
const documents = 60

const letter = (): Buffer =>
  madePdf({
    pages: Array.from({ length: perDocument }, (_, page) => ({
      content:
        Array.from({ length: 60 }, (_line, at) =>
          writeText(`${canary} ${String(page)} ${String(at)} and what was said there`, [72, 780 - at * 12]),
        ).join('') + writeText('beyond', [-200, 400]),
      cropBox: [10, 10, 585, 830],
    })),
  })

type Machine = { folder: string; temporary: string; app: RunningApp; page: Page; restart: () => Promise<Page> }
const test = base.extend<{ machine: Machine }>({
  /** A bundle of which a small version was made, and that has grown large since. */
  machine: async ({}, use, info) => {
    const folder = info.outputPath('machine')
    const store = await newVault(join(folder, 'profile', 'vault'))
    const { id: caseId } = openCase(store, 'Alex Example')
    const temporary = mkdtempSync(join(tmpdir(), 'its-')) // a short path: Chromium puts a socket there
    const path = info.outputPath('letter.pdf')
    writeFileSync(path, letter())
    const added = []
    for (let count = 0; count < documents; count += 1)
      added.push(await store.job('documents.add', { caseId, file: path as never })) // a path, as main would have swapped it
    const entries = added.map(({ id }, at) => aDocumentEntry(id, `Letter ${String(at + 1)}`))
    const of = (count: number) => aBundle({ sections: [{ title: 'Letters', entries: entries.slice(0, count) }] })
    const { id } = store.call('bundles.record', { caseId, bundle: of(1) })
    await store.job('bundles.build', { id, revision: 1 })
    store.call('bundles.update', { id, revision: 1, bundle: of(documents) })
    store.close()
    const open = async (): Promise<RunningApp> => {
      const app = await launch({ folder, env: { TMPDIR: temporary } })
      await new LockPage(app.window).unlock(testPassphrase)
      return app
    }
    let app = await open()
    await new CaseloadPage(app.window).arrive()
    await toBundle(app.window)
    await use({
      folder,
      temporary,
      app,
      page: app.window,
      restart: async () => {
        app = await open()
        return app.window
      },
    })
    await app.electron.close().catch(() => undefined) // a test may have ended it
  },
})

async function toBundle(page: Page): Promise<void> {
  await page.getByText('Alex Example').first().click()
  await goToSection(page, 'Bundles')
  await page.getByRole('row', { name: /Example and Sample/ }).click()
  await expect(version(page, 1)).toBeVisible()
}
const version = (page: Page, number: number) =>
  page.getByRole('button', { name: `Version ${String(number)}`, exact: true })

/** Begins version 2 and waits until some documents of it are in the file, and most are not. */
async function beginVersion2(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Make version 2' }).click()
  await expect(page.getByText(/^(?:[3-9]|1\d) of 60$/).first()).toBeVisible({ timeout: 30_000 })
}

/** Every file below `files/` of the vault, half-written ones too. */
const sealed = (folder: string): string[] =>
  readdirSync(join(folder, 'profile/vault/files'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => entry.name)
const whole = documents + 1

/** Nothing half-written, nothing readable in the vault or where programs put what they need for a while. */
function expectTidy({ folder, temporary }: Machine, files: number): void {
  expect(sealed(folder)).toHaveLength(files)
  expect(sealed(folder).filter(name => name.includes('.part'))).toEqual([])
  const left = [join(folder, 'profile'), join(folder, 'home'), temporary].flatMap(
    place =>
      readdirSync(place, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name))
        .filter(path => existsSync(path)), // what the app itself needs for a while comes and goes
  )
  const readable = left.filter(path => {
    const bytes = readFileSync(path)
    return bytes.includes(canary) || bytes.includes('%PDF-1')
  })
  expect(readable).toEqual([])
}

async function makeAnew(page: Page, number: number): Promise<void> {
  await page.getByRole('button', { name: `Make version ${String(number)}` }).click()
  await expect(page.getByText(`Version ${String(number)} is made`, { exact: false })).toBeVisible({ timeout: 90_000 })
  await expect(version(page, number)).toBeVisible()
}

/** How a machine ends that loses its power: no process of the app has time for anything. */
async function cutPower(electron: ElectronApplication): Promise<void> {
  const ended = electron.waitForEvent('close')
  electron.process().kill('SIGKILL')
  await ended
}

test.describe.configure({ timeout: 180_000 })

test('stopped half-way, a build leaves the earlier version and nothing of itself, and can be begun again', async ({
  machine,
}) => {
  const { page } = machine
  await beginVersion2(page)
  await page.getByRole('button', { name: 'Stop' }).first().click()
  await expect(page.getByText('Stopped. Nothing was changed.')).toBeVisible()
  await expect(version(page, 1)).toBeVisible()
  expectTidy(machine, whole)
  await makeAnew(page, 2)
})

test('a lock in the middle lets the build finish behind it, and tells of it after the unlock', async ({ machine }) => {
  const { app, page } = machine
  await beginVersion2(page)
  const locked = await lock(app.electron)
  await locked.unlock(testPassphrase)
  await expect(locked.page.getByText('Finished while Waymark was locked: Making a bundle.')).toBeVisible()
  await expect(version(locked.page, 2)).toBeVisible()
  expectTidy(machine, whole + 1)
  await locked.page.getByRole('button', { name: 'Version 2', exact: true }).click()
  await expect(locked.page.getByRole('menuitem', { name: /^Version 1/ })).toBeVisible()
  await locked.page.keyboard.press('Escape')
  await makeAnew(locked.page, 3)
})

test('an app that is closed in the middle finishes what it writes into the vault, without a window', async ({
  machine,
}) => {
  const { app, page, restart } = machine
  await beginVersion2(page)
  const ended = app.electron.waitForEvent('close', { timeout: 60_000 })
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  // Opened again by somebody who can't wait: what was closed does not come back, a new one follows it.
  const after = await app.electron.evaluate(({ app: main, BrowserWindow }) => {
    let relaunched = false
    main.relaunch = () => void (relaunched = true)
    main.emit('second-instance')
    return { relaunched, visible: BrowserWindow.getAllWindows().some(one => one.isVisible()) }
  })
  expect(after).toEqual({ relaunched: true, visible: false })
  await ended
  expectTidy(machine, whole + 1)
  await expect(version(await restart(), 2)).toBeVisible()
})

test('a machine that loses its power in the middle has the earlier version and tidies up at the next unlock', async ({
  machine,
}) => {
  const { app, page, restart } = machine
  await beginVersion2(page)
  await cutPower(app.electron)
  const again = await restart()
  await expect(version(again, 1)).toBeVisible()
  expectTidy(machine, whole)
  await makeAnew(again, 2)
})
