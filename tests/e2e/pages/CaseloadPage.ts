import type { Locator, Page } from '@playwright/test'
import { CasePage } from './CasePage.ts'

export class CaseloadPage {
  readonly heading: Locator
  readonly page: Page
  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Caseload', level: 1 })
  }

  row(clientName: string): Locator {
    return this.page.getByRole('row').filter({ hasText: clientName })
  }

  /** By the rail, so with the view that this user opens with. */
  async goTo(): Promise<void> {
    await this.page.getByRole('link', { name: 'Caseload', exact: true }).first().click()
    await this.heading.waitFor()
  }

  /** From the first screen, where one arrives, to the caseload. */
  async arrive(): Promise<void> {
    await this.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
    await this.goTo()
  }

  async openCase(clientName: string): Promise<CasePage> {
    await this.page.getByRole('button', { name: 'Open a case' }).first().click()
    const form = this.page.getByRole('form', { name: 'Open a case' })
    await form.getByLabel('Client’s name').fill(clientName)
    await form.getByRole('button', { name: 'Open case' }).click()
    const opened = new CasePage(this.page)
    await this.page.getByRole('heading', { name: clientName }).waitFor()
    return opened
  }
}
