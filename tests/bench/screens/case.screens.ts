import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Instant } from '../../../shared/kernel/dates.ts'
import { newVault, testPassphrase } from '../../support/vault.ts'
import { launch, test } from '../../e2e/launch.ts'
import { LockPage } from '../../e2e/pages/LockPage.ts'
import { bigCase } from './big-case.ts'
import { installWatch, untilSaid, untilShown, type Awaited } from './frames.ts'
import { samplesFile, type Samples } from './samples.ts'

const clients = ['Alex Example', 'Bronwen Sample', 'Chidi Placeholder', 'Dilys Invented']
const tabs: Record<string, Awaited> = {
  Contacts: { list: 'Contacts and notes', rows: 10 },
  Incidents: { list: 'Incidents', rows: 6 },
  Police: { list: 'Police contacts', rows: 10 },
  'Police reports': { list: 'Police reports', rows: 10 },
  Orders: { list: 'Orders', rows: 4 },
  Court: { list: 'Hearings', rows: 10 },
  Tasks: { list: 'Tasks', rows: 10 },
  Risk: { list: 'Risk assessments', rows: 10 },
  History: { list: 'History', rows: 10 },
  People: { list: 'People', rows: 10 },
  Overview: { list: 'Timeline', rows: 10 },
}

test('how long a tab of a long case and a quick capture take', async ({}, info) => {
  const folder = info.outputPath('machine')
  const vaultFolder = join(folder, 'profile', 'vault')
  const store = await newVault(vaultFolder)
  store.clock.now = Instant.parse(new Date().toISOString())
  for (const client of clients) bigCase(store, client)
  store.close()
  const { electron, window: page } = await launch({ folder })
  const size = { width: 1500, height: 900 } // every tab has room
  await electron.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), size)
  await new LockPage(page).unlock(testPassphrase)
  await backedUp(join(vaultFolder, 'backups'), page)
  await installWatch(page)
  const samples: Samples = { first: {}, again: {}, captures: [] }
  for (const client of clients) {
    await openCase(page, client)
    await walk(page, samples.first)
    for (let round = 0; round < 3; round += 1) await walk(page, samples.again)
  }
  for (let count = 0; count < 24; count += 1) samples.captures.push(await capture(page, count))
  await electron.close()
  const kept = join(process.env['WAYMARK_RUN'] ?? info.outputDir, 'results')
  mkdirSync(kept, { recursive: true })
  writeFileSync(join(kept, samplesFile), JSON.stringify(samples))
})

/** The backup of the day, which holds the store up once, has been made. */
async function backedUp(backups: string, page: Page): Promise<void> {
  const isMade = () => readdirSync(backups).some(name => !name.includes('unfinished') && !name.startsWith('.'))
  for (let tries = 0; tries < 120 && !isMade(); tries += 1) await page.waitForTimeout(250)
  await page.waitForTimeout(1_000)
}

async function openCase(page: Page, client: string): Promise<void> {
  await page.getByRole('link', { name: 'Caseload' }).first().click()
  await page.getByText(client).first().click()
  await page.getByRole('heading', { name: client, level: 1 }).waitFor()
  await page.locator('[aria-label^="Timeline, "]').waitFor()
}

/** Every tab of the open case, one after the other, each once the last one has come to rest. */
async function walk(page: Page, into: Samples['first']): Promise<void> {
  const sections = page.getByRole('navigation', { name: 'Sections of this case' })
  for (const [tab, awaited] of Object.entries(tabs)) {
    const link = sections.getByRole('link', { name: tab, exact: true })
    await page.waitForTimeout(150)
    const took = await untilShown(page, awaited, () => link.click())
    into[tab] = [...(into[tab] ?? []), took]
  }
}

const saved = 'Incident saved, to be completed'
/** From the key that saves a quick capture, pressed right after the last letter, to the frame that says it is saved. */
async function capture(page: Page, count: number): Promise<number> {
  await page.keyboard.press('q')
  const dialog = page.getByRole('dialog', { name: 'Capture an incident' })
  await dialog.getByLabel('What happened').pressSequentially(`By the gate again, ${String(count)}`)
  const took = await untilSaid(page, saved, () => page.keyboard.press('Control+Enter'))
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Close message' }).click()
  await page.getByText(saved).waitFor({ state: 'hidden' })
  await page.waitForTimeout(300)
  return took
}
