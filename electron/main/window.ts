import { BrowserWindow, screen, type Rectangle, type Session, type WebContents } from 'electron'
import { rendererScheme } from './renderer-protocol.ts'

export type WindowOptions = {
  address: string
  preload: string
  session: Session
  devTools: boolean
  bounds: Rectangle | null
  /** Comes up in the task bar alone: quick hide. */
  minimized?: boolean
}

/** Opens a window on the page. Its title is neutral and never changes. */
export function openWindow({
  address,
  preload,
  session,
  devTools,
  bounds,
  minimized = false,
}: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Waymark',
    width: 1280,
    height: 832,
    ...(bounds && onScreen(bounds)),
    minWidth: 640,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      safeDialogs: true,
      navigateOnDragDrop: false,
      devTools,
    },
  })
  window.on('page-title-updated', event => event.preventDefault())
  window.once('ready-to-show', () => (minimized ? window.minimize() : window.show()))
  void window.loadURL(address)
  return window
}

/** Where the window was, unless the screen it was on is gone. */
function onScreen(bounds: Rectangle): Rectangle | null {
  const { workArea } = screen.getDisplayMatching(bounds)
  const visible = bounds.x < workArea.x + workArea.width && bounds.x + bounds.width > workArea.x
  return visible && bounds.y >= workArea.y && bounds.y < workArea.y + workArea.height ? bounds : null
}

/** Every page, whatever made it: it stays where it is, opens nothing and embeds nothing. */
export function guardContents(contents: WebContents): void {
  const stayHere = (event: Electron.Event<{ url: string }>): void => {
    // A page may load itself again: development's hot reload and a broken screen need that.
    if (event.url !== contents.getURL()) event.preventDefault()
  }
  contents.on('will-navigate', stayHere)
  contents.on('will-frame-navigate', stayHere)
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // WebRTC would otherwise send packets past the proxy and the page's policy.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

const ownSchemes: readonly string[] = [`${rendererScheme.scheme}:`, 'blob:', 'devtools:', 'chrome-extension:']

function isOurs(address: string, developmentHost: string | null): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return ownSchemes.includes(url.protocol) || url.hostname === developmentHost
}

/** Every session, whatever made it: no permission, no download, no address but our own. */
export function guardSession(session: Session, developmentHost: string | null): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', event => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOurs(details.url, developmentHost) })
  })
}
