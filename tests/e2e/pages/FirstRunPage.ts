import type { Locator, Page } from '@playwright/test'
import { CaseloadPage } from './CaseloadPage.ts'

/** There is no vault yet. */
export class FirstRunPage {
  readonly makeVault: Locator
  readonly practice: Locator
  readonly #page: Page
  constructor(page: Page) {
    this.#page = page
    this.makeVault = page.getByRole('button', { name: 'Make a new vault' })
    this.practice = page.getByRole('button', { name: 'Try the practice vault' })
  }

  /** Makes a vault in the usual place and types its recovery key back. */
  async createVault({
    name,
    passphrase,
  }: {
    name: string
    passphrase: string
  }): Promise<{ caseload: CaseloadPage; recoveryKey: string }> {
    await this.makeVault.click()
    const form = this.#page.getByRole('form', { name: 'Make a new vault' })
    await form.getByLabel('Your name').fill(name)
    await form.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await form.getByLabel(/again/).fill(passphrase)
    await form.getByRole('button', { name: 'Make the vault' }).click()
    const groups = this.#page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem')
    await groups.first().waitFor({ timeout: 30_000 })
    const recoveryKey = (await groups.allInnerTexts()).join(' ')
    await this.#page.getByRole('button', { name: 'I have it on paper' }).click()
    await this.#page.getByRole('textbox', { name: 'Recovery key' }).fill(recoveryKey.toLowerCase())
    await this.#page.getByRole('button', { name: 'Check it' }).click()
    const caseload = new CaseloadPage(this.#page)
    await caseload.heading.waitFor()
    return { caseload, recoveryKey }
  }
}
