import * as z from 'zod'
import { command, native, Nothing, query } from '../kernel/call.ts'

/** Quick hide: one key, pressed without looking. */
export const QuickHideKey = z.enum(['F8', 'F9', 'F10', 'F12'])
export type QuickHideKey = z.infer<typeof QuickHideKey>
/** Rules of the vault, the same for all its users. Minutes without input in our window until it locks. */
export const VaultSettings = z.strictObject({
  idleMinutes: z.int().min(1).max(60),
  quickHideKey: QuickHideKey,
})
export type VaultSettings = z.infer<typeof VaultSettings>
export const defaultVaultSettings: VaultSettings = { idleMinutes: 10, quickHideKey: 'F9' }
/** Seconds of warning before an idle lock. */
export const lockWarningSeconds = 30

/** How this installation looks and listens. Kept outside the vault, since the lock screen needs it; says nothing about anyone. */
export const Appearance = z.strictObject({
  scheme: z.enum(['system', 'light', 'dark']),
  contrast: z.enum(['system', 'normal', 'high']),
  density: z.enum(['comfortable', 'compact']),
  /** Whether a letter or sign alone, such as N or ?, does something. WCAG 2.1.4 asks for the switch. */
  singleKeys: z.enum(['on', 'off']),
})
export type Appearance = z.infer<typeof Appearance>
export const defaultAppearance: Appearance = {
  scheme: 'system',
  contrast: 'system',
  density: 'comfortable',
  singleKeys: 'on',
}

export const settingsCalls = {
  'settings.read': query({ input: Nothing, output: VaultSettings, tag: 'settings' }),
  'settings.write': command({ input: VaultSettings, output: VaultSettings, managersOnly: true, touches: ['settings'] }),
  'appearance.read': native({ input: Nothing, output: Appearance, whileLocked: true }),
  'appearance.write': native({ input: Appearance, output: Appearance, whileLocked: true }),
}
