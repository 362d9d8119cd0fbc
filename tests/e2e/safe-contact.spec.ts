import { lock } from './lock.ts'
import { expect, test } from './with-vault.ts'
import { LockPage } from './pages/LockPage.ts'

const number = '07700 900123'

test('a number is given out by its plan alone, and stands in no text', async ({ unlocked }) => {
  const { window: page, electron, passphrase } = unlocked
  await page.getByText('Alex Example').click()
  await expect(page.getByText('No plan: do not call')).toBeVisible()
  await page.keyboard.press('Alt+2')
  await page.getByRole('row', { name: /Alex Example/ }).click()

  await page.getByRole('region', { name: 'Numbers and addresses' }).getByRole('button', { name: 'Add' }).click()
  const identifier = page.getByRole('form', { name: 'Add number or address' })
  await identifier.getByRole('radio', { name: 'Phone number' }).check()
  await identifier.getByLabel('Number, address or name').fill(number)
  await identifier.getByLabel(/Whose or what for/).fill('own mobile')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('list', { name: 'Numbers and addresses' })).toContainText('Confidential')

  await page.getByRole('button', { name: 'Show…' }).click()
  await page.getByRole('button', { name: 'Ask for it' }).click()
  await expect(page.getByText(/Not shown. There is no safe-contact plan/)).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Make a plan' }).click()
  const plan = page.getByRole('form', { name: 'Safe contact' })
  await plan.getByRole('button', { name: 'Add hours' }).click()
  for (const day of ['Sat', 'Sun']) await plan.getByRole('checkbox', { name: day }).check()
  await plan.getByLabel('From', { exact: true }).fill('00:00')
  await plan.getByLabel('To', { exact: true }).fill('23:59')
  await plan.getByLabel(/Code word/).fill('the library book')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Calls agreed until 23:59')).toBeVisible()

  await page.getByRole('button', { name: 'Show…' }).click()
  await page.getByRole('button', { name: 'Ask for it' }).click()
  await expect(page.getByText(number)).toBeVisible()
  await expect(page.getByText('the library book')).toBeVisible()

  await page.keyboard.press('Escape')
  await page.keyboard.press('q')
  const capture = page.getByRole('dialog', { name: 'Capture an incident' })
  await capture.getByLabel('What happened').fill('He waited by the school gate')
  await page.keyboard.press('Control+Enter')
  // At once: somebody is about to ring.
  await expect(page.getByText('Confirm again: do not call')).toBeVisible()
  await expect(page.getByText('This plan does not count until it is confirmed again')).toBeVisible()

  await page.getByRole('button', { name: 'Confirmed with them, nothing changed' }).click()
  await expect(page.getByText('Calls agreed until 23:59')).toBeVisible()
  await page.getByRole('button', { name: /^More about this: Phone number/ }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const edit = page.getByRole('form', { name: 'Edit number or address' })
  await edit.getByRole('checkbox', { name: /^Confidential/ }).uncheck()
  await edit.getByLabel('Number, address or name').fill('07700 900999')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/^This is not what is hidden/)).toBeInViewport()
  await edit.getByRole('checkbox', { name: /^Confidential/ }).check()
  await page.keyboard.press('Control+s')
  // The hours were agreed for the number before.
  await expect(page.getByText('Confirm again: do not call')).toBeVisible()

  const locked = await lock(electron)
  await new LockPage(locked.page).unlock(passphrase)
  await expect(locked.page.getByRole('list', { name: 'Numbers and addresses' })).toContainText('Confidential')
  await expect(locked.page.getByText(number)).toHaveCount(0)
})
