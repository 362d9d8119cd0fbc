import { OrdersPage } from './pages/OrdersPage.ts'
import { expect, test } from './with-vault.ts'

test('an unserved order is a gap until it is served; a breach is tied to its term; entered in error hides it', async ({
  unlocked,
}) => {
  const page = unlocked.window
  await page.getByText('Alex Example').click()
  const orders = new OrdersPage(page)
  await orders.begin()
  await orders.fillUnserved()
  await orders.save()

  const gaps = page.getByText('1 gap in this client’s protection')
  await expect(gaps).toBeVisible()
  await expect(page.getByText('None in force')).toBeVisible()
  await expect(page.getByText('Not served yet', { exact: true }).first()).toBeVisible()

  await page.getByRole('button', { name: 'Edit', exact: false }).last().click()
  await orders.serve('4/11/26', '18:40')
  await orders.save()
  await expect(gaps).toBeHidden()
  await expect(page.getByText('1 in force')).toBeVisible()
  await expect(page.getByText('Served 4 Nov 2026, 18:40').first()).toBeVisible()

  await orders.recordBreachOfTerm('2', { day: '12/11/26', time: '21:05', what: 'Nine calls within an hour' })
  await expect(page.getByRole('heading', { name: 'Breach, 12 Nov 2026, 21:05' })).toBeVisible()
  await expect(page.getByText('Must not contact the applicant by any means.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Breaches (1)' })).toBeVisible()

  await page.getByRole('link', { name: 'Overview', exact: true }).click()
  await expect(page.getByText('Breach of non-molestation order, term 2')).toBeVisible()
  await page.getByText('Breach of non-molestation order, term 2').click()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'More about this breach' }).click()
  await page.getByRole('menuitem', { name: 'Entered in error…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why was it entered in error?').fill('Recorded twice')
  await dialog.getByRole('button', { name: 'Mark as entered in error' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Entered in error').first()).toBeVisible()
  await page.getByRole('link', { name: 'Overview', exact: true }).click()
  await expect(page.getByText('Breach of non-molestation order, term 2')).toBeHidden()
})
