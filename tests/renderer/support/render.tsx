import { cleanup, render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { useAppearance } from '../../../renderer/lib/appearance.ts'
import { useJobs } from '../../../renderer/lib/jobs.ts'
import { usePalette } from '../../../renderer/lib/palette.ts'
import { useSession } from '../../../renderer/lib/session.ts'
import { ThemeProvider } from '../../../renderer/ui/ThemeProvider.tsx'
import { spoken, toasts } from '../../../renderer/ui/toast.ts'
import { Instant } from '../../../shared/kernel/dates.ts'
import { UserId } from '../../../shared/kernel/ids.ts'
import { renderBare } from './bare.tsx'
import type { FakeBridge, Handlers } from './fake-bridge.ts'
import { caseloadHandlers } from './fake-caseload.ts'
import { nothingToday, todayHandlers } from './fake-today.ts'

/** Mounts a piece of screen with theme, query client and job pushes around it, but no router. */
export const renderPart = (part: ReactNode): RenderResult => renderBare(<ThemeProvider>{part}</ThemeProvider>)

/** Mounts the whole page, as `vault.status` says: locked, or open at a path. */
export function renderApp(bridge: FakeBridge, path?: string): RenderResult {
  if (path !== undefined) bridge.drafts.set('place', { path })
  return render(<App />)
}

export const manager = {
  id: UserId.parse('0199d0a0-0000-7000-8000-000000000001'),
  name: 'Priya Example',
  role: 'manager',
} as const
export const unlocked = { actor: manager, practice: false, recoveryConfirmed: true }

/** The vault is open, with nothing in it. */
export const openVault: Handlers = {
  'vault.status': () => ({ state: 'open', ...unlocked, waitSeconds: 0 }),
  ...caseloadHandlers({ cases: [], contacts: [] }),
  ...todayHandlers(nothingToday()),
  'users.list': () => ({ rows: [] }),
  'vault.backups': () => ({ rows: [], dailyDue: false }),
  'vault.info': () => ({
    formatVersion: 1,
    schemaVersion: 1,
    cipher: 'AEGIS-256',
    practice: false,
    createdAt: Instant.parse('2026-11-01T09:00:00.000Z'),
    counts: { cases: 0, people: 0, events: 0, documents: 0, users: 1 },
  }),
}

// A real window goes with everything it held; here one page follows another.
afterEach(() => {
  cleanup() // first, or the page that is still there begins another session
  useSession.setState(useSession.getInitialState(), true)
  useJobs.setState(useJobs.getInitialState(), true)
  usePalette.setState(usePalette.getInitialState(), true)
  useAppearance.setState(useAppearance.getInitialState(), true)
  toasts.set([])
  spoken.set({ id: 0, text: '' })
})
