import { expect, type Page } from '@playwright/test'

/** Goes to a section of the open case: by its own link, or by the menu of those that a narrow window has no room for. */
export async function goToSection(page: Page, section: string): Promise<void> {
  const link = page.getByRole('link', { name: section, exact: true })
  const more = page.getByRole('button', { name: /^More$|more sections/ })
  await expect(link.or(more).first()).toBeVisible() // the case has arrived
  if (await link.isVisible()) return link.click()
  await more.click()
  await page.getByRole('menuitem', { name: section, exact: true }).click()
}
