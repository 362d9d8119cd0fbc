import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, Menu, protocol, session } from 'electron'
import { applicationMenu } from './menu.ts'
import { cutTheNetwork } from './no-network.ts'
import { rendererOrigin, rendererScheme, serveRenderer } from './renderer-protocol.ts'
import { startShell, type Shell } from './shell.ts'
import { smoke } from './smoke.ts'
import { guardContents, guardSession } from './window.ts'

const here = dirname(fileURLToPath(import.meta.url))
// Vite replaces the constant by null in every build, so that neither this branch nor its module can ship.
const development = __DEVELOPMENT_SERVER__ === null ? null : await import('./dev-policy.ts')
const developmentHost = development?.developmentHost ?? null

protocol.registerSchemesAsPrivileged([rendererScheme])
cutTheNetwork(developmentHost)
keepNothingOnDisk()

// The smoke test makes a practice vault: in a profile of its own, never in a person's.
if (app.commandLine.hasSwitch('smoke')) app.setPath('userData', mkdtempSync(join(tmpdir(), 'waymark-smoke-')))

// A packed app lets no debugger in: whoever attaches one reads what is on the screen.
const debugged = ['remote-debugging-port', 'remote-debugging-pipe'].some(name => app.commandLine.hasSwitch(name))
if ((app.isPackaged && debugged) || !app.requestSingleInstanceLock()) app.exit(1)

app.on('session-created', created => guardSession(created, developmentHost))
app.on('web-contents-created', (_event, contents) => guardContents(contents))
app.on('second-instance', () => shell?.show())
let shell: Shell | null = null
void app.whenReady().then(() => {
  Menu.setApplicationMenu(applicationMenu())
  // Without `persist:` the session is in memory: no cache, cookie or storage of the page reaches the disk.
  const pageSession = session.fromPartition('waymark')
  serveRenderer(pageSession, join(here, 'renderer'))
  const page = {
    address: development?.address ?? rendererOrigin,
    preload: join(here, 'preload.cjs'),
    session: pageSession,
    devTools: development !== null,
  }
  shell = startShell({ page, buildFolder: here, lockAfterSeconds: shorterLock() })
  if (app.commandLine.hasSwitch('smoke')) void smoke(shell.window()).then(code => app.exit(code))
})

/** Seconds from `--lock-after-seconds`, for tests: it can only shorten the idle lock. */
function shorterLock(): number | null {
  const seconds = Number(app.commandLine.getSwitchValue('lock-after-seconds'))
  return seconds >= 1 ? seconds : null
}

/** What Chromium would keep beside the window's own settings. The crash reporter is never started. */
function keepNothingOnDisk(): void {
  app.commandLine.appendSwitch('disable-gpu-shader-disk-cache')
  app.commandLine.appendSwitch('disable-http-cache')
  app.commandLine.appendSwitch('disable-breakpad')
}
