import { app, BrowserWindow, powerMonitor } from 'electron'
import { makeFileTokens } from './file-tokens.ts'
import { openInstallation, type Installation } from './installation.ts'
import { listenForKeys } from './keys.ts'
import { makeNativeCalls } from './native-calls.ts'
import { makeProcesses } from './processes.ts'
import { startRelay } from './relay.ts'
import { makeVaultControl, type VaultControl } from './vault-control.ts'
import { openWindow, type WindowOptions } from './window.ts'

type Setting = {
  page: Omit<WindowOptions, 'bounds'>
  buildFolder: string
  lockAfterSeconds: number | null
}
export type Shell = { window: () => BrowserWindow; show: () => void }

/** One window, one vault, and what connects them: the relay, the lock's triggers, and the end. */
export function startShell({ page, buildFolder, lockAfterSeconds }: Setting): Shell {
  const installation = openInstallation(app.getPath('userData'))
  const tokens = makeFileTokens()
  let vault: VaultControl | null = null
  let current: BrowserWindow | null = null

  const open = (minimized = false): BrowserWindow => {
    const window = openWindow({ ...page, bounds: installation.read().bounds, minimized })
    current = window
    rememberBounds(window, installation)
    listenForKeys(window, {
      quickHideKey: () => vault?.quickHideKey() ?? 'F9',
      lock: () => void vault?.lock(),
      quickHide: () => void vault?.lock({ hidden: true }),
      touched: () => vault?.touched(),
    })
    window.webContents.on('render-process-gone', () => void vault?.lock()) // a dead page is a lock, never a blank window
    endWith(window, () => vault)
    return window
  }
  const replaceWindow = ({ hidden }: { hidden: boolean }): void => {
    const before = current
    open(hidden)
    before?.destroy() // with the page goes all it knew
  }

  vault = makeVaultControl({
    ...{ installation, tokens, replaceWindow, lockAfterSeconds },
    processes: makeProcesses(buildFolder),
    window: () => current,
  })
  const { ask, startJob } = vault
  startRelay({
    tokens,
    isOurWindow: contents => contents === current?.webContents,
    native: makeNativeCalls({ vault, installation, tokens, window: () => current }),
    job: startJob,
    store: ask,
  })
  const lock = (): void => void vault.lock()
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
  app.on('window-all-closed', () => app.quit())
  open()
  return {
    window: () => current ?? open(),
    show() {
      if (current?.isMinimized()) current.restore()
      current?.show()
      current?.focus()
    },
  }
}

/** Closing the window first lets drafts reach the vault and jobs that write into it finish. */
function endWith(window: BrowserWindow, vault: () => VaultControl | null): void {
  let ended = false
  window.on('close', event => {
    if (ended) return
    event.preventDefault()
    ended = true
    window.hide()
    void (vault()?.end() ?? Promise.resolve()).finally(() => window.destroy())
  })
}

function rememberBounds(window: BrowserWindow, installation: Installation): void {
  let timer: NodeJS.Timeout | null = null
  const remember = (): void => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => {
      if (!window.isDestroyed() && !window.isMinimized()) installation.change({ bounds: window.getNormalBounds() })
    }, 500)
  }
  window.on('resize', remember)
  window.on('move', remember)
}
