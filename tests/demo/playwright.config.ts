import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import ours from '../e2e/playwright.config.ts'

export default defineConfig({
  ...ours,
  testDir: import.meta.dirname,
  testMatch: '*.demo.ts',
  timeout: 300_000,
  reporter: [['list'], ['json', { outputFile: join(process.env['WAYMARK_RUN'] ?? '.', 'results.json') }]],
})
