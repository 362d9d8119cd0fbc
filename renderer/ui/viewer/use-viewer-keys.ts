import { useShortcut } from '../shortcuts.ts'
import type { PageSearch } from './use-page-search.ts'
import type { ViewerTools } from './ViewerBar.tsx'

/** Not `alone`: the document is a part of a screen that has keys of its own. */
type Keys = { tools: ViewerTools; search: PageSearch; onClose: (() => void) | undefined; alone: boolean }

/** What the keys do while a document is read, whatever has the focus. */
export function useViewerKeys({ tools, search, onClose, alone }: Keys): void {
  const { current, count, goTo, stepZoom, setZoom } = tools
  const here = { group: 'This document', enabled: alone }
  useShortcut('ArrowRight', 'Next page', { run: () => goTo(Math.min(current + 1, count - 1)), ...here })
  useShortcut('ArrowLeft', 'Previous page', { run: () => goTo(Math.max(current - 1, 0)), ...here })
  useShortcut('PageDown', 'Next page', { run: () => goTo(Math.min(current + 1, count - 1)), ...here })
  useShortcut('PageUp', 'Previous page', { run: () => goTo(Math.max(current - 1, 0)), ...here })
  useShortcut('Home', 'First page', { run: () => goTo(0), ...here })
  useShortcut('End', 'Last page', { run: () => goTo(count - 1), ...here })
  useShortcut('Plus', 'Larger', { run: () => stepZoom(1), ...here })
  useShortcut('-', 'Smaller', { run: () => stepZoom(-1), ...here })
  useShortcut('Mod+Plus', 'Larger', { run: () => stepZoom(1), ...here })
  useShortcut('Mod+-', 'Smaller', { run: () => stepZoom(-1), ...here })
  useShortcut('Mod+0', 'As large as is easy to read', { run: () => setZoom('auto'), ...here })
  useShortcut('Mod+F', 'Find in this document', { run: tools.openSearch, ...here })
  useShortcut('F3', 'Next that was found', {
    run: () => search.step(1),
    ...here,
    enabled: alone && search.hits.length > 0,
  })
  useShortcut('Shift+F3', 'The one before', {
    run: () => search.step(-1),
    ...here,
    enabled: alone && search.hits.length > 0,
    evenWhenTyping: true,
  })
  useShortcut('Escape', 'Back', { run: () => onClose?.(), ...here, enabled: onClose !== undefined })
}
