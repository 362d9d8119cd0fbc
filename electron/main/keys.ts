import { Menu, type BrowserWindow, type Input } from 'electron'
import type { QuickHideKey } from '../../shared/features/settings.ts'

type Keys = { quickHideKey: () => QuickHideKey; lock: () => void; quickHide: () => void; touched: () => void }

/** Keys that main must hear whatever the page does, and the input that puts off the idle lock. */
export function listenForKeys(window: BrowserWindow, { quickHideKey, lock, quickHide, touched }: Keys): void {
  const { webContents } = window
  webContents.on('input-event', touched)
  webContents.on('before-input-event', (event, input) => {
    touched()
    if (input.type !== 'keyDown') return
    const act = isLock(input) ? lock : input.key === quickHideKey() ? quickHide : null
    if (!act) return
    event.preventDefault()
    act()
  })
  webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const copies = [{ role: 'copy' as const, enabled: editFlags.canCopy }]
    const edits = [
      { role: 'undo' as const, enabled: editFlags.canUndo },
      { role: 'redo' as const, enabled: editFlags.canRedo },
      { type: 'separator' as const },
      { role: 'cut' as const, enabled: editFlags.canCut },
      ...copies,
      { role: 'paste' as const, enabled: editFlags.canPaste },
      { type: 'separator' as const },
      { role: 'selectAll' as const },
    ]
    if (isEditable) Menu.buildFromTemplate(edits).popup({ window })
    else if (selectionText !== '') Menu.buildFromTemplate(copies).popup({ window })
  })
}

const isLock = ({ key, control, meta, shift, alt }: Input): boolean =>
  key.toLowerCase() === 'l' && shift && !alt && (process.platform === 'darwin' ? meta : control)
