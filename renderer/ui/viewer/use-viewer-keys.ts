import { useShortcut } from '../shortcuts.ts'
import type { PageSearch } from './use-page-search.ts'
import type { ViewerTools } from './ViewerBar.tsx'

type Keys = { tools: ViewerTools; search: PageSearch; onClose: () => void }

/** What the keys do while a document is read, whatever has the focus. */
export function useViewerKeys({ tools, search, onClose }: Keys): void {
  const { current, count, goTo, stepZoom, setZoom } = tools
  const group = 'This document'
  useShortcut('ArrowRight', 'Next page', { run: () => goTo(Math.min(current + 1, count - 1)), group })
  useShortcut('ArrowLeft', 'Previous page', { run: () => goTo(Math.max(current - 1, 0)), group })
  useShortcut('PageDown', 'Next page', { run: () => goTo(Math.min(current + 1, count - 1)), group })
  useShortcut('PageUp', 'Previous page', { run: () => goTo(Math.max(current - 1, 0)), group })
  useShortcut('Home', 'First page', { run: () => goTo(0), group })
  useShortcut('End', 'Last page', { run: () => goTo(count - 1), group })
  useShortcut('Plus', 'Larger', { run: () => stepZoom(1), group })
  useShortcut('-', 'Smaller', { run: () => stepZoom(-1), group })
  useShortcut('Mod+Plus', 'Larger', { run: () => stepZoom(1), group })
  useShortcut('Mod+-', 'Smaller', { run: () => stepZoom(-1), group })
  useShortcut('Mod+0', 'As large as is easy to read', { run: () => setZoom('auto'), group })
  useShortcut('Mod+F', 'Find in this document', { run: tools.openSearch, group })
  useShortcut('F3', 'Next that was found', { run: () => search.step(1), group, enabled: search.hits.length > 0 })
  useShortcut('Shift+F3', 'The one before', {
    run: () => search.step(-1),
    group,
    enabled: search.hits.length > 0,
    evenWhenTyping: true,
  })
  useShortcut('Escape', 'Back', { run: onClose, group })
}
