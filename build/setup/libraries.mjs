import { existsSync } from 'node:fs'
import { isRoot } from './places.mjs'
import { outputOf, runStep } from './run.mjs'
import { SetupError, say } from './say.mjs'

const forElectron = ['libgtk-3-0', 'libnss3', 'libnspr4', 'libasound2', 'libgbm1', 'libatk1.0-0', 'libatk-bridge2.0-0',
  'libatspi2.0-0', 'libcups2', 'libdrm2', 'libxkbcommon0', 'libxcomposite1', 'libxdamage1', 'libxfixes3', 'libxrandr2',
  'libpango-1.0-0', 'libcairo2', 'libdbus-1-3', 'libexpat1', 'libx11-6', 'libxcb1', 'libxext6'] // prettier-ignore

const hasDisplay = () => Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** The shared libraries that `ldd` cannot find. */
export const missingIn = lddOutput => [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name)

/** Debian 13 renamed some libraries; the new name is taken wherever the machine's lists know it. */
export function packageNames(names, isKnown) {
  return names.map(name => (isKnown(`${name}t64`) ? `${name}t64` : name))
}

const isKnownToApt = name => (outputOf('apt-cache', ['madison', name]) ?? '').trim() !== ''

/** Step 4: the libraries that Electron needs, and a virtual display where there is no real one. */
export function ensureLibraries({ executable }) {
  if (process.platform !== 'linux') return
  const missing = missingIn(outputOf('ldd', [executable]) ?? '')
  const needsXvfb = outputOf('which', ['Xvfb']) === null && (isRoot() || !hasDisplay())
  if (missing.length === 0 && !needsXvfb) return say('libraries are there')
  const wanted = [...(missing.length > 0 ? forElectron : []), ...(needsXvfb ? ['xvfb'] : [])]
  const what = [...missing, ...(needsXvfb ? ['Xvfb'] : [])].join(', ')
  if (!existsSync('/usr/bin/apt-get'))
    throw new SetupError(`Missing: ${what}. Install them with this system's package manager.`)
  if (!isRoot())
    throw new SetupError(
      `Missing: ${what}. One command installs them: sudo apt-get install ${packageNames(wanted, isKnownToApt).join(' ')}`,
    )
  say(`installing libraries by apt, for ${what}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  runStep('apt-get', ['update', '-q=2'], { env })
  runStep('apt-get', ['install', '-y', '-q=2', '--no-install-recommends', ...packageNames(wanted, isKnownToApt)], {
    env,
  })
  const still = missingIn(outputOf('ldd', [executable]) ?? '')
  if (still.length > 0) throw new SetupError(`Still missing after apt-get install: ${still.join(', ')}.`)
}
