import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { SetupError } from './say.mjs'

// npm and its kind are command files on Windows, which only a shell can start.
const shell = process.platform === 'win32'

/** Runs one step of the setting up; only its complaints are shown. */
export function runStep(command, args, options = {}) {
  const ended = spawnSync(command, args, { stdio: ['ignore', 'ignore', 2], shell, ...options })
  if (ended.error) throw new SetupError(`${command} could not be started: ${ended.error.message}`)
  if (ended.status !== 0) throw new SetupError(`${command} ${args.join(' ')} failed (${ended.status ?? ended.signal}).`)
}

/** What a small command prints, or null when it fails or is not there. */
export function outputOf(command, args) {
  const ended = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return ended.status === 0 ? ended.stdout : null
}

/** Runs the command in the foreground: signals reach it, and its end becomes ours. */
export function runToEnd(command, args, env) {
  const child = spawn(command, args, { stdio: 'inherit', env, shell })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', cause => reject(new SetupError(`${command} could not be started: ${cause.message}`)))
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
      resolve()
    })
  })
}
