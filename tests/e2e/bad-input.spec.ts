import { aBand, aPack } from '../support/risk-assessments.ts'
import { CasePage } from './pages/CasePage.ts'
import { CaseloadPage } from './pages/CaseloadPage.ts'
import { ContactsPage } from './pages/ContactsPage.ts'
import { OrdersPage } from './pages/OrdersPage.ts'
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

test('an order that ends before it was made is refused beside the question, and its words stay', async ({
  unlocked,
}) => {
  const { window: page } = unlocked
  await page.getByText('Alex Example').click()
  const orders = new OrdersPage(page)
  await orders.begin()
  await orders.fillUnserved()
  const ends = orders.form.getByRole('group', { name: 'Last day, and the hour if it has one' })
  await ends.getByLabel('Date', { exact: true }).fill('1/11/26')
  await page.keyboard.press('Control+s')
  await expect(ends.getByText(/can’t end before it was made/)).toBeVisible()
  await expect(ends.getByLabel('Date', { exact: true })).toHaveValue('1/11/26')
  await expect(orders.form.getByLabel('Words, term 2 of 2')).toHaveValue(/Must not contact the applicant/)
})

test('01:30 on the night that clocks go back is asked about, and one that the clocks skipped is told', async ({
  unlocked,
}) => {
  const { window: page } = unlocked
  await page.getByText('Alex Example').click()
  const police = new CasePage(page)
  await police.beginPoliceContact({ day: '29/3/26', time: '01:30', said: 'A car outside' })
  await police.answerTheRest()
  await page.keyboard.press('Control+s')
  await expect(police.form.getByText(/clocks/).first()).toBeVisible()
  await expect(police.form.getByLabel('Time', { exact: true })).toHaveValue('01:30')
  await police.form.getByLabel('Date', { exact: true }).fill('25/10/26')
  await police.form.getByRole('radio', { name: /second 01:30 \(GMT\)/ }).check()
  await police.save()
  await expect(page.getByText(/25 Oct 2026, 01:30 GMT/).first()).toBeVisible()
})

test('dates of an incident that contradict each other are told beside their question, and nothing is lost', async ({
  unlocked,
}) => {
  const { window: page } = unlocked
  await page.getByText('Alex Example').click()
  await page.getByRole('link', { name: 'Incidents', exact: true }).click()
  await page.getByRole('button', { name: 'Record an incident' }).first().click()
  const form = page.getByRole('form', { name: 'Record an incident' })
  await form.getByText('Between two days').click()
  await form.getByRole('textbox', { name: 'First day' }).fill('12/11/26')
  await form.getByRole('textbox', { name: 'Last day' }).fill('10/11/26')
  await form.getByText('The client', { exact: true }).click()
  await form.getByLabel('What the client said').fill('He was there twice')
  await form.getByText('No, to be completed').click()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('alert')).toContainText('the end is before the start')
  await expect(form.getByRole('textbox', { name: 'Last day' })).toHaveValue('10/11/26')
  await form.getByRole('textbox', { name: 'Last day' }).fill('14/11/26')
  await form.getByRole('group', { name: 'Reported to the police' }).getByText('Yes', { exact: true }).click()
  await form.getByRole('textbox', { name: /^Reported on/ }).fill('1/11/26')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('alert')).toContainText('this is before the incident')
  await expect(form.getByLabel('What the client said')).toHaveValue('He was there twice')
})

test('a form whose thresholds run backwards, and a number that is only spaces, are refused with what to do', async ({
  unlocked,
}) => {
  const { window: page } = unlocked
  await page.getByText('Alex Example').click()
  await page.getByRole('link', { name: 'People', exact: true }).click()
  await page.getByRole('row', { name: /Alex Example/ }).click()
  await page.getByRole('region', { name: 'Numbers and addresses' }).getByRole('button', { name: 'Add' }).click()
  const form = page.getByRole('form', { name: 'Add number or address' })
  await form.getByText('Phone number', { exact: true }).click()
  await form.getByLabel('Number, address or name').fill('   ')
  await page.keyboard.press('Control+s')
  await expect(form.getByText('Write the number, address or name.').first()).toBeVisible()
  await page.keyboard.press('Control+,')
  const leave = page.getByRole('button', { name: 'Leave', exact: true })
  await leave.click()
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Risk forms' }).click()
  const broken = aPack({ bands: [aBand('standard', 0), aBand('medium', 3), aBand('high', 2)] })
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'form.json', mimeType: 'application/json', buffer: Buffer.from(broken) })
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText(/band|level|threshold/i)
})
