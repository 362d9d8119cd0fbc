import { london } from '../../../shared/kernel/dates.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import { caseStanding } from '../../../shared/wording/cases.ts'
import { personRoleWords } from '../../../shared/wording/people.ts'
import { ago } from '../../../shared/wording/when.ts'
import { useCall } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { Button } from '../../ui/Button.tsx'
import { useListKeys } from '../../ui/list-focus.ts'
import { MainAside } from '../../ui/MainAside.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { Section } from '../../ui/Section.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useCasePlace, type CasePlace } from './case-place.ts'
import { CaseConflicts } from './CaseConflicts.tsx'
import { CaseTimeline } from './CaseTimeline.tsx'
import { WaitingPromises } from './WaitingPromises.tsx'

/** What needs doing in this case, who is in it, and everything that happened in one line of time. */
export function CaseOverview() {
  const place = useCasePlace()
  useShortcut('N', 'Record a police contact', place.recordContact)
  useListKeys()
  return (
    <MainAside
      main={<CaseTimeline place={place} />}
      aside={
        <>
          <CaseConflicts place={place} />
          <WaitingPromises place={place} />
          <People place={place} />
          <Standing place={place} />
        </>
      }
    />
  )
}

function People({ place }: { place: CasePlace }) {
  const people = useCall('people.listForCase', { caseId: place.caseId }).data?.rows.filter(
    person => person.withdrawnReason === null,
  )
  if (!people) return null
  const all = (
    <Button kind="quiet" size="small" onClick={() => place.show('people')}>
      All people
    </Button>
  )
  return (
    <Section title="People" actions={all}>
      <PropertyList
        rows={people.slice(0, 8).map(({ role, name }) => ({ label: personRoleWords[role], value: name }))}
      />
    </Section>
  )
}

function Standing({ place }: { place: CasePlace }) {
  const found = useCall('cases.find', { id: place.caseId }).data
  const today = useToday()
  if (!found) return null
  const { lastPoliceContactAt: police } = found
  const lastDay = police === null ? null : dayOf(police, london)
  return (
    <Section title="Case">
      <PropertyList
        rows={[
          { label: 'Status', value: caseStanding(found) },
          { label: 'Owner', value: found.ownerName },
          { label: 'Opened', value: showDay(found.openedOn) },
          { label: 'Last police contact', value: lastDay && `${showDay(lastDay)}, ${ago(lastDay, today)}` },
        ]}
      />
    </Section>
  )
}
