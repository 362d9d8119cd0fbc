import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './with-vault.ts'

// WCAG 2.2 AA by machine, on every screen there is, in both schemes. What a machine can't see is looked at in the demo.

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function problemsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

for (const scheme of ['light', 'dark'] as const)
  test(`every screen holds in ${scheme}`, async ({ unlocked }) => {
    const { window: page } = unlocked
    await page.emulateMedia({ colorScheme: scheme }) // Playwright holds the page to light unless told, whatever the system says
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(scheme === 'dark')
    const found: Record<string, string[]> = {}
    const look = async (screen: string) => {
      await page.waitForTimeout(300)
      found[screen] = await problemsOn(page)
    }
    await look('caseload')
    await page.getByRole('button', { name: 'Open a case' }).first().click()
    await look('open a case')
    await page.keyboard.press('Escape')
    await page.getByText('Alex Example').click()
    for (const tab of ['Overview', 'People', 'Police', 'History']) {
      await page
        .getByRole('tab', { name: tab })
        .or(page.getByRole('link', { name: tab, exact: true }))
        .first()
        .click()
      await look(tab)
    }
    await page
      .getByRole('tab', { name: 'Police' })
      .or(page.getByRole('link', { name: 'Police', exact: true }))
      .first()
      .click()
    await page.getByRole('button', { name: 'Record a police contact' }).first().click()
    await look('record a police contact')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+f')
    await look('search')
    await page.keyboard.press('Control+,')
    await look('settings')
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map(screen => [screen, []])))
  })
