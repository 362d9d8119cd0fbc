import type { Page } from '@playwright/test'

/** From the caseload to the documents of Alex Example, behind “More” where the window is narrow. */
export const openDocuments = async (page: Page): Promise<void> => {
  await page.getByText('Alex Example').click()
  await page
    .getByRole('link', { name: 'Documents' })
    .or(page.getByRole('button', { name: 'More' }))
    .first()
    .click()
  const inMenu = page.getByRole('menuitem', { name: 'Documents' })
  if (await inMenu.isVisible()) await inMenu.click()
}
