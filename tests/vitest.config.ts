import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const root = join(import.meta.dirname, '..')
// A busy machine is slow, not wrong.
const testTimeout = 60_000

export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'], testTimeout } },
      {
        root,
        // Real files, real processes, and kills in the middle of both.
        test: {
          name: 'store',
          environment: 'node',
          include: ['tests/store/**/*.test.ts'],
          setupFiles: ['tests/store/clean-up.ts'],
          testTimeout,
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/renderer/support/last-timers.ts'],
          testTimeout,
        },
      },
    ],
  },
})
