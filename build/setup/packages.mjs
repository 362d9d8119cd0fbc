import { lstatSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isNewEnough } from './node.mjs'
import { root } from './places.mjs'
import { runStep } from './run.mjs'
import { SetupError, say } from './say.mjs'

const writtenAt = path => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** npm writes its own copy of the lock file last, so that copy's age is the age of `node_modules`. */
export function packagesAreCurrent(folder) {
  const installed = writtenAt(join(folder, 'node_modules/.package-lock.json'))
  return installed > 0 && installed >= writtenAt(join(folder, 'package-lock.json'))
}

/** Step 1: the packages of the lock file, with none of their install scripts run. */
export function ensurePackages() {
  if (packagesAreCurrent(root)) return say('packages are up to date')
  // npm would empty what the link leads to: somebody else's packages.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    throw new SetupError('node_modules is a link. Remove it, so that packages can be installed here.')
  say('installing packages: npm ci')
  const options = isNewEnough(process.version)
    ? []
    : ['--require', JSON.stringify(join(root, 'build/setup/newer-node.cjs'))]
  const env = { ...process.env, NODE_OPTIONS: [process.env.NODE_OPTIONS, ...options].join(' ') }
  runStep('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, env })
}
