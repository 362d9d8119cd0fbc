import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('resize', listener) // also when the window moves to another screen, or its own zoom changes
  return () => window.removeEventListener('resize', listener)
}

/** Pixels of the screen to a CSS pixel. */
export const usePixelRatio = (): number => useSyncExternalStore(subscribe, () => window.devicePixelRatio || 1)
