import { useMatch, useRouter } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import type { PersonHit } from '../../shared/features/search.ts'
import { personRoleWords } from '../../shared/wording/people.ts'
import { useCall } from '../lib/api.ts'
import { closePalette, openCapture, openShortcuts, usePalette } from '../lib/palette.ts'
import { CommandPalette, type PaletteItem } from '../ui/CommandPalette.tsx'

type CommandsProps = { onGo: (place: 'today' | 'cases' | 'search' | 'settings') => void; onLock: () => void }
type Command = PaletteItem & { run: () => void }

/** Ctrl+K: every place to go and thing to do, and any case by a name in it. */
export function Commands({ onGo, onLock }: CommandsProps) {
  const isOpen = usePalette(({ open }) => open === 'commands')
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const found = useCall('search.people', { text }, { enabled: isOpen && text.length > 1, keepPrevious: true })
  const router = useRouter()
  const inCase = useMatch({ from: '/shell/cases/$caseId', shouldThrow: false })
  const close = () => {
    closePalette()
    setTyped('')
  }
  const openCase = ({ caseId }: PersonHit) => void router.navigate({ to: '/cases/$caseId', params: { caseId } })
  const people = text.length > 1 ? (found.data?.rows ?? []) : []
  const items: Command[] = [
    ...(inCase ? [contactCommand(() => void router.navigate(contactOf(inCase.params)))] : []),
    ...(inCase ? [incidentCommand(() => void router.navigate(incidentOf(inCase.params)))] : []),
    ...people.map(hit => caseCommand(hit, text, () => openCase(hit))),
    { id: 'today', label: 'Today', icon: 'today', group: 'Go to', shortcut: 'Mod+1', run: () => onGo('today') },
    { id: 'cases', label: 'Caseload', icon: 'caseload', group: 'Go to', shortcut: 'Mod+2', run: () => onGo('cases') },
    { id: 'search', label: 'Search', icon: 'search', group: 'Go to', shortcut: 'Mod+F', run: () => onGo('search') },
    {
      id: 'settings',
      label: 'Settings',
      icon: 'settings',
      group: 'Go to',
      shortcut: 'Mod+,',
      run: () => onGo('settings'),
    },
    { id: 'capture', label: 'Capture an incident', icon: 'incident', group: 'Do', shortcut: 'Q', run: openCapture },
    { id: 'keys', label: 'Keyboard shortcuts', icon: 'keyboard', group: 'Do', shortcut: '?', run: openShortcuts },
    { id: 'lock', label: 'Lock', icon: 'lock', group: 'Do', shortcut: 'Mod+Shift+L', run: onLock },
  ]
  return (
    <CommandPalette
      open={isOpen}
      onClose={close}
      items={items}
      onPick={item => item.run()}
      placeholder="Go to a screen, or a case by name…"
      onQuery={setTyped}
      busy={found.isFetching}
    />
  )
}

const contactOf = (params: { caseId: PersonHit['caseId'] }) =>
  ({ to: '/cases/$caseId/police', params, search: { mode: 'new' } }) as const

const contactCommand = (run: () => void): Command => ({
  id: 'record',
  label: 'Record a police contact',
  icon: 'police',
  group: 'In this case',
  keywords: 'new add',
  run,
})

const incidentOf = (params: { caseId: PersonHit['caseId'] }) =>
  ({ to: '/cases/$caseId/incidents', params, search: { mode: 'new' } }) as const

const incidentCommand = (run: () => void): Command => ({
  id: 'record-incident',
  label: 'Record an incident',
  icon: 'incident',
  group: 'In this case',
  keywords: 'new add',
  run,
})

/** The words typed are among the keywords: the store has found it, so the list must not filter it out again. */
const caseCommand = (
  { personId, name, alsoKnownAs, role, reference }: PersonHit,
  text: string,
  run: () => void,
): Command => ({
  id: `case-${personId}`,
  label: name,
  hint: [personRoleWords[role], alsoKnownAs, reference].filter(Boolean).join(', '),
  icon: 'person',
  group: 'Cases',
  keywords: text,
  run,
})
