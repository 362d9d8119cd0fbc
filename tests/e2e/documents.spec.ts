import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from './with-vault.ts'

test('a document is added, described, replaced and exported, and the vault keeps every file it was', async ({
  unlocked,
}, info) => {
  const { window: page, electron } = unlocked
  const bytes = Buffer.from('%PDF-1.7\ntrailer <<>>\n%%EOF')
  const file = info.outputPath('Letter from the school.pdf')
  writeFileSync(file, bytes)
  const newer = info.outputPath('Signed letter.pdf')
  writeFileSync(newer, 'signed')
  const out = info.outputPath('out')
  mkdirSync(out)
  const answerWith = (path: string) =>
    electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    }, path)

  await page.getByText('Alex Example').click()
  await page
    .getByRole('link', { name: 'Documents' })
    .or(page.getByRole('button', { name: 'More' }))
    .first()
    .click()
  const inMenu = page.getByRole('menuitem', { name: 'Documents' })
  if (await inMenu.isVisible()) await inMenu.click()
  await answerWith(file)
  await page.getByRole('button', { name: 'Choose files' }).click()
  await page.getByRole('row', { name: /Letter from the school/ }).click()
  await expect(page.getByText('Not described yet')).toBeVisible()

  await page.getByRole('button', { name: 'Describe it' }).click()
  const form = page.getByRole('form', { name: 'Edit document' })
  await form.getByRole('group', { name: 'What it is' }).getByText('Letter or e-mail').click()
  await form.getByRole('radio', { name: 'Day only' }).check()
  await form.getByLabel('Date', { exact: true }).fill('2/3/26')
  await form.getByRole('group', { name: 'From whom' }).getByRole('textbox').fill('Example School')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('row', { name: /2 Mar 2026/ })).toContainText('From Example School')

  await answerWith(newer)
  await page.getByRole('button', { name: 'Put a newer file in its place…' }).click()
  await expect(page.getByRole('list', { name: 'File', exact: true })).toContainText('Signed letter.pdf')
  await expect(page.getByRole('list', { name: 'Its other files' })).toContainText('Letter from the school.pdf')

  await answerWith(out)
  await page.getByRole('button', { name: 'Export a copy…' }).click()
  await expect(page.getByText(/Signed letter.pdf is in out/)).toBeVisible()
  expect(readdirSync(out)).toEqual(['Signed letter.pdf'])
  expect(readFileSync(`${out}/Signed letter.pdf`, 'utf8')).toBe('signed')

  await page.keyboard.press('Alt+1')
  await page.getByText('Letter from the school').click()
  await expect(page.getByText(createHash('sha256').update('signed').digest('hex').slice(0, 8))).toBeVisible()
})
