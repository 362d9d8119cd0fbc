import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const run = process.env['WAYMARK_RUN'] ?? join(import.meta.dirname, '../../out/test/e2e-run')

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(run, 'results'),
  reporter: [['list'], ['json', { outputFile: join(run, 'results.json') }]],
  workers: 1,
  tsconfig: join(import.meta.dirname, 'tsconfig.playwright.json'), // the tree's own maps a package to its types alone
  timeout: 120_000,
  expect: { timeout: 15_000 }, // two cores may be busy with something else
  forbidOnly: process.env['CI'] !== undefined,
})
