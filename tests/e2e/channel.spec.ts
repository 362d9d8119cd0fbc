import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, test } from '@playwright/test'

// The compatibility runtime's Node can't host the store in a utility process, so the channel itself is checked over one: the
// same checks that the store tests run over a child process, in a bare Electron main.

test('the channel keeps its promises over a utility process', async ({}, info) => {
  test.setTimeout(180_000)
  const support = join(import.meta.dirname, '../support')
  const app = info.outputPath('app')
  mkdirSync(app, { recursive: true })
  const input = { main: join(support, 'channel-main.ts'), echo: join(support, 'echo.ts') }
  const output = { entryFileNames: '[name].js', format: 'es' as const }
  await build({
    ...{ configFile: false, publicDir: false, logLevel: 'error' },
    ssr: { noExternal: true, external: ['electron'] },
    build: { ssr: true, outDir: app, target: 'node20.18', rolldownOptions: { input, output } },
  })
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'channel', version: '1.0.0', type: 'module', main: 'main.js' }),
  )
  const { PATH = '', DISPLAY = '' } = process.env
  const profile = `--user-data-dir=${info.outputPath('profile')}`
  const ended = spawnSync(process.env['WAYMARK_ELECTRON'] ?? '', [app, profile], {
    env: { PATH, DISPLAY, HOME: info.outputPath('profile') },
    timeout: 120_000,
    encoding: 'utf8',
  })
  expect(ended.stdout).toContain('the channel keeps its promises')
  expect(ended.status).toBe(0)
})
