import { Answered, type IncidentSummary } from '../../../shared/features/incidents.ts'
import { useDraftWaiting } from '../../lib/draft-waiting.ts'
import { FilterChips, FilterToggle } from '../../ui/FilterChips.tsx'
import { Spacer } from '../../ui/Layout.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { RecordButton } from '../../ui/RecordButton.tsx'
import type { IncidentPlace } from './incident-place.ts'
import { newIncidentDraftKey } from './NewIncident.tsx'

const reportedChoices: Record<string, string> = { any: 'All', yes: 'Reported', no: 'Not reported' }

type FiltersProps = { place: IncidentPlace; summary: IncidentSummary | undefined; closed: boolean }

/** What narrows the list, and the way to record one more. */
export function IncidentFilters({ place, summary, closed }: FiltersProps) {
  const { reported, breached, unfinished, withdrawn } = place.listed
  const waiting = useDraftWaiting(newIncidentDraftKey(place.caseId), place.search.mode === 'new')
  const toComplete = summary?.unfinished ?? 0
  return (
    <Toolbar label="Incidents">
      <FilterChips<string>
        label="Reported to the police"
        options={reportedChoices}
        value={reported ?? 'any'}
        onChange={value => place.filter({ reported: Answered.safeParse(value).data ?? null })}
      />
      <FilterToggle
        label={toComplete > 0 ? `To be completed ${String(toComplete)}` : 'To be completed'}
        on={unfinished}
        onChange={on => place.filter({ unfinished: on })}
      />
      <FilterToggle label="Order breached" on={breached} onChange={on => place.filter({ breached: on })} />
      <FilterToggle label="Entered in error" on={withdrawn} onChange={on => place.filter({ withdrawn: on })} />
      <Spacer />
      <RecordButton label="Record an incident" waiting={waiting} closed={closed} onRecord={place.record} />
    </Toolbar>
  )
}
