import { defaultVaultSettings, VaultSettings, type settingsCalls } from '../../../shared/features/settings.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { readSetting, writeSetting } from './settings.repo.ts'

export const settingsHandlers: StoreHandlers<typeof settingsCalls> = {
  'settings.read': tx => VaultSettings.parse(readSetting(tx.db, 'vault') ?? defaultVaultSettings),
  'settings.write'(tx, settings) {
    writeSetting(tx.db, 'vault', settings)
    tx.audit('settings.updated', {})
    return settings
  },
}
