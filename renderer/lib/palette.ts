import { create } from 'zustand'

/** Which of the overlays that any key may open is on. */
export const usePalette = create<{ open: 'commands' | 'shortcuts' | 'capture' | null }>()(() => ({ open: null }))

export const openPalette = (): void => usePalette.setState({ open: 'commands' })
export const openShortcuts = (): void => usePalette.setState({ open: 'shortcuts' })
export const openCapture = (): void => usePalette.setState({ open: 'capture' })
export const closePalette = (): void => usePalette.setState({ open: null })
