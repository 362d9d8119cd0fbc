import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'electron/main/main.ts',
    'electron/preload/preload.ts',
    'electron/store/store.ts',
    'electron/jobs/job.ts',
    'electron/cli/cli.ts',
    'renderer/app/main.tsx',
    'build/setup/{start.ts,make-compatibility-runtime.mjs,electron-shim/main.js}',
    'build/vite/{build,dev}.ts',
    'build/checks/{check,eslint.config}.ts',
    'build/pack/*.ts',
    'tests/**/*.{test,spec}.{ts,tsx}',
    'tests/bench/*.ts',
    'tests/e2e/playwright.config.ts',
    'tests/vitest.config.ts',
  ],
  project: ['{electron,renderer,shared,build,tests}/**/*.{ts,tsx,mjs,js}'],
  ignoreExportsUsedInFile: true,
  // Programs of the system that make and ask for an unprivileged account.
  ignoreBinaries: ['getent', 'useradd', 'runuser', 'unshare'],
}

export default config
