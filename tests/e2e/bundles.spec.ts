import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { hasProgram, qpdfComplaints } from '../support/bundles.ts'
import { madePdf, writeText } from '../support/made-pdf.ts'
import { newVault, openCase, testPassphrase } from '../support/vault.ts'
import { expect, launch, test as base } from './launch.ts'
import { CaseloadPage } from './pages/CaseloadPage.ts'
import { LockPage } from './pages/LockPage.ts'
import { goToSection } from './pages/section.ts'

const answerWith = (electron: ElectronApplication, paths: string[]) =>
  electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
  }, paths)

const test = base.extend<{ page: Page; electron: ElectronApplication }>({
  /** The app on a case whose client has a number that nobody may see. */
  electron: async ({}, use, info) => {
    const folder = info.outputPath('machine')
    const store = await newVault(join(folder, 'profile', 'vault'))
    const identifier = {
      kind: 'phone',
      value: '07700 900123',
      label: null,
      confidential: true,
      doNotUse: false,
    } as const
    store.call('identifiers.add', { personId: openCase(store, 'Alex Example').clientId, identifier })
    store.close()
    const { electron } = await launch({ folder })
    await use(electron)
    await electron.close()
  },
  page: async ({ electron }, use) => {
    const window = await electron.firstWindow()
    await new LockPage(window).unlock(testPassphrase)
    await new CaseloadPage(window).arrive()
    await use(window)
  },
})

test('a bundle is put together, made, searched, cleared of what was found, and saved as it was listed', async ({
  page,
  electron,
}, info) => {
  const telling = info.outputPath('Letter with a number.pdf')
  writeFileSync(telling, madePdf({ pages: [{ content: writeText('Ring 07700 900 123 at night', [72, 700]) }] }))
  const plain = info.outputPath('Statement.pdf')
  writeFileSync(plain, madePdf({ pages: [{ content: writeText('I saw him on Monday', [72, 700]) }] }))
  const out = info.outputPath('out')
  mkdirSync(out)
  await page.getByText('Alex Example').click()
  await goToSection(page, 'Documents')
  await answerWith(electron, [telling, plain])
  await page.getByRole('button', { name: 'Choose files' }).click()
  await expect(page.getByRole('row', { name: /Statement/ })).toBeVisible()

  await goToSection(page, 'Bundles')
  await page.getByRole('button', { name: /Make a bundle/ }).click()
  await page.getByRole('radio', { name: /Civil/ }).check()
  await page.getByRole('button', { name: /Go to its contents/ }).click()
  const facts = page.getByLabel('This case', { exact: true })
  await expect(facts).toContainText('Safe contact')
  await expect(facts).not.toContainText('Next action') // the builder needs the height
  await page.getByRole('button', { name: 'All about this case' }).click()
  await expect(facts).toContainText('Next action')
  await page.getByRole('button', { name: 'All about this case' }).click()
  const letters = page.getByRole('region', { name: 'Letters and messages' })
  await letters.getByRole('button', { name: 'Documents' }).click()
  await page.getByRole('button', { name: /Choose all/ }).click()
  await page.getByRole('button', { name: 'Add 2 documents' }).click()
  const handle = page.getByRole('button', { name: 'Move Statement', exact: true })
  await handle.focus()
  for (const key of ['Space', 'ArrowUp', 'ArrowUp', 'Space']) await page.keyboard.press(key)
  await expect(page.getByRole('region', { name: 'Statements' }).getByText('Statement', { exact: true })).toBeVisible()
  await expect(handle).toBeFocused()
  const first = page.getByRole('region', { name: 'Preliminary papers' })
  await first.getByRole('button', { name: 'Paper', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Chronology' }).click()

  await page.getByRole('button', { name: 'Make version 1' }).click()
  await expect(page.getByText('Version 1 is made')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('tab', { name: /Search before saving/ }).click()
  await expect(page.getByText('Phone number of Alex Example (client)', { exact: true })).toBeVisible({
    timeout: 60_000,
  })
  await expect(page.getByRole('button', { name: /Save a copy/ })).toHaveAttribute('aria-disabled', 'true')

  await page.getByRole('button', { name: 'Page 4', exact: true }).click()
  const found = page.getByRole('group', { name: 'Page 4 of 4', exact: true })
  await expect(found.locator('canvas[data-drawn]')).toBeVisible({ timeout: 30_000 })
  const inked = await found.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    return pixels.some((value, at) => at % 4 === 0 && value < 100)
  })
  expect(inked).toBe(true)

  await page.getByRole('button', { name: 'More about Letter with a number' }).click()
  await page.getByRole('menuitem', { name: /Take out/ }).click()
  await page.getByRole('button', { name: 'Make version 2' }).click()
  await expect(page.getByText('Version 2 is made')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('button', { name: /Save a copy/ })).not.toHaveAttribute('aria-disabled', {
    timeout: 60_000,
  })
  await answerWith(electron, [out])
  await page.getByRole('button', { name: /Save a copy/ }).click()
  await page.getByRole('button', { name: /Choose a folder/ }).click()
  await expect(page.getByText(/v2.pdf is in out/)).toBeVisible({ timeout: 30_000 })
  const saved = join(out, readdirSync(out)[0] ?? '')
  if (hasProgram('qpdf')) expect(qpdfComplaints(saved)).toBe('') // a Debian package that not every machine has
  const hash = createHash('sha256').update(readFileSync(saved)).digest('hex')
  await expect(page.getByTitle(hash)).toBeVisible()
})
