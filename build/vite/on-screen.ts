import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../setup/places.mjs'
import { systemAccount, type View, viewFor } from '../setup/unprivileged.ts'
import { startVirtualDisplay } from '../setup/virtual-display.ts'

type Program = { command: string; args: readonly string[]; stdout: 'inherit' | 'pipe' }
export type OnScreen = { child: ChildProcess; ended: Promise<number> }

const ownView: View = { prefix: [], path: path => path, close: () => undefined }

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

/**
 * Starts a program with windows: on a virtual display where there is none, and never as root, which would switch
 * Chromium's sandbox off. Paths below the project's folder are given as the program's user sees them.
 */
export async function startOnScreen({ command, args, stdout }: Program): Promise<OnScreen> {
  const account = process.geteuid?.() === 0 ? systemAccount('waymark-test') : null
  const view = account === null ? ownView : viewFor(account, root)
  const home = account === null ? null : mkdtempSync(join(tmpdir(), 'waymark-home-'))
  if (account !== null && home !== null) chownSync(home, account.uid, account.gid)
  const display = hasDisplay() ? null : await startVirtualDisplay(view.prefix)
  const [file = '', ...all] = [...view.prefix, command, ...args].map(part => view.path(part))
  const child = spawn(file, all, {
    stdio: ['ignore', stdout, 'inherit'],
    env: {
      ...process.env,
      ...(home !== null && { HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_CACHE_HOME: join(home, 'cache') }),
      ...(display !== null && { DISPLAY: display.name }),
    },
  })
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? 1))
  }).finally(() => {
    display?.close()
    if (home !== null) rmSync(home, { recursive: true, force: true })
    view.close()
  })
  return { child, ended }
}
