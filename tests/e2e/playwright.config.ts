import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const run = process.env['WAYMARK_RUN'] ?? join(import.meta.dirname, '../../out/test/e2e-run')

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(run, 'results'),
  reporter: [['list'], ['json', { outputFile: join(run, 'results.json') }]],
  workers: 1,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
})
