import { useSyncExternalStore } from 'react'
import { Dialog } from './Dialog.tsx'
import { Kbd } from './Kbd.tsx'
import { boundShortcuts, isSingleKey, singleKeys, type Shortcut } from './shortcuts.ts'

const always: readonly Shortcut[] = [
  { keys: 'ArrowDown', label: 'Next row', group: 'In a list' },
  { keys: 'ArrowUp', label: 'Row before', group: 'In a list' },
  { keys: 'Home', label: 'First row', group: 'In a list' },
  { keys: 'End', label: 'Last row', group: 'In a list' },
  { keys: 'Enter', label: 'Open the row', group: 'In a list' },
  { keys: 'Shift+F10', label: 'Actions of the row', group: 'In a list' },
]

/** Every key that does something here and now. */
export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const bound = useSyncExternalStore(boundShortcuts.subscribe, boundShortcuts.get)
  const single = useSyncExternalStore(singleKeys.subscribe, singleKeys.get)
  const heard = bound.filter(({ keys }) => single || !isSingleKey(keys))
  const groups = Map.groupBy([...heard, ...always], ({ group }) => group)
  return (
    <Dialog title="Keyboard shortcuts" open={open} onClose={onClose}>
      <p className="wm-shortcuts-note">
        {single
          ? 'Keys that act alone, such as N or ?, can be switched off in Settings, under Appearance.'
          : 'Keys that act alone, such as N or ?, are switched off. Settings, under Appearance, brings them back.'}
      </p>
      <div className="wm-shortcuts">
        {[...groups].map(([group, shortcuts]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {unique(shortcuts).map(({ keys, label }) => (
                <div key={keys}>
                  <dt>{label}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

/** One line a key: the last bound is the one that works. */
const unique = (shortcuts: readonly Shortcut[]): Shortcut[] => [
  ...new Map(shortcuts.map(one => [one.keys, one])).values(),
]
