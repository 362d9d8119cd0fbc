import { writeFileSync } from 'node:fs'
import type { Locator } from '@playwright/test'
import { madePdf, writeText } from '../support/made-pdf.ts'
import { lock } from './lock.ts'
import { openDocuments } from './open-documents.ts'
import { expect, test } from './with-vault.ts'

const words = ['first', 'second', 'third']
const letter = madePdf({
  pages: words.map(word => ({
    content: `0 0 0 rg 72 300 200 100 re f ${writeText(`The ${word} page of a letter`, [72, 700], 18)}`,
  })),
})

/** How many pixels of a page are dark: none on a blank one. */
const darkIn = (sheet: Locator): Promise<number> =>
  sheet.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) dark += 1
    return dark
  })

test('a document is read in the window: pages, search, zoom, keys, and a lock leads back to the page', async ({
  unlocked,
}, info) => {
  const { window: page, electron, passphrase } = unlocked
  const file = info.outputPath('Letter.pdf')
  writeFileSync(file, letter)
  await openDocuments(page)
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)
  await page.getByRole('button', { name: 'Choose files' }).click()
  await page.getByRole('row', { name: /Letter/ }).click()
  await page.getByRole('button', { name: /^Open/ }).click()

  const sheet = (number: number) => page.getByRole('group', { name: `Page ${String(number)} of 3`, exact: true })
  await expect(sheet(1).locator('canvas')).toHaveAttribute('data-drawn')
  expect(await darkIn(sheet(1))).toBeGreaterThan(5_000)
  await expect(sheet(1)).toContainText('The first page of a letter')

  await page.keyboard.press('End')
  await expect(page.getByLabel('Page, of 3')).toHaveValue('3')
  await expect(sheet(3).locator('canvas')).toHaveAttribute('data-drawn')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByLabel('Page, of 3')).toHaveValue('2')

  const wide = (await sheet(2).boundingBox())?.width ?? 0
  await page.keyboard.press('Control+-')
  await expect.poll(async () => (await sheet(2).boundingBox())?.width ?? 0).toBeLessThan(wide)
  await page.getByLabel('Zoom', { exact: true }).selectOption({ label: '50%' })
  await expect.poll(async () => Math.round((await sheet(2).boundingBox())?.width ?? 0)).toBe(397)
  await page.getByLabel('Zoom', { exact: true }).selectOption({ label: '100%' })

  await page.keyboard.press('Control+f')
  await page.keyboard.type('third page')
  const search = page.getByRole('search', { name: 'Find in this document' })
  await expect(search.getByRole('status')).toHaveText('1 of 1')
  await expect(page.getByLabel('Page, of 3')).toHaveValue('3')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('PAGE of')
  await expect(search.getByRole('status')).toHaveText(/of 3$/)
  await page.keyboard.press('Escape')
  await expect(search).toBeHidden()

  await page.getByLabel('Page, of 3').fill('2')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Pages, Page 2 of 3' })).toBeVisible()
  await page.waitForTimeout(800) // the place is written down

  const locked = await lock(electron)
  const after = locked.page
  await locked.unlock(passphrase)
  await expect(after.getByRole('group', { name: 'Pages, Page 2 of 3' })).toBeVisible()
  const second = after.getByRole('group', { name: 'Page 2 of 3', exact: true })
  await expect(second.locator('canvas')).toHaveAttribute('data-drawn')
  expect(await darkIn(second)).toBeGreaterThan(5_000)
  expect(await after.title()).toBe('Waymark')
  await after.keyboard.press('Escape')
  await expect(after.getByRole('row', { name: /Letter/ })).toBeVisible()
})

test('files dropped anywhere on the window become documents of the case that is open', async ({ unlocked }, info) => {
  const { window: page } = unlocked
  const names = ['One.pdf', 'Two.pdf', 'Empty.pdf']
  const files = names.map(name => info.outputPath(name))
  for (const file of files) writeFileSync(file, file.endsWith('Empty.pdf') ? '' : letter)
  const drop = async (): Promise<void> => {
    // Files that a script makes have no path; those of a file box have.
    await page.evaluate(() => {
      const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'to-drop' })
      document.body.append(input)
    })
    await page.locator('#to-drop').setInputFiles(files)
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#to-drop')
      const dataTransfer = new DataTransfer()
      for (const file of input?.files ?? []) dataTransfer.items.add(file)
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      input?.remove()
    })
  }
  await drop()
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Open a case first')
  await page.getByRole('button', { name: 'Close message' }).click()
  await page.getByText('Alex Example').click()
  await page.getByRole('heading', { name: 'Alex Example', level: 1 }).waitFor()
  await drop()
  await expect(page.getByText('2 documents added. Describe them while you remember.')).toBeVisible()
  await expect(page.getByText('Empty.pdf: This file is empty, so it was not added.')).toBeVisible()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByRole('row', { name: /One/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Two/ })).toBeVisible()
})
