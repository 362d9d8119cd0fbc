import type { Case } from '../../../shared/features/cases.ts'
import { london, type CalendarDay, type Instant } from '../../../shared/kernel/dates.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import { caseStanding } from '../../../shared/wording/cases.ts'
import { ago } from '../../../shared/wording/when.ts'
import { useToday } from '../../lib/today.ts'
import { Button } from '../../ui/Button.tsx'
import { FactStrip, type Fact } from '../../ui/FactStrip.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SectionNav } from '../../ui/SectionNav.tsx'
import { caseSections, type CasePlace, type CaseSection } from './case-place.ts'
import { useOrdersFact } from './case-orders.ts'
import { useComingUp } from './case-dates.ts'
import { useLateFact } from './case-promises.ts'
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
  documents: 'Documents',
  bundles: 'Bundles',
  history: 'History',
}

/** Whose case this is and how it stands: always in sight, whatever section is open. */
export function CaseHeader({ found, place }: { found: Case; place: CasePlace }) {
  return (
    <>
      <PageHeader
        eyebrow={`${found.reference} · ${caseStanding(found)} · ${found.ownerName}`}
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

/** Eight at most: what an advocate must see before ringing anybody, and then what is late. */
function useFacts(found: Case): Fact[] {
  const today = useToday()
  const safeContact = useSafeContactFact(found.id)
  const risk = useRiskFact(found.id)
  const orders = useOrdersFact(found.id)
  const clientContact = useClientContactFact(found.id)
  const { nextHearing, nextAction, outcomesMissing } = useComingUp(found)
  const late = useLateFact(found.id, outcomesMissing)
  const lastIncident = { label: 'Last incident', ...lastTime(found.lastIncidentAt, today) }
  return [safeContact, risk, orders, nextHearing, lastIncident, clientContact, nextAction, late].filter(
    fact => fact !== null,
  )
}

function lastTime(at: Instant | null, today: CalendarDay): Pick<Fact, 'value' | 'note'> {
  if (at === null) return { value: 'None recorded' }
  const day = dayOf(at, london)
  return { value: ago(day, today), note: showDay(day) }
}
