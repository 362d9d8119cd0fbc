import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { runInForeground } from '../setup/foreground.ts'
import { root } from '../setup/places.mjs'
import { systemAccount, viewFor, type View } from '../setup/unprivileged.ts'
import { startVirtualDisplay } from '../setup/virtual-display.ts'
import { startPrinter } from './printer.ts'
import { playwrightTotals, readTotals, type Totals } from './totals.ts'

const isRoot = process.geteuid?.() === 0
const ownView: View = { prefix: [], path: path => path, close: () => undefined }

/** Which specs, and where what they leave is put; both below the checkout. */
export type EndToEnd = { config: string; keep: string }
export const everySpec: EndToEnd = { config: 'tests/e2e/playwright.config.ts', keep: 'out/test/e2e' }

/** Specs against the built app, by an unprivileged user and on a virtual display. `args` go to Playwright. */
export async function runEndToEnd(args: readonly string[] = [], specs = everySpec): Promise<Totals> {
  const account = isRoot ? systemAccount('waymark-test') : null
  const view = account === null ? ownView : viewFor(account, root)
  const run = mkdtempSync(join(tmpdir(), 'waymark-e2e-'))
  for (const name of ['.', 'home', 'tmp', 'results']) {
    mkdirSync(join(run, name), { recursive: true })
    if (account !== null) chownSync(join(run, name), account.uid, account.gid)
  }
  const display = process.platform === 'linux' ? await startVirtualDisplay(view.prefix) : null
  const printer = await startPrinter()
  try {
    const node = view.path(process.env['WAYMARK_NODE'] ?? process.execPath)
    const playwright = view.path(join(root, 'node_modules/@playwright/test/cli.js'))
    const config = view.path(join(root, specs.config))
    const exitCode = await runInForeground([...view.prefix, node, playwright, 'test', '--config', config, ...args], {
      cwd: root,
      env: environment({ run, view, node, display: display?.name, printer: printer?.name }),
    })
    return readTotals(join(run, 'results.json'), playwrightTotals, exitCode)
  } finally {
    display?.close()
    printer?.close()
    keepResults(join(run, 'results'), join(root, specs.keep))
    rmSync(run, { recursive: true, force: true })
    view.close()
  }
}

type Setting = { run: string; view: View; node: string; display: string | undefined; printer: string | undefined }

function environment({ run, view, node, display, printer }: Setting): NodeJS.ProcessEnv {
  const { PATH = '', WAYMARK_ELECTRON = '' } = process.env
  return {
    ...process.env,
    ...(display === undefined ? {} : { DISPLAY: display, WAYLAND_DISPLAY: undefined, XAUTHORITY: undefined }),
    PATH: [dirname(node), PATH].join(delimiter),
    HOME: join(run, 'home'),
    TMPDIR: join(run, 'tmp'),
    WAYMARK_NODE: node,
    WAYMARK_ELECTRON: view.path(WAYMARK_ELECTRON),
    WAYMARK_RUN: run,
    WAYMARK_PRINTER: printer,
  }
}

function keepResults(from: string, kept: string): void {
  rmSync(kept, { recursive: true, force: true })
  cpSync(from, kept, { recursive: true })
}

if (import.meta.main) {
  const { passed, failed } = await runEndToEnd(process.argv.slice(2))
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}
