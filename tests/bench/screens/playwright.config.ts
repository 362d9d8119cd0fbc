import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import ours from '../../e2e/playwright.config.ts'

export default defineConfig({
  ...ours,
  testDir: import.meta.dirname,
  testMatch: '*.screens.ts',
  timeout: 900_000,
  reporter: [['json', { outputFile: join(process.env['WAYMARK_RUN'] ?? '.', 'results.json') }]], // stdout is the figures'
})
