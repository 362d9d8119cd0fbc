import type { Locator, Page } from '@playwright/test'

/** The neutral screen. */
export class LockPage {
  readonly page: Page
  readonly passphrase: Locator
  readonly unlockButton: Locator
  constructor(page: Page) {
    this.page = page
    this.passphrase = page.getByLabel('Passphrase', { exact: true })
    this.unlockButton = page.getByRole('button', { name: 'Unlock' })
  }

  async unlock(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase)
    await this.unlockButton.click()
    await this.passphrase.waitFor({ state: 'detached', timeout: 30_000 })
  }
}
