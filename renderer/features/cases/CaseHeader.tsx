import type { Case } from '../../../shared/features/cases.ts'
import { london, type CalendarDay, type Instant } from '../../../shared/kernel/dates.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import { caseStatusWords, closingReasonWords } from '../../../shared/wording/cases.ts'
import { ago, count } from '../../../shared/wording/when.ts'
import { useToday } from '../../lib/today.ts'
import { Button } from '../../ui/Button.tsx'
import { FactStrip, type Fact } from '../../ui/FactStrip.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SectionNav } from '../../ui/SectionNav.tsx'
import { caseSections, type CasePlace, type CaseSection } from './case-place.ts'
import { useOrdersFact } from './case-orders.ts'
import { useComingUp } from './case-dates.ts'
import { useWaitingPromises } from './case-promises.ts'
import { useRiskFact } from './RiskFact.tsx'
import { useClientContactFact } from './client-contact-fact.ts'
import { useSafeContactFact } from './safe-contact-fact.ts'

const sectionWords: Record<CaseSection, string> = {
  overview: 'Overview',
  people: 'People',
  contacts: 'Contacts',
  incidents: 'Incidents',
  police: 'Police',
  'police-reports': 'Police reports',
  orders: 'Orders',
  court: 'Court',
  tasks: 'Tasks',
  risk: 'Risk',
  history: 'History',
}

/** Whose case this is and how it stands: always in sight, whatever section is open. */
export function CaseHeader({ found, place }: { found: Case; place: CasePlace }) {
  return (
    <>
      <PageHeader
        eyebrow={found.reference}
        title={found.clientName}
        actions={
          <Button size="small" icon="edit" onClick={place.edit}>
            Edit case
          </Button>
        }
      >
        <FactStrip label="This case" facts={useFacts(found)} />
      </PageHeader>
      <SectionNav
        label="Sections of this case"
        items={caseSections.map(id => ({ id, label: sectionWords[id] }))}
        current={place.section}
        onSelect={id => place.show(caseSections.find(section => section === id) ?? 'overview')}
      />
    </>
  )
}

function useFacts(found: Case): Fact[] {
  const today = useToday()
  const comingUp = useComingUp(found)
  const overdue = useWaitingPromises(found.id, 'overdue').data
  const safeContact = useSafeContactFact(found.id)
  const orders = useOrdersFact(found.id)
  const risk = useRiskFact(found.id)
  const clientContact = useClientContactFact(found.id)
  const facts: Fact[] = [
    ...(safeContact ? [safeContact] : []),
    ...(risk ? [risk] : []),
    {
      label: 'Status',
      value: caseStatusWords[found.status],
      note: closedNote(found) ?? `opened ${showDay(found.openedOn)}`,
    },
    { label: 'Owner', value: found.ownerName },
    { label: 'Last incident', ...lastTime(found.lastIncidentAt, today) },
    ...(clientContact ? [clientContact] : []),
    { label: 'Last police contact', ...lastTime(found.lastPoliceContactAt, today) },
    ...(orders === null ? [] : [orders]),
    ...comingUp,
  ]
  const longest = overdue?.rows
    .map(row => row.promisedBy)
    .filter(day => day !== null)
    .toSorted()[0]
  if (overdue && overdue.total > 0 && longest !== undefined)
    facts.push({
      label: 'Overdue',
      value: count(overdue.total, 'promise'),
      note: `since ${showDay(longest)}`,
      tone: 'overdue',
    })
  return facts
}

const closedNote = ({ closedOn, closingReason }: Case): string | null =>
  closedOn === null || closingReason === null
    ? null
    : `${showDay(closedOn)}, ${closingReasonWords[closingReason].toLowerCase()}`

function lastTime(at: Instant | null, today: CalendarDay): Pick<Fact, 'value' | 'note'> {
  if (at === null) return { value: 'None recorded' }
  const day = dayOf(at, london)
  return { value: ago(day, today), note: showDay(day) }
}
