import type { Locator, Page } from '@playwright/test'

/** The police reports of a case that is open. */
export class PoliceReportsPage {
  readonly page: Page
  readonly form: Locator
  constructor(page: Page) {
    this.page = page
    this.form = page.getByRole('form', { name: /Record a police report|Edit police report/ })
  }

  async begin(): Promise<void> {
    await this.page.getByRole('link', { name: 'Police reports', exact: true }).click()
    await this.page.getByRole('button', { name: 'Record a police report' }).first().click()
    await this.form.getByLabel('Crime reference').waitFor()
  }

  /** Reported by phone on 5 Oct 2026 and recorded as harassment. */
  async fillHarassment(): Promise<void> {
    const { form } = this
    const when = form.getByRole('group', { name: 'Reported', exact: true })
    await when.getByLabel('Date', { exact: true }).fill('5/10/26')
    await when.getByLabel('Time', { exact: true }).fill('10:00')
    await this.choose('How it was reported', 'Phone')
    for (const question of ['Police force', 'Officer', 'Collar number']) await this.choose(question, 'Not known')
    await form.getByLabel('Crime reference').fill('EX/54321/26')
    await this.box('Police recorded it as').fill('harassment (s2)')
    await this.choose('Did police link it to earlier reports?', 'No')
  }

  async believe(offence: string): Promise<void> {
    await this.box('What you believe it to be').fill(offence)
    await this.page.getByRole('option', { name: offence, exact: true }).click()
  }

  async link(title: RegExp): Promise<void> {
    await this.box('Link a record').click()
    await this.page.getByRole('option', { name: title }).click()
  }

  /** What is typed into under a question, beside its buttons. */
  box(question: string): Locator {
    return this.form.getByLabel(question).and(this.page.locator('input:visible')).first()
  }

  async save(): Promise<void> {
    await this.form.getByRole('button', { name: /Save/ }).click()
    await this.form.waitFor({ state: 'detached' })
  }

  private async choose(question: string, answer: string): Promise<void> {
    await this.form.getByRole('group', { name: question }).getByText(answer, { exact: true }).click()
  }
}
