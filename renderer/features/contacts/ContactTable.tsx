import type { ReactNode } from 'react'
import type { ContactRow } from '../../../shared/features/contacts.ts'
import { outcomeWords } from '../../../shared/wording/contacts.ts'
import { count, whenLines } from '../../../shared/wording/when.ts'
import type { Pages } from '../../lib/api.ts'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { focusDetail } from '../../ui/list-focus.ts'
import { TwoLines } from '../../ui/TwoLines.tsx'
import type { ContactActions } from './contact-actions.ts'
import type { ContactPlace } from './contact-place.ts'
import { EntryMark } from './EntryMark.tsx'

const columns: Column<ContactRow>[] = [
  { id: 'when', header: 'When', width: '142px', rowHeader: true, cell: contact => <WhenCell contact={contact} /> },
  { id: 'what', header: 'What', width: 'minmax(200px, 1fr)', cell: contact => <EntryMark contact={contact} /> },
  {
    id: 'words',
    header: 'What happened',
    width: 'minmax(160px, 2fr)',
    hideBelow: 'narrow',
    cell: contact => <WordsCell contact={contact} />,
  },
]

type TableProps = { contacts: Pages<ContactRow>; place: ContactPlace; actions: ContactActions; empty: ReactNode }

/** The entries of a case, newest first; those without a date come last. */
export function ContactTable({ contacts, place, actions, empty }: TableProps) {
  return (
    <DataTable
      label={`Contacts and notes, ${count(contacts.total, 'entry', 'entries')}`}
      rows={contacts.rows}
      rowKey={contact => contact.id}
      columns={columns}
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
      empty={empty}
    />
  )
}

function WhenCell({ contact }: { contact: ContactRow }) {
  const [day, rest] = whenLines(contact.when)
  return <TwoLines top={<Struck on={contact.withdrawnReason !== null}>{day}</Struck>} under={rest} />
}

function WordsCell({ contact }: { contact: ContactRow }) {
  const { excerpt, outcome, minutes, withdrawnReason } = contact
  const words = excerpt ?? (outcome === null ? '' : outcomeWords[outcome])
  const under =
    withdrawnReason !== null ? `Entered in error: ${withdrawnReason}` : minutes === null ? '' : count(minutes, 'minute')
  return <TwoLines top={<Struck on={withdrawnReason !== null}>{words}</Struck>} under={under} />
}

/** Struck out where it was entered in error; the words stay readable. */
const Struck = ({ on, children }: { on: boolean; children: string }) => (on ? <s>{children}</s> : <>{children}</>)
