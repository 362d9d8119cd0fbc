import type { Locator, Page } from '@playwright/test'

/** The risk assessments of the case that is open. */
export class RiskPage {
  readonly page: Page
  readonly form: Locator
  constructor(page: Page) {
    this.page = page
    this.form = page.getByRole('form', { name: 'Assess risk' })
  }

  async choose(title: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Risk', exact: true }).click()
    await this.page.getByRole('button', { name: 'Assess risk' }).first().click()
    await this.page.getByRole('button', { name: title }).click()
    await this.form.getByLabel('Date', { exact: true }).fill('today')
  }

  /** Nine yes, one don't know, by keyboard alone from the first topic on. */
  async answerNine(): Promise<void> {
    await this.form.getByRole('group', { name: 'Injury this time' }).getByRole('radio', { name: 'Not asked' }).focus()
    for (const key of 'yyyyyyyyyd') await this.page.keyboard.press(key)
  }

  async judgeHigh(reason: string): Promise<void> {
    await this.form.getByRole('group', { name: 'Your judgement' }).getByText('High', { exact: true }).click()
    await this.form.getByLabel('Reason for your judgement').fill(reason)
  }

  async save(): Promise<void> {
    await this.form.getByRole('button', { name: 'Save assessment' }).click()
    await this.form.waitFor({ state: 'detached' })
  }
}
