import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const root = join(import.meta.dirname, '..')

export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'] } },
      { root, test: { name: 'store', environment: 'node', include: ['tests/store/**/*.test.ts'] } },
      {
        root,
        plugins: [react()],
        test: { name: 'renderer', environment: 'jsdom', include: ['tests/renderer/**/*.test.{ts,tsx}'] },
      },
    ],
  },
})
