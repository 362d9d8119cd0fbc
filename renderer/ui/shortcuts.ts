import { useEffect, useEffectEvent } from 'react'
import { externalStore } from './external-store.ts'

export type Shortcut = { keys: string; label: string; group: string }
type Bound = Shortcut & { run: () => void; evenWhenTyping: boolean }
type Action = { run: () => void; group?: string; enabled?: boolean; evenWhenTyping?: boolean }

/** What is bound at the moment, for the listener and for the sheet. */
export const boundShortcuts = externalStore<readonly Bound[]>([])

const isMac = (): boolean => navigator.userAgent.includes('Mac')
const typable = 'input, textarea, select, [contenteditable="true"]'

/**
 * Binds keys such as 'Mod+K' or 'F1' while the component is mounted, and lists them in the shortcut sheet.
 * Keys without Mod or Alt stay quiet while somebody types; those with them work everywhere.
 */
export function useShortcut(keys: string, label: string, action: (() => void) | Action): void {
  const asked: Action = typeof action === 'function' ? { run: action } : action
  const { group = 'On this screen', enabled = true, evenWhenTyping = /Mod|Alt|^F\d/.test(keys) } = asked
  const run = useEffectEvent(asked.run)
  useEffect(() => {
    if (!enabled) return
    const bound: Bound = { keys, label, group, evenWhenTyping, run: () => run() }
    boundShortcuts.set([...boundShortcuts.get(), bound])
    return () => boundShortcuts.set(boundShortcuts.get().filter(other => other !== bound))
  }, [keys, label, group, enabled, evenWhenTyping])
}

/** Listens once for the whole window. The latest binding of a key wins, so a dialog's beats its screen's. */
export function useShortcutListener(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const typing = event.target instanceof Element && event.target.closest(typable) !== null
      const found = boundShortcuts
        .get()
        .findLast(({ keys, evenWhenTyping }) => matches(keys, event) && (evenWhenTyping || !typing))
      if (!found) return
      event.preventDefault()
      found.run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** Whether a key press is this combination. */
export function matches(
  keys: string,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (part: string) => parts.slice(0, -1).includes(part)
  const mod = isMac() ? event.metaKey : event.ctrlKey
  const isSymbol = key.length === 1 && !/[a-z0-9]/i.test(key) // Shift is how some keyboards reach a symbol
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    mod === wants('Mod') &&
    event.altKey === wants('Alt') &&
    (isSymbol || event.shiftKey === wants('Shift'))
  )
}

const shown: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
}
/** The keys as this machine's keyboard has them: Ctrl+K, or ⌘K on a Mac. */
export const keyNames = (keys: string): string[] =>
  keys.split('+').map(part => (part === 'Mod' ? (isMac() ? '⌘' : 'Ctrl') : (shown[part] ?? part)))
