import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/places.mjs'

/** `isOfficial`: the very release that package.json pins, which still gets security fixes. */
export type Runtime = { folder: string; version: string; isOfficial: boolean }

/** The Electron that build/setup.mjs found, and whether a release may be made of it. */
export function electronRuntime(): Runtime {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (folder === undefined) throw new Error('Start this with: npm run dist')
  const version = versionOf(folder)
  // The compatibility runtime is another version, and has a shim where the application belongs.
  const isOfficial = version === installedVersion() && !existsSync(join(folder, 'resources/app'))
  return { folder, version, isOfficial }
}

function versionOf(folder: string): string {
  const file = join(folder, 'version')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '')
  const executable = process.env['WAYMARK_ELECTRON'] ?? join(folder, 'electron')
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { stdout } = spawnSync(executable, ['-p', 'process.versions.electron'], { env, encoding: 'utf8' })
  return stdout.trim()
}

function installedVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  if (typeof description === 'object' && description !== null && 'version' in description)
    return String(description.version)
  throw new Error('The package electron has no version')
}
