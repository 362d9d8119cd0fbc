import { create } from 'zustand'
import { defaultAppearance, type Appearance } from '../../shared/features/settings.ts'
import { callOrThrow } from './api.ts'

/** How this installation looks. Main keeps it outside the vault, since the lock screen needs it. */
export const useAppearance = create<Appearance>()(() => defaultAppearance)

/** Reads it once at the start; the defaults stand until then, and where it can't be read. */
export async function readAppearance(): Promise<void> {
  const kept = await callOrThrow('appearance.read', {}).catch(() => null)
  if (kept) useAppearance.setState(kept)
}

/** Shows a change at once and keeps it. */
export async function changeAppearance(next: Appearance): Promise<void> {
  useAppearance.setState(next)
  await callOrThrow('appearance.write', next)
}
