import { useState } from 'react'
import type { Case } from '../../../shared/features/cases.ts'
import { london, type CalendarDay, type Instant } from '../../../shared/kernel/dates.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import { caseStanding } from '../../../shared/wording/cases.ts'
import { ago } from '../../../shared/wording/when.ts'
import { useToday } from '../../lib/today.ts'
import { Button } from '../../ui/Button.tsx'
import { FactStrip, type Fact } from '../../ui/FactStrip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SectionNav } from '../../ui/SectionNav.tsx'
import { useLowWindow } from '../../ui/use-low-window.ts'
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

/** Whose case this is and how it stands: always in sight, whatever section is open. Short where height is scarce, until asked for. */
export function CaseHeader({ found, place }: { found: Case; place: CasePlace }) {
  const isLow = useLowWindow()
  const [asked, setAsked] = useState(false)
  const scarce = place.absorbed || isLow
  const short = scarce && !asked
  return (
    <>
      <PageHeader
        compact={short}
        eyebrow={`${found.reference} · ${caseStanding(found)} · ${found.ownerName}`}
        title={found.clientName}
        actions={
          <>
            {!short && (
              <Button size="small" icon="edit" onClick={place.edit}>
                Edit case
              </Button>
            )}
            {scarce && (
              <IconButton
                size="small"
                icon={short ? 'chevron-down' : 'chevron-up'}
                label="All about this case"
                aria-expanded={!short}
                onClick={() => setAsked(!asked)}
              />
            )}
          </>
        }
      >
        {short ? <FewFacts found={found} /> : <Facts found={found} />}
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

/** What must be in sight whatever is done. */
function FewFacts({ found: { id } }: { found: Case }) {
  const facts = [useSafeContactFact(id), useRiskFact(id)]
  return <FactStrip label="This case" facts={facts.filter(fact => fact !== null)} />
}

/** Eight at most: what an advocate must see before ringing anybody, and then what is late. */
function Facts({ found }: { found: Case }) {
  const today = useToday()
  const safeContact = useSafeContactFact(found.id)
  const risk = useRiskFact(found.id)
  const orders = useOrdersFact(found.id)
  const clientContact = useClientContactFact(found.id)
  const { nextHearing, nextAction, outcomesMissing } = useComingUp(found)
  const late = useLateFact(found.id, outcomesMissing)
  const lastIncident = { label: 'Last incident', ...lastTime(found.lastIncidentAt, today) }
  const facts = [safeContact, risk, orders, nextHearing, lastIncident, clientContact, nextAction, late]
  return <FactStrip label="This case" facts={facts.filter(fact => fact !== null)} />
}

function lastTime(at: Instant | null, today: CalendarDay): Pick<Fact, 'value' | 'note'> {
  if (at === null) return { value: 'None recorded' }
  const day = dayOf(at, london)
  return { value: ago(day, today), note: showDay(day) }
}
