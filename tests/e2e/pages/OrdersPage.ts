import type { Locator, Page } from '@playwright/test'

/** The orders of a case that is open. */
export class OrdersPage {
  readonly page: Page
  readonly form: Locator
  readonly breachForm: Locator
  constructor(page: Page) {
    this.page = page
    this.form = page.getByRole('form', { name: /Record an order|Edit order/ })
    this.breachForm = page.getByRole('form', { name: 'Record a breach' })
  }

  async begin(): Promise<void> {
    await this.page.getByRole('link', { name: 'Orders', exact: true }).click()
    await this.page.getByRole('button', { name: 'Record an order' }).first().click()
    await this.form.getByLabel('Kind of order').waitFor()
  }

  /** A non-molestation order of 3 Nov 2026 with two terms, not served yet. */
  async fillUnserved(): Promise<void> {
    const { form } = this
    await form.getByLabel('Kind of order').selectOption({ label: 'Non-molestation order' })
    await form.getByRole('textbox', { name: 'Court, or who gave it' }).fill('Family Court at Example')
    await this.fillWhen('When it was made', '3/11/26', '11:00')
    await this.choose('Was it served on the respondent?', 'Not served yet')
    await this.choose('When it ends', 'On a date')
    await this.fillWhen('Last day, and the hour if it has one', '3/11/27', '')
    await form.getByLabel('Words, term 1 of 1').fill('Must not use or threaten violence against the applicant.')
    await form.getByRole('button', { name: 'Add a term' }).click()
    await form.getByLabel('Words, term 2 of 2').fill('Must not contact the applicant by any means.')
    await form.getByLabel('Who it is against').selectOption({ label: 'Somebody else' })
    await form.getByLabel('Name of the respondent').fill('Morgan Sample')
    await this.choose('Do police have it?', 'Not known')
    await form
      .getByRole('group', { name: /given notice/ })
      .getByText('Not known')
      .click()
  }

  async serve(day: string, time: string): Promise<void> {
    await this.choose('Was it served on the respondent?', 'Served')
    await this.fillWhen('When it was served', day, time)
  }

  async save(): Promise<void> {
    await this.form.getByRole('button', { name: /Save/ }).click()
    await this.form.waitFor({ state: 'detached' })
  }

  async recordBreachOfTerm(number: string, { day, time, what }: { day: string; time: string; what: string }) {
    await this.page.getByRole('button', { name: new RegExp(`record a breach of term ${number}$`) }).click()
    const when = this.breachForm.getByRole('group', { name: 'When it happened' })
    await when.getByLabel('Date', { exact: true }).fill(day)
    await when.getByLabel('Time', { exact: true }).fill(time)
    await this.breachForm.getByLabel('What happened').fill(what)
    await this.breachForm
      .getByRole('group', { name: 'Was it reported to police?' })
      .getByText('No', { exact: true })
      .click()
    await this.breachForm.getByRole('button', { name: /Save breach/ }).click()
    await this.breachForm.waitFor({ state: 'detached' })
  }

  private async choose(question: string, answer: string): Promise<void> {
    await this.form.getByRole('group', { name: question }).getByText(answer, { exact: true }).click()
  }

  private async fillWhen(question: string, day: string, time: string): Promise<void> {
    const group = this.form.getByRole('group', { name: question })
    await group.getByLabel('Date', { exact: true }).fill(day)
    if (time !== '') await group.getByLabel('Time', { exact: true }).fill(time)
  }
}
