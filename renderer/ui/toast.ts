import { externalStore } from './external-store.ts'

export type ToastTone = 'info' | 'success' | 'warning' | 'danger'
export type ToastAction = { label: string; onSelect: () => void }
export type ShownToast = { id: number; text: string; tone: ToastTone; action: ToastAction | undefined }

/** What the corner of the screen shows, and what the live region says. */
export const toasts = externalStore<readonly ShownToast[]>([])
export const spoken = externalStore<{ id: number; text: string }>({ id: 0, text: '' })

let last = 0

/** A short word of what was done. Stays 6 seconds, or until closed where it offers an action or warns. */
export function toast(text: string, options: { tone?: ToastTone; action?: ToastAction } = {}): void {
  last += 1
  const id = last
  const tone = options.tone ?? 'success'
  const passes = options.action === undefined && (tone === 'success' || tone === 'info')
  const standing = toasts
    .get()
    .filter(({ tone: other, action }) => action !== undefined || other === 'warning' || other === 'danger')
  toasts.set([...standing.slice(-2), { id, text, tone, action: options.action }]) // the last passing word is enough
  if (passes) setTimeout(() => dismissToast(id), 6000)
}

export const dismissToast = (id: number): void => toasts.set(toasts.get().filter(other => other.id !== id))

/** Says something to screen readers only: how many were found, what was moved. */
export function announce(text: string): void {
  last += 1
  spoken.set({ id: last, text })
}
