import { expect, test } from './with-vault.ts'

const number = '07700 900123'

test('a confidential number finds nobody until it is typed whole and looked for on purpose, and the look is in the history', async ({
  unlocked,
}) => {
  const { window: page } = unlocked
  await page.getByText('Alex Example').click()
  await page.getByRole('link', { name: 'People', exact: true }).click()
  await page.evaluate(async value => {
    type Call = (name: string, input: unknown) => Promise<{ value: { rows: Record<string, unknown>[] } }>
    const { call } = Reflect.get(window, 'app') as { call: Call }
    const people = await call('search.people', { text: 'Alex' })
    const identifier = { kind: 'phone', value, label: null, confidential: true, doNotUse: false }
    await call('identifiers.add', { personId: people.value.rows[0]?.['personId'], identifier })
  }, number)

  await page.keyboard.press('Control+f')
  const box = page.getByRole('textbox', { name: 'Search people and records' })
  await box.fill('07700 900')
  await expect(page.getByRole('main').getByText('Nothing found')).toBeVisible()
  await box.fill('')
  await expect(page.getByText('Search every case')).toBeVisible()
  await box.fill('+44 7700 900123')
  await expect(page.getByRole('main').getByText('Nothing found')).toBeVisible()
  await page.getByRole('button', { name: 'Look among confidential ones' }).click()
  await expect(page.getByText('This is a confidential phone number of')).toBeVisible()
  await page.getByRole('button', { name: /^Alex Example, / }).click()
  await page.getByRole('link', { name: 'History', exact: true }).click()
  await expect(page.getByText('found somebody by a number or address')).toBeVisible()
})
