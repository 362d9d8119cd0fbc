import './app.css'
import { Outlet, useMatchRoute, useRouter } from '@tanstack/react-router'
import { useCommand } from '../lib/api.ts'
import { openPalette, openShortcuts } from '../lib/palette.ts'
import { useSession } from '../lib/session.ts'
import { Mark } from '../features/vault/Mark.tsx'
import { QuickCapture } from '../features/incidents/QuickCapture.tsx'
import { AppShell } from '../ui/AppShell.tsx'
import { NavRail, type RailItem } from '../ui/NavRail.tsx'
import { useShortcut } from '../ui/shortcuts.ts'
import { Commands } from './Commands.tsx'
import { DropDocuments } from './DropDocuments.tsx'
import { JobStrip } from './JobStrip.tsx'
import { LockWarning } from './LockWarning.tsx'
import { Notices } from './Notices.tsx'
import { useFocusOnNewScreen } from './new-screen.ts'
import { Shortcuts } from './Shortcuts.tsx'

const places = ['today', 'cases', 'search', 'settings'] as const
type PlaceId = (typeof places)[number]
const items: RailItem[] = [
  { id: 'today', label: 'Today', icon: 'today', shortcut: 'Mod+1' },
  { id: 'cases', label: 'Caseload', icon: 'caseload', shortcut: 'Mod+2' },
  { id: 'search', label: 'Search', icon: 'search', shortcut: 'Mod+F' },
]
const footer: RailItem[] = [
  { id: 'settings', label: 'Settings', icon: 'settings', shortcut: 'Mod+,' },
  { id: 'lock', label: 'Lock', icon: 'lock', shortcut: 'Mod+Shift+L', action: true },
]

/** The frame that stands still: rail, notices, the screen, and what any key may call up over it. */
export function Shell() {
  const router = useRouter()
  const match = useMatchRoute()
  const lock = useCommand('window.lock')
  const go = (id: PlaceId) => void router.navigate({ to: `/${id}` })
  const current = places.find(id => match({ to: `/${id}`, fuzzy: true }) !== false) ?? null
  useFocusOnNewScreen(router)
  useGlobalKeys(go)
  const select = (id: string) => {
    const place = places.find(one => one === id)
    if (place) go(place)
    else lock.mutate({})
  }
  return (
    <AppShell
      rail={
        <NavRail label="Main" items={items} footer={footer} current={current} onSelect={select} top={<RailTop />} />
      }
      notice={<Notices lockError={lock.error} />}
    >
      <Outlet />
      <DropDocuments />
      <JobStrip />
      <Commands onGo={go} onLock={() => lock.mutate({})} />
      <Shortcuts />
      <QuickCapture />
      <LockWarning />
    </AppShell>
  )
}

function RailTop() {
  const name = useSession(({ actor }) => actor?.name ?? '')
  return (
    <div className="wm-rail-name">
      <Mark size={22} />
      <span>
        <strong>Waymark</strong>
        <span className="wm-rail-actor">{name}</span>
      </span>
    </div>
  )
}

function useGlobalKeys(go: (id: PlaceId) => void): void {
  const { history } = useRouter()
  const group = 'Everywhere'
  useShortcut('Mod+K', 'Go to or do', { run: openPalette, group })
  useShortcut('Mod+1', 'Today', { run: () => go('today'), group })
  useShortcut('Mod+2', 'Caseload', { run: () => go('cases'), group })
  useShortcut('Mod+F', 'Search', { run: () => go('search'), group })
  useShortcut('Mod+,', 'Settings', { run: () => go('settings'), group })
  useShortcut('Alt+ArrowLeft', 'Back', { run: () => history.back(), group })
  useShortcut('Alt+ArrowRight', 'Forward', { run: () => history.forward(), group })
  useShortcut('?', 'Keyboard shortcuts', { run: openShortcuts, group })
}
