import { RiskPage } from './pages/RiskPage.ts'
import { expect, test } from './with-vault.ts'

test('a form answered by keyboard, judged above its count with a reason, stands in the header and beside the next one', async ({
  unlocked,
}) => {
  const page = unlocked.window
  await page.getByText('Alex Example').click()
  const header = page.getByLabel('This case', { exact: true })
  await expect(header).toContainText('No assessment')
  const risk = new RiskPage(page)
  await risk.choose('24 topics: domestic abuse')
  await risk.answerNine()
  await expect(risk.form.getByText('9 yes, 0 no, 1 don’t know, 14 not asked')).toBeVisible()
  await expect(risk.form.getByText(/up to high if the 15 open answers were yes/)).toBeVisible()
  await risk.form.getByRole('group', { name: 'Your judgement' }).getByText('High', { exact: true }).click()
  await risk.form.getByRole('button', { name: 'Save assessment' }).click()
  await expect(risk.form.getByText('Say why: your judgement').first()).toBeVisible()
  await risk.judgeHigh('Threats to kill, and she has just left')
  await risk.save()
  await expect(header).toContainText('High')
  await expect(header).toContainText('today')
  await expect(page.getByText('9 of 24 answered yes').first()).toBeVisible()
  await risk.choose('24 topics: domestic abuse')
  await expect(risk.form.getByText(/^Before: Yes/)).toHaveCount(9)
})
