import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { InstrumentsSection } from '../features/instruments/InstrumentsSection.tsx'
import { AboutSection } from '../features/settings/AboutSection.tsx'
import { AppearanceSection } from '../features/settings/AppearanceSection.tsx'
import { LockingSection } from '../features/settings/LockingSection.tsx'
import { SettingsSearch, type SettingsSection } from '../features/settings/settings-search.ts'
import { UsersSection } from '../features/users/UsersSection.tsx'
import { VaultSection } from '../features/vault/VaultSection.tsx'
import { Screen } from '../ui/Layout.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SectionNav } from '../ui/SectionNav.tsx'

const route = getRouteApi('/shell/settings')
const items = [
  { id: 'appearance', label: 'Appearance' },
  { id: 'locking', label: 'Locking' },
  { id: 'people', label: 'People' },
  { id: 'risk-forms', label: 'Risk forms' },
  { id: 'vault', label: 'Vault' },
  { id: 'about', label: 'About' },
] as const satisfies { id: SettingsSection; label: string }[]
const sections: Record<SettingsSection, ReactNode> = {
  appearance: <AppearanceSection />,
  locking: <LockingSection />,
  people: <UsersSection />,
  'risk-forms': <InstrumentsSection />,
  vault: <VaultSection />,
  about: <AboutSection />,
}

/** The settings of several features on one screen: only the app may put features together. */
export function SettingsPage() {
  const { section } = route.useSearch()
  const navigate = route.useNavigate()
  const show = (id: string) => void navigate({ search: SettingsSearch.parse({ section: id }) })
  const nav = <SectionNav label="Settings" items={items} current={section} onSelect={show} />
  return (
    <Screen header={<PageHeader title="Settings">{nav}</PageHeader>} narrow>
      {sections[section]}
    </Screen>
  )
}
