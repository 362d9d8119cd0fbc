// Makes a bare machine ready, then runs the command it was given: node build/setup.mjs [--without-electron] [COMMAND ARGS…]
// No dependencies, any Node from 18. Every line goes to stderr, so that a command's stdout stays its own.
import { delimiter, dirname } from 'node:path'
import { ensureElectron } from './setup/electron.mjs'
import { ensureLibraries } from './setup/libraries.mjs'
import { ensureNode } from './setup/node.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { runToEnd } from './setup/run.mjs'
import { SetupError, say } from './setup/say.mjs'

async function setUp(wantsElectron) {
  ensurePackages()
  const node = ensureNode()
  const environment = { WAYMARK_NODE: node, PATH: [dirname(node), process.env.PATH].join(delimiter) }
  if (!wantsElectron) return environment
  const electron = await ensureElectron(node)
  ensureLibraries(electron)
  return { ...environment, ELECTRON_OVERRIDE_DIST_PATH: electron.folder, WAYMARK_ELECTRON: electron.executable }
}

const [first, ...rest] = process.argv.slice(2)
const wantsElectron = first !== '--without-electron'
const [command, ...args] = wantsElectron && first !== undefined ? [first, ...rest] : rest
try {
  const environment = await setUp(wantsElectron)
  if (command !== undefined) await runToEnd(command, args, { ...process.env, ...environment })
} catch (cause) {
  if (!(cause instanceof SetupError)) throw cause
  say(cause.message)
  process.exitCode = 1
}
