import type { Locator, Page } from '@playwright/test'

type Contact = { day: string; time: string; said: string; force?: string }

export class CasePage {
  readonly page: Page
  readonly form: Locator
  constructor(page: Page) {
    this.page = page
    this.form = page.getByRole('form', { name: 'Record a police contact' })
  }

  async openPolice(): Promise<void> {
    await this.page
      .getByRole('link', { name: 'Police', exact: true })
      .or(this.page.getByRole('tab', { name: 'Police', exact: true }))
      .click()
  }

  async beginPoliceContact({ day, time, said }: Contact): Promise<void> {
    await this.openPolice()
    await this.page.getByRole('button', { name: 'Record a police contact' }).first().click()
    await this.form.getByLabel('Date', { exact: true }).fill(day)
    await this.form.getByLabel('Time', { exact: true }).fill(time)
    await this.form.getByLabel('What was said').fill(said)
  }

  async answerTheRest(): Promise<void> {
    await this.form.getByRole('group', { name: /^How/ }).getByText('Phone', { exact: true }).click()
    await this.form.getByText('Police got in touch').click()
    for (const question of ['Police force', 'Officer', 'Collar number'])
      await this.form.getByRole('group', { name: question }).getByText('Not known').click()
  }

  /** Until the saved contact stands there, with the keys that act on it. */
  async save(): Promise<void> {
    await this.form.getByRole('button', { name: 'Save contact' }).click()
    await this.page.getByRole('button', { name: 'More about this contact' }).waitFor()
  }
}
