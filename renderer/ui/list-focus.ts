import { useShortcut } from './shortcuts.ts'

const row = '[role="grid"] [role="row"]'
const item = '[role="list"] [role="listitem"]'
const places = [
  `${row}[aria-selected="true"]`,
  `${item}[aria-current]`,
  `${row}[tabindex="0"]`,
  `${item}[tabindex="0"]`,
]

/** Puts the focus on the list of this screen: on the chosen row, else on the one that the arrow keys would move. */
export function focusList(): void {
  // After the screen has drawn what was just closed or saved.
  setTimeout(() => {
    if (document.querySelector('[role="dialog"]')) return // a question came up instead, and has the focus
    const found = places.map(place => document.querySelector<HTMLElement>(place)).find(element => element !== null)
    found?.focus()
  }, 60)
}

/** Puts the focus into what stands beside the list. */
export function focusDetail(): void {
  setTimeout(() => document.querySelector<HTMLElement>('.wm-detail button')?.focus(), 60)
}

/** Lets the down arrow reach the list from anywhere on the screen. */
export const useListKeys = (): void => useShortcut('ArrowDown', 'To the list', focusList)
