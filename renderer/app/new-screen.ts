import type { RegisteredRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { announce } from '../ui/toast.ts'

/**
 * A new screen says its name to screen readers, and takes the focus where the old one took it away: a page that is drawn
 * anew without loading does neither by itself.
 */
export function useFocusOnNewScreen(router: RegisteredRouter): void {
  useEffect(
    () =>
      router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || fromLocation === undefined) return
        const main = document.getElementById('main')
        const title = main?.querySelector('h1')?.textContent
        if (title) announce(title)
        if (document.activeElement === document.body) main?.focus()
      }),
    [router],
  )
}
