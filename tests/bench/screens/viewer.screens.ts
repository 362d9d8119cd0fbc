import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { FileToken } from '../../../shared/kernel/ids.ts'
import { madePdf, writeText } from '../../support/made-pdf.ts'
import { newVault, openCase, testPassphrase } from '../../support/vault.ts'
import { launch, test } from '../../e2e/launch.ts'
import { openDocuments } from '../../e2e/open-documents.ts'
import { LockPage } from '../../e2e/pages/LockPage.ts'
import { firstPageFile } from './samples.ts'

const rounds = 11
const lines = Array.from({ length: 45 }, (_, at) => writeText(`Line ${String(at + 1)} of a statement as long as they are`, [72, 760 - at * 15], 11)) // prettier-ignore
const statement = madePdf({
  pages: Array.from({ length: 500 }, (_, at) => ({
    content: `${lines.join('')}${writeText(String(at + 1), [72, 30])}`,
  })),
})

test('how long the first page of a document of 500 pages takes', async ({}, info) => {
  const folder = info.outputPath('machine')
  const store = await newVault(join(folder, 'profile', 'vault'))
  const { id: caseId } = openCase(store, 'Alex Example')
  const file = info.outputPath('Statement.pdf')
  writeFileSync(file, statement)
  await store.job('documents.add', { caseId, file: file as FileToken }) // as the command line's, which are paths
  store.close()
  const { electron, window: page } = await launch({ folder })
  await new LockPage(page).unlock(testPassphrase)
  await openDocuments(page)
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await page.getByRole('row', { name: /Statement/ }).click()
    await page.waitForTimeout(2_000) // a person reads what it is, and a process gets ready
    times.push(await openAndWait(page))
    await page.keyboard.press('Escape')
  }
  await electron.close()
  const kept = join(process.env['WAYMARK_RUN'] ?? info.outputDir, 'results')
  mkdirSync(kept, { recursive: true })
  writeFileSync(join(kept, firstPageFile), JSON.stringify(times))
})

/** Milliseconds from the click to the frame that has the page on it. */
const openAndWait = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const open = [...document.querySelectorAll('button')].find(button => button.textContent.startsWith('Open'))
        const began = performance.now()
        open?.click()
        const look = (): void => {
          if (!document.querySelector('.wm-page-sheet canvas[data-drawn]')) requestAnimationFrame(look)
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)))
        }
        look()
      }),
  )
