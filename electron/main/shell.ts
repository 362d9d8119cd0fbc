import { app, powerMonitor, type BrowserWindow } from 'electron'
import { makeFileTokens } from './file-tokens.ts'
import { openInstallation, type Installation } from './installation.ts'
import { listenForKeys } from './keys.ts'
import { makeNativeCalls } from './native-calls.ts'
import { makeProcesses } from './processes.ts'
import { startRelay } from './relay.ts'
import { makeVaultControl, type VaultControl } from './vault-control.ts'
import { openWindow, type WindowOptions } from './window.ts'
import { makeWindows } from './windows.ts'

type Setting = {
  page: Omit<WindowOptions, 'bounds' | 'minimized'>
  buildFolder: string
  lockAfterSeconds: number | null
}
export type Shell = { window: () => BrowserWindow; show: () => void }

/** One window, one vault, and what connects them: the relay, the lock's triggers, and the end. */
export function startShell({ page, buildFolder, lockAfterSeconds }: Setting): Shell {
  const installation = openInstallation(app.getPath('userData'))
  const tokens = makeFileTokens()
  const windows = makeWindows(({ minimized }) => {
    const window = openWindow({ ...page, bounds: installation.read().bounds, minimized })
    rememberBounds(window, installation)
    watchWindow(window, vault)
    return window
  })
  const processes = makeProcesses(buildFolder)
  const vault: VaultControl = makeVaultControl({ installation, processes, tokens, windows, lockAfterSeconds })
  startRelay({
    tokens,
    isOpenPage: windows.isCurrent,
    mayAsk: vault.mayAsk,
    native: makeNativeCalls({ vault, installation, tokens, window: windows.current }),
    job: vault.startJob,
    reading: vault.openReading,
    store: vault.ask,
  })
  // What nobody expected is a lock too: Electron's own dialog would show a stack and keep the vault open behind it.
  process.on('uncaughtException', () => void vault.lock())
  powerMonitor.on('suspend', () => void vault.lock())
  powerMonitor.on('lock-screen', () => void vault.lock())
  app.on('window-all-closed', () => app.quit())
  windows.current()
  return {
    window: windows.current,
    show() {
      if (vault.isEnding()) return void app.relaunch() // the window that was closed must not come back: a locked one does
      const window = windows.current()
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
  }
}

function watchWindow(window: BrowserWindow, vault: VaultControl): void {
  listenForKeys(window, {
    quickHideKey: vault.quickHideKey,
    lock: () => void vault.lock(),
    quickHide: () => void vault.lock({ hidden: true }),
    touched: vault.touched,
  })
  window.webContents.on('render-process-gone', () => void vault.lock()) // a dead page is a lock, never a blank window
  window.on('close', event => {
    if (vault.isEnding()) return
    // Drafts reach the vault first, and jobs that write into it finish.
    event.preventDefault()
    window.hide()
    void vault.end().finally(() => window.destroy())
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
