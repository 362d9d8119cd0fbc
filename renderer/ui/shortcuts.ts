import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { externalStore } from './external-store.ts'

export type Shortcut = { keys: string; label: string; group: string }
type Bound = Shortcut & { run: () => void; evenWhenTyping: boolean; inDialog: boolean }
type Action = { run: () => void; group?: string; enabled?: boolean; evenWhenTyping?: boolean }

/** What is bound at the moment, for the listener and for the sheet. */
export const boundShortcuts = externalStore<readonly Bound[]>([])

/** Whether a letter or sign alone does something: people who speak to their machine switch that off (WCAG 2.1.4). */
export const singleKeys = externalStore(true)
/** The combinations that only work while `singleKeys` is on. */
export const isSingleKey = (keys: string): boolean => keys.length === 1
/** Whether pressing this combination does anything just now. Keeps up with the setting. */
export function useIsHeard(keys: string): boolean {
  const on = useSyncExternalStore(singleKeys.subscribe, singleKeys.get)
  return on || !isSingleKey(keys)
}

/** True for everything inside a dialog. */
export const InDialog = createContext(false)
let openDialogs = 0
/** While a dialog is open, the keys of the screen behind it do nothing. */
export function useDialogHoldsKeys(open: boolean): void {
  useEffect(() => {
    if (!open) return
    openDialogs += 1
    return () => {
      openDialogs -= 1
    }
  }, [open])
}

const isMac = (): boolean => navigator.userAgent.includes('Mac')
const typable = 'input, textarea, select, [contenteditable="true"]'

/**
 * Binds keys such as 'Mod+K' or 'F1' while the component is mounted, and lists them in the shortcut sheet.
 * Keys without Mod or Alt stay quiet while somebody types; those with them work everywhere.
 */
export function useShortcut(keys: string, label: string, action: (() => void) | Action): void {
  const asked: Action = typeof action === 'function' ? { run: action } : action
  const { group = 'On this screen', enabled = true, evenWhenTyping = /Mod|Alt|^F\d/.test(keys) } = asked
  const inDialog = use(InDialog)
  const run = useEffectEvent(asked.run)
  useEffect(() => {
    if (!enabled) return
    const bound: Bound = { keys, label, group, evenWhenTyping, inDialog, run: () => run() }
    boundShortcuts.set([...boundShortcuts.get(), bound])
    return () => boundShortcuts.set(boundShortcuts.get().filter(other => other !== bound))
  }, [keys, label, group, enabled, evenWhenTyping, inDialog])
}

/** Listens once for the whole window. The latest binding of a key wins, so a dialog's beats its screen's. */
export function useShortcutListener(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const typing = event.target instanceof Element && event.target.closest(typable) !== null
      const found = boundShortcuts
        .get()
        .findLast(bound => matches(bound.keys, event) && (bound.evenWhenTyping || !typing) && isHeard(bound))
      if (!found) return
      event.preventDefault()
      found.run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

const isHeard = ({ keys, inDialog }: Bound): boolean =>
  (inDialog || openDialogs === 0) && (singleKeys.get() || !isSingleKey(keys))

/** Whether a key press is this combination. */
export function matches(
  keys: string,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): boolean {
  const parts = keys.split('+')
  const last = parts.at(-1) ?? ''
  const key = last === 'Plus' && (event.key === '+' || event.key === '=') ? event.key : last
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
  Plus: '+',
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
