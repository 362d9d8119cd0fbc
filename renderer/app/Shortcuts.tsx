import { useCall } from '../lib/api.ts'
import { closePalette, usePalette } from '../lib/palette.ts'
import { ShortcutSheet } from '../ui/ShortcutSheet.tsx'
import { useShortcut } from '../ui/shortcuts.ts'

const inMain = () => undefined

/** The sheet of keys. Two of them are main's own, so that they work whatever the page is doing: listed, not heard here. */
export function Shortcuts() {
  const isOpen = usePalette(({ open }) => open === 'shortcuts')
  const settings = useCall('settings.read', {})
  const hideKey = settings.data?.quickHideKey
  useShortcut(hideKey ?? 'F9', 'Hide at once', { run: inMain, group: 'Everywhere', enabled: hideKey !== undefined })
  useShortcut('Mod+Shift+L', 'Lock', { run: inMain, group: 'Everywhere' })
  return <ShortcutSheet open={isOpen} onClose={closePalette} />
}
