import type { Locator, Page } from '@playwright/test'
import { CaseloadPage } from './CaseloadPage.ts'

type NewVault = { name: string; passphrase: string }

/** There is no vault yet. */
export class FirstRunPage {
  readonly makeVault: Locator
  readonly practice: Locator
  readonly #page: Page
  readonly #form: Locator
  constructor(page: Page) {
    this.#page = page
    this.#form = page.getByRole('form', { name: 'Make a new vault' })
    this.makeVault = page.getByRole('button', { name: 'Make a new vault' })
    this.practice = page.getByRole('button', { name: 'Try the practice vault' })
  }

  /** Makes a vault in the usual place and types its recovery key back. */
  async createVault(given: NewVault): Promise<{ caseload: CaseloadPage; recoveryKey: string }> {
    await this.fillNewVault(given)
    const recoveryKey = await this.makeAndReadKey()
    return { caseload: await this.typeBack(recoveryKey), recoveryKey }
  }

  async fillNewVault({ name, passphrase }: NewVault): Promise<void> {
    await this.makeVault.click()
    await this.#form.getByLabel('Your name').fill(name)
    await this.#form.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await this.#form.getByLabel(/again/).fill(passphrase)
  }

  async makeAndReadKey(): Promise<string> {
    await this.#form.getByRole('button', { name: 'Make the vault' }).click()
    const groups = this.#page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem')
    await groups.first().waitFor({ timeout: 60_000 })
    return (await groups.allInnerTexts()).join(' ')
  }

  async typeBack(recoveryKey: string): Promise<CaseloadPage> {
    await this.#page.getByRole('button', { name: 'I have it on paper' }).click()
    await this.#page.getByRole('textbox', { name: 'Recovery key' }).fill(recoveryKey.toLowerCase())
    await this.#page.getByRole('button', { name: 'Check it' }).click()
    const caseload = new CaseloadPage(this.#page)
    await caseload.arrive()
    return caseload
  }
}
