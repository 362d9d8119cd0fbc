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
    'build/checks/{check,demo,packed-app,eslint.config}.ts',
    'build/pack/*.ts',
    'tests/**/*.{test,spec}.{ts,tsx}',
    'tests/bench/*.ts',
    'tests/{e2e,demo,bench/screens}/playwright.config.ts',
    'tests/demo/*.demo.ts',
    'tests/bench/screens/*.screens.ts',
    // Started as processes of their own, by their path.
    'tests/support/{echo,channel-main}.ts',
    'tests/e2e/empty-network-inside.ts',
    'tests/bench/screens/run.ts',
    'tests/vitest.config.ts',
    'tests/store/clean-up.ts',
    'tests/renderer/support/last-timers.ts',
  ],
  project: ['{electron,renderer,shared,build,tests}/**/*.{ts,tsx,mjs,js}'],
  ignoreExportsUsedInFile: true,
  // Comes with electron, whose own download it unpacks; setting up does the same with the compatibility runtime.
  // Print fonts are read by their path.
  ignoreDependencies: ['@electron-internal/extract-zip', '@expo-google-fonts/.+'],
  // Programs of the system: for an unprivileged account, an empty network, a full disk, another reader of PDFs.
  ignoreBinaries: [
    'getent',
    'useradd',
    'unshare',
    'mount',
    'umount',
    'qpdf',
    'openssl',
    'apt-get',
    'pdftotext',
    'pdftoppm',
    'pdfinfo',
  ],
}

export default config
