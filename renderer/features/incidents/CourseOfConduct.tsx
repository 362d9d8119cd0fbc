import type { IncidentSummary } from '../../../shared/features/incidents.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import { BehaviourGroup, behaviourGroups } from '../../../shared/rules/behaviours.ts'
import { limitFromLastIncident } from '../../../shared/rules/time-limits.ts'
import { limitWords, reportedFigures } from '../../../shared/wording/incidents.ts'
import { ago } from '../../../shared/wording/when.ts'
import { useToday } from '../../lib/today.ts'
import type { Fact } from '../../ui/FactStrip.tsx'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { SummaryBand } from '../../ui/SummaryBand.tsx'
import type { IncidentPlace } from './incident-place.ts'

type CourseProps = { summary: IncidentSummary; place: IncidentPlace }

/** The incidents of a case as one course of conduct: how many, over which time, of what kind, how many the police know. */
export function CourseOfConduct({ summary, place }: CourseProps) {
  const today = useToday()
  const { last, groups } = summary
  const limit = last && limitFromLastIncident(dayOf(last.at, last.zone))
  const counted = behaviourGroups.flatMap(({ id, label }) => {
    const number = groups.find(({ group }) => group === id)?.incidents
    return number === undefined ? [] : [{ value: id, label: `${label} ${String(number)}` }]
  })
  return (
    <SummaryBand
      label="Course of conduct"
      facts={factsOf(summary, today)}
      // A day to ask about, never advice: the clock of summary-only harassment and stalking (domain F2.1, F2.2, F2.25).
      note={limit && limitWords(limit, today)}
    >
      <FilterChips
        label="Kind of behaviour"
        options={[{ value: 'any', label: 'All behaviour' }, ...counted]}
        value={place.listed.group ?? 'any'}
        onChange={value => place.filter({ group: BehaviourGroup.safeParse(value).data ?? null })}
      />
    </SummaryBand>
  )
}

function factsOf(
  { incidents, unfinished, undated, first, last, reported, breached }: IncidentSummary,
  today: CalendarDay,
) {
  const notes = [unfinished > 0 && `${String(unfinished)} to be completed`, undated > 0 && `${String(undated)} undated`]
  const facts: Fact[] = [
    { label: 'Incidents', value: String(incidents), note: notes.filter(Boolean).join(', ') || 'all complete' },
    { label: 'First', ...edgeFact(first, today) },
    { label: 'Last', ...edgeFact(last, today) },
    {
      label: 'Police',
      value: `${String(reported.yes)} of ${String(incidents)} reported`,
      note: reportedFigures(reported),
    },
  ]
  if (breached > 0) facts.push({ label: 'Order or bail', value: `${String(breached)} breached it`, tone: 'breach' })
  return facts
}

function edgeFact(edge: IncidentSummary['first'], today: CalendarDay): Pick<Fact, 'value' | 'note'> {
  if (edge === null) return { value: 'Not known' }
  const day = dayOf(edge.at, edge.zone)
  return { value: edge.exact ? showDay(day) : `About ${showDay(day)}`, note: ago(day, today) }
}
