import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, isRoot, root } from './places.mjs'
import { outputOf, runStep } from './run.mjs'
import { SetupError, say } from './say.mjs'

const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
const executableName = executables[process.platform] ?? 'electron'
const canUseCompatibilityRuntime = process.platform === 'linux' && process.arch === 'x64'
const dayMs = 24 * 60 * 60 * 1000
const downloadPatienceMs = 5 * 60 * 1000

/** Step 3: where Electron is, after fetching it when need be. */
export async function ensureElectron(node) {
  const { folder, name } = await chooseElectron(node)
  const executable = join(folder, executableName)
  if (!existsSync(executable)) throw new SetupError(`There is no Electron at ${executable}.`)
  say(`Electron: ${name}`)
  if (process.platform === 'linux') ensureSandbox(folder)
  return { folder, executable }
}

async function chooseElectron(node) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return { folder: override, name: `the one in ELECTRON_OVERRIDE_DIST_PATH, ${versionIn(override)}` }
  const official = join(root, 'node_modules/electron/dist')
  if (officialIsThere(official) || downloadOfficial(node))
    return { folder: official, name: `official, ${versionIn(official)}` }
  if (!canUseCompatibilityRuntime)
    throw new SetupError(
      'Electron could not be downloaded. Connect to the internet, or set ELECTRON_OVERRIDE_DIST_PATH.',
    )
  // The last number goes up with every change to how it is made.
  const folder = join(cacheFolder(), 'electron-33.2.1-compatibility-2')
  const make = join(root, 'build/setup/make-compatibility-runtime.mjs')
  if (!existsSync(folder)) runStep(node, [make, folder])
  return { folder, name: 'compatibility runtime 33.2.1, for development and tests only: it gets no security fixes' }
}

function versionIn(folder) {
  const file = join(folder, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'of unknown version'
}

const wantedVersion = () => JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version

const officialIsThere = folder => existsSync(join(folder, executableName)) && versionIn(folder) === wantedVersion()

/** Electron's own download. Where another runtime can stand in, a host that was out of reach is left alone for a day. */
function downloadOfficial(node) {
  const failed = join(cacheFolder(), `no-download-of-electron-${wantedVersion()}`)
  const lastFailure = statSync(failed, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (canUseCompatibilityRuntime && Date.now() - lastFailure < dayMs) return false
  say(`downloading Electron ${wantedVersion()}`)
  const ended = spawnSync(node, [join(root, 'node_modules/electron/install.js')], {
    stdio: 'ignore',
    timeout: downloadPatienceMs,
  })
  if (ended.status === 0) return true
  mkdirSync(cacheFolder(), { recursive: true })
  writeFileSync(failed, 'Delete this file to have the download tried again at once.\n')
  return false
}

/** Chromium's sandbox needs either user namespaces or its helper owned by root with the setuid bit. */
function ensureSandbox(folder) {
  const helper = join(folder, 'chrome-sandbox')
  const is = statSync(helper, { throwIfNoEntry: false })
  if (is === undefined || (is.uid === 0 && (is.mode & 0o4755) === 0o4755)) return
  if (isRoot()) {
    chownSync(helper, 0, 0)
    chmodSync(helper, 0o4755)
  } else if (outputOf('unshare', ['--user', 'true']) === null)
    throw new SetupError(
      `Chromium's sandbox needs one command: sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`,
    )
}
