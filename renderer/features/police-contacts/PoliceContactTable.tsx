import type { ReactNode } from 'react'
import type { PoliceContact } from '../../../shared/features/police-contacts.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { promiseState } from '../../../shared/wording/police-contacts.ts'
import { count, whenLines } from '../../../shared/wording/when.ts'
import type { Pages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { focusDetail } from '../../ui/list-focus.ts'
import { Muted } from '../../ui/Text.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { ChannelMark } from './ChannelMark.tsx'
import type { PoliceContactActions } from './police-contact-actions.ts'
import { knownLine, officerLine } from './police-contact-fields.ts'
import type { PolicePlace } from './police-place.ts'
import { PromisePill } from './PromisePill.tsx'

const columns: Column<PoliceContact>[] = [
  { id: 'when', header: 'When', width: '142px', rowHeader: true, cell: contact => <WhenCell contact={contact} /> },
  { id: 'how', header: 'How', width: '150px', hideBelow: 'narrow', cell: contact => <ChannelMark {...contact} /> },
  { id: 'said', header: 'What was said', width: 'minmax(160px, 2fr)', cell: contact => <SaidCell contact={contact} /> },
  {
    id: 'officer',
    header: 'Officer and force',
    width: 'minmax(140px, 1fr)',
    hideBelow: 'medium',
    cell: contact => <TwoLines top={officerLine(contact)} under={knownLine(contact.force)} />,
  },
  {
    id: 'promise',
    header: 'Promise',
    width: 'minmax(228px, 1fr)',
    cell: contact => <PromiseCell contact={contact} />,
  },
]

type TableProps = {
  contacts: Pages<PoliceContact>
  place: PolicePlace
  actions: PoliceContactActions
  empty: ReactNode
}

/** The contacts of a case, newest first; those without a date come last. */
export function PoliceContactTable({ contacts, place, actions, empty }: TableProps) {
  const today = useToday()
  return (
    <DataTable
      label={`Police contacts, ${count(contacts.total, 'contact')}`}
      rows={contacts.rows}
      rowKey={contact => contact.id}
      columns={place.search.mode === undefined ? columns : columns.filter(({ id }) => id !== 'promise')}
      rowLines={2}
      total={contacts.total}
      selected={place.search.selected}
      onSelect={contact => place.select(contact.id)}
      onOpen={contact => {
        place.select(contact.id)
        focusDetail()
      }}
      rowMenu={actions.menuOf}
      onNearEnd={contacts.fetchNext}
      busy={contacts.isFetching}
      rowTone={contact => (isOverdue(contact, today) ? 'overdue' : undefined)}
      empty={empty}
    />
  )
}

const isOverdue = (contact: PoliceContact, today: CalendarDay): boolean =>
  contact.withdrawnReason === null && promiseState(contact, today) === 'overdue'

function WhenCell({ contact }: { contact: PoliceContact }) {
  const [day, rest] = whenLines(contact.when)
  return <TwoLines top={<Struck on={contact.withdrawnReason !== null}>{day}</Struck>} under={rest} />
}

function SaidCell({ contact }: { contact: PoliceContact }) {
  const { said, reference, withdrawnReason } = contact
  const under =
    withdrawnReason === null
      ? reference === null
        ? 'No reference'
        : `Ref. ${reference}`
      : `Entered in error: ${withdrawnReason}`
  return <TwoLines top={<Struck on={withdrawnReason !== null}>{said}</Struck>} under={under} />
}

function PromiseCell({ contact }: { contact: PoliceContact }) {
  return contact.promised === null ? (
    <Muted>None</Muted>
  ) : (
    <TwoLines top={<PromisePill promise={contact} />} under={contact.promised} />
  )
}

/** Struck out where it was entered in error; the words stay readable. */
const Struck = ({ on, children }: { on: boolean; children: string }) => (on ? <s>{children}</s> : <>{children}</>)
