import type { Locator, Page } from '@playwright/test'

/** The contacts and notes of a case that is open. */
export class ContactsPage {
  readonly page: Page
  readonly form: Locator
  constructor(page: Page) {
    this.page = page
    this.form = page.getByRole('form', { name: /Record a contact or note|Edit entry/ })
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Contacts', exact: true }).click()
  }

  async begin(entry: 'Contact' | 'Attempt' | 'Note'): Promise<void> {
    await this.open()
    await this.page.getByRole('button', { name: 'Record a contact or note' }).first().click()
    await this.choose('What is it?', entry)
  }

  /** A call to the client. */
  async fillAttempt({ day, time, outcome }: { day: string; time: string; outcome: string }): Promise<void> {
    await this.fillWhen(day, time)
    await this.choose('How', 'Phone')
    await this.choose('With whom', 'Client')
    await this.choose('How it ended', outcome)
    await this.choose('Was the safe-contact plan kept to?', 'Yes')
  }

  async sayUnsafe(what: string): Promise<void> {
    await this.choose('Was the safe-contact plan kept to?', 'No')
    await this.form.getByLabel('What happened, and what was done about it').fill(what)
  }

  async fillWhen(day: string, time: string): Promise<void> {
    await this.form.getByLabel('Date', { exact: true }).fill(day)
    await this.form.getByLabel('Time', { exact: true }).fill(time)
  }

  async save(): Promise<void> {
    await this.form.getByRole('button', { name: /Save/ }).click()
    await this.form.waitFor({ state: 'detached' })
  }

  async choose(question: string, answer: string): Promise<void> {
    const group = this.form.getByRole('group', { name: question, exact: true })
    // Some answers have a hint in their label, so the words are looked for at its beginning.
    await group
      .locator('label')
      .filter({ hasText: new RegExp(`^${answer}`) })
      .first()
      .click()
  }
}
