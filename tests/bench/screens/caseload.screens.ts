import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { launch, test } from '../../e2e/launch.ts'
import { LockPage } from '../../e2e/pages/LockPage.ts'
import { newVault, testPassphrase } from '../../support/vault.ts'
import { fill } from '../big-vault.ts'
import { gapsWhile, installGaps, scroll } from './frame-gaps.ts'
import { framesFile, type Frames } from './samples.ts'

const heads = ['Client', 'Risk', 'Spoke to client', 'Next hearing', 'Next action', 'Overdue']

test('how long a frame of a caseload of 5,000 takes while it is scrolled, sorted and narrowed', async ({}, info) => {
  const folder = info.outputPath('machine')
  const store = await newVault(join(folder, 'profile', 'vault'))
  const { session } = store
  if (!session.open) throw new Error('not open')
  fill({ session, db: session.open.db }, { cases: 5_000, events: 20_000 })
  store.close()
  const { electron, window: page } = await launch({ folder })
  const size = { width: 1500, height: 900 }
  await electron.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), size)
  await new LockPage(page).unlock(testPassphrase)
  await page.getByRole('link', { name: 'Caseload', exact: true }).first().click()
  await page.getByRole('grid', { name: 'Cases, 5,000 cases' }).waitFor()
  await page.waitForTimeout(3_000) // the backup of the day
  await installGaps(page)
  await page.mouse.move(750, 700)
  const frames: Frames = { scrolled: [], sorted: [], empty: [] }
  for (let round = 0; round < 3; round += 1) {
    frames.scrolled.push(...(await gapsWhile(page, () => scroll(page))))
    frames.sorted.push(...(await gapsWhile(page, () => sortAndNarrow(page))))
    frames.empty.push(...(await onEmptyPage(page, () => gapsWhile(page, () => scroll(page)))))
  }
  await electron.close()
  const kept = join(process.env['WAYMARK_RUN'] ?? info.outputDir, 'results')
  mkdirSync(kept, { recursive: true })
  writeFileSync(join(kept, framesFile), JSON.stringify(frames))
})

async function sortAndNarrow(page: Page): Promise<void> {
  for (const head of heads) {
    await page.getByRole('columnheader', { name: head, exact: true }).getByRole('button').click()
    await page.waitForTimeout(400)
  }
  for (const chip of [/^High/, /^Overdue/, /^Overdue/, /^High/]) {
    await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: chip }).click()
    await page.waitForTimeout(400)
  }
}

/** A page with nothing on it but its height, over the app, while something is done. */
async function onEmptyPage<Done>(page: Page, work: () => Promise<Done>): Promise<Done> {
  await page.evaluate(() => {
    const cover = document.createElement('div')
    cover.id = 'empty'
    cover.style.cssText = 'position:fixed;inset:0;z-index:9999;overflow:auto;background:white'
    cover.append(Object.assign(document.createElement('div'), { style: 'height:300000px' }))
    document.body.append(cover)
  })
  const done = await work()
  await page.evaluate(() => document.getElementById('empty')?.remove())
  return done
}
