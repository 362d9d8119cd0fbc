import * as z from 'zod'

/** Which part of the settings is shown. Never fails. */
export const SettingsSearch = z.object({
  section: z
    .enum(['appearance', 'locking', 'people', 'risk-forms', 'vault', 'about'])
    .default('appearance')
    .catch('appearance'),
})
export type SettingsSection = z.infer<typeof SettingsSearch>['section']
