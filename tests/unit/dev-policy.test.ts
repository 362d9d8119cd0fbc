import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { developmentIn } from '../../build/checks/dev-policy.ts'
import { mainConfig, preloadConfig, rendererConfig, type Target } from '../../build/vite/configs.ts'

let folder = ''
beforeEach(() => {
  vi.stubEnv('NODE_ENV', 'production') // as build.ts sets it
  folder = mkdtempSync(join(tmpdir(), 'waymark-dev-policy-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

async function built(developmentServer: string | null): Promise<string> {
  const target: Target = { folder, developmentServer }
  await build(mainConfig(target))
  await build(preloadConfig(target))
  return folder
}

test('what is built for a release carries nothing of development', async () => {
  await built(null)
  await build(rendererConfig({ folder, developmentServer: null }))
  expect(developmentIn(folder)).toEqual([])
})

test('what is built for development is refused', async () => {
  expect(developmentIn(await built('http://127.0.0.1:5173/')).join()).toContain('names an address on this machine')
})

const planted: [file: string, text: string, problem: string][] = [
  ['main.js', '"script-src \'unsafe-inline\'"', 'allows unsafe-inline or unsafe-eval'],
  ['main.js', '"script-src \'unsafe-eval\'"', 'allows unsafe-inline or unsafe-eval'],
  ['main.js', '"MAP * ~NOTFOUND, EXCLUDE localhost"', 'allows localhost'],
  ['main.js', '"MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"', 'allows 127.0.0.1'],
  ['main.js', '"connect-src ws://*"', 'opens sockets'],
  ['renderer/index.html', '<script src="/@vite/client"></script>', "names Vite's server or its client"],
  ['renderer/index.html', '<script src="http://localhost:5173/x.js"></script>', 'names an address on this machine'],
]

test.each(planted)('planted in %s: %s', async (file, text, problem) => {
  await built(null)
  if (file.startsWith('renderer/')) await build(rendererConfig({ folder, developmentServer: null }))
  appendFileSync(join(folder, file), text)
  expect(developmentIn(folder)).toEqual([`${file} ${problem}`])
})
