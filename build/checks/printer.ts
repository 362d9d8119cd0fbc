import { spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { isRoot } from '../setup/places.mjs'
import { outputOf } from '../setup/run.mjs'
import { say } from '../setup/say.mjs'

/** A printer that prints into files: its name, and how to take it down. */
export type Printer = { name: string; close: () => void }

const name = `waymark-test-${String(process.pid)}` // two runs may go on at once
const model = 'lsb/usr/cups-pdf/CUPS-PDF_opt.ppd'
const run = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' })
const isThere = (): boolean => (outputOf('lpinfo', ['-m']) ?? '').includes(model)

/**
 * Sets up CUPS with `cups-pdf` for the test that prints. Null where it can't be: only root may, and packages are installed in CI
 * alone, never on somebody's own machine.
 */
export async function startPrinter(): Promise<Printer | null> {
  if (process.platform !== 'linux' || !isRoot()) return null
  if (run('which', 'cupsd').status !== 0 && !installed()) return null
  const wasRunning = isRunning()
  if (!wasRunning) run('cupsd')
  for (let tries = 0; tries < 50 && !isRunning(); tries += 1) await pause(100)
  if (!isThere()) return null
  const made = run('lpadmin', '-p', name, '-v', 'cups-pdf:/', '-m', model, '-o', 'PageSize=A4', '-E')
  if (made.status !== 0) return null
  return {
    name,
    close() {
      run('lpadmin', '-x', name)
      if (!wasRunning && !anotherRunPrints()) run('pkill', '-x', 'cupsd')
    },
  }
}

const anotherRunPrints = (): boolean => (outputOf('lpstat', ['-e']) ?? '').includes('waymark-test-')
const isRunning = (): boolean => (outputOf('lpstat', ['-r']) ?? '').includes('is running')

function installed(): boolean {
  if (!process.env['CI']) return false
  say('installing cups and cups-pdf by apt, for the test that prints')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'ignore', env }).status === 0
  return (
    apt('update', '-q=2') && apt('install', '-y', '-q=2', '--no-install-recommends', 'cups', 'printer-driver-cups-pdf')
  )
}
