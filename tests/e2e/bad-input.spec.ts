import { CaseloadPage } from './pages/CaseloadPage.ts'
import { ContactsPage } from './pages/ContactsPage.ts'
import { expect, test } from './with-vault.ts'

const arabic = 'الحكيم '.repeat(43).trim() // 300 letters and spaces
const pasted = Array.from({ length: 10_000 }, (_, line) => `${String(line)} He rang again and said nothing`).join('\n')

test('a long name in Arabic runs from right to left, is never cut, and stands whole in its case', async ({
  unlocked,
}, info) => {
  const { window: page } = unlocked
  await new CaseloadPage(page).goTo()
  await page.getByRole('button', { name: 'Open a case' }).first().click()
  const name = page.getByLabel('Client’s name')
  await name.fill(arabic)
  await page.getByRole('button', { name: /^Open case/ }).click()
  await expect(page.getByText('This is too long. Use at most 160 characters.').first()).toBeVisible()
  await expect(page.getByText('140 characters too many')).toBeVisible()
  await expect(name).toHaveValue(arabic)
  await page.screenshot({ path: info.outputPath('arabic-too-long.png') })
  const whole = arabic.slice(0, 160).trim()
  await name.fill(whole)
  await page.getByRole('button', { name: /^Open case/ }).click()
  const title = page.getByRole('heading', { level: 1, name: whole })
  await expect(title).toBeVisible()
  // Drawn from the right edge of its box: the first letter stands further right than the last.
  const [first, last] = await title.evaluate(heading => {
    const text = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT).nextNode()
    const edge = (from: number) => {
      const range = document.createRange()
      if (text) range.setStart(text, from)
      if (text) range.setEnd(text, from + 1)
      return range.getBoundingClientRect().left
    }
    return [edge(0), edge(5)] as const
  })
  expect(first).toBeGreaterThan(last)
  await page.screenshot({ path: info.outputPath('arabic-case.png') })
})

test('10,000 pasted lines leave the form quick, are refused with the limit, and stay', async ({ unlocked }, info) => {
  const { window: page, electron } = unlocked
  await new CaseloadPage(page).goTo()
  await page.getByText('Alex Example').click()
  const contacts = new ContactsPage(page)
  await contacts.begin('Note')
  const { form } = contacts
  const account = form.getByLabel('What you make of it')
  await account.focus()
  await electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), pasted)
  const began = Date.now()
  await page.keyboard.press('Control+v')
  await expect(form.getByText(/characters too many/)).toBeVisible()
  const shown = Date.now() - began
  await page.keyboard.type(' end')
  await expect(account).toHaveValue(`${pasted} end`)
  const typed = Date.now() - began - shown
  info.annotations.push({
    type: 'pasted',
    description: `${String(shown)} ms to show, ${String(typed)} ms for four letters`,
  })
  expect(typed).toBeLessThan(8_000)
  await page.keyboard.press('Control+s')
  await expect(form.getByText('Use 20,000 characters or fewer.').first()).toBeVisible()
  await expect(account).toHaveValue(`${pasted} end`)
  await page.screenshot({ path: info.outputPath('ten-thousand-lines.png') })
})
