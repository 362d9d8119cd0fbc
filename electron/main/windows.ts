import type { BrowserWindow, WebContents } from 'electron'
import type { Push } from '../../shared/contract/bridge.ts'

/** A window that was taken off the screen and has only its last words to say. */
export type Leaving = { push: (message: Push) => void; destroy: () => void }
export type Windows = {
  current: () => BrowserWindow
  isCurrent: (contents: WebContents) => boolean
  isLeaving: (contents: WebContents) => boolean
  push: (message: Push) => void
  /** Puts a fresh window in the place of the old one, which is hidden at once and lives until `destroy`. */
  replace: (options: { hidden: boolean }) => Leaving
}

/** One window at a time, but for the moment of a lock, when the old one is hidden behind the new. */
export function makeWindows(open: (options: { minimized: boolean }) => BrowserWindow): Windows {
  let current: BrowserWindow | null = null
  let leaving: BrowserWindow | null = null
  const send = (window: BrowserWindow | null, message: Push): void => {
    if (window && !window.isDestroyed() && !window.webContents.isDestroyed())
      window.webContents.send('app:push', message)
  }
  return {
    current: () => (current ??= open({ minimized: false })),
    isCurrent: contents => contents === current?.webContents,
    isLeaving: contents => leaving !== null && !leaving.isDestroyed() && contents === leaving.webContents,
    push: message => send(current, message),
    replace({ hidden }) {
      leaving = current
      leaving?.hide()
      current = open({ minimized: hidden })
      const before = leaving
      return {
        push: message => send(before, message),
        destroy() {
          before?.destroy()
          leaving = null
        },
      }
    },
  }
}
