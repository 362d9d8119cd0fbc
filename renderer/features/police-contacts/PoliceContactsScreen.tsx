import { useState } from 'react'
import type { PoliceContact } from '../../../shared/features/police-contacts.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { useDraftWaiting } from '../../lib/draft-waiting.ts'
import { useToday } from '../../lib/today.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterChips, FilterToggle } from '../../ui/FilterChips.tsx'
import { Spacer } from '../../ui/Layout.tsx'
import { Muted } from '../../ui/Text.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { WithdrawRecord } from '../../ui/WithdrawRecord.tsx'
import { LoadedRecord } from '../../ui/LoadedRecord.tsx'
import { RecordButton } from '../../ui/RecordButton.tsx'
import { RecordScreen } from '../../ui/RecordScreen.tsx'
import { EditPoliceContact } from './EditPoliceContact.tsx'
import { NewPoliceContact, newContactDraftKey } from './NewPoliceContact.tsx'
import { usePoliceContactActions, type PoliceContactActions } from './police-contact-actions.ts'
import { PoliceContactDetail } from './PoliceContactDetail.tsx'
import { PoliceContactTable } from './PoliceContactTable.tsx'
import { PoliceContactVersions } from './PoliceContactVersions.tsx'
import { usePolicePlace, type PolicePlace } from './police-place.ts'

/** Every exchange with the police in a case: what was said, what was promised, and whether it was kept. */
export function PoliceContactsScreen() {
  const place = usePolicePlace()
  const today = useToday()
  const { caseId, search } = place
  const { promises, withdrawn } = search
  const contacts = usePages('policeContacts.listForCase', { caseId, filter: { promises, withdrawn }, today })
  const closed = useCall('cases.find', { id: caseId }).data?.status === 'closed'
  const [withdrawing, setWithdrawing] = useState<PoliceContact | null>(null)
  const actions = usePoliceContactActions({ place, closed, askReason: setWithdrawing })
  return (
    <RecordScreen
      noun="police contacts"
      header={<FilterBar place={place} total={contacts.total} closed={closed} />}
      read={contacts}
      list={
        <PoliceContactTable
          contacts={contacts}
          place={place}
          actions={actions}
          empty={<Nothing place={place} closed={closed} />}
        />
      }
      beside={
        search.mode === 'new' || search.selected !== undefined ? (
          <Beside place={place} loaded={contacts.rows} actions={actions} closed={closed} />
        ) : null
      }
      wide={search.mode !== undefined}
    >
      <WithdrawRecord record={withdrawing} onClose={() => setWithdrawing(null)} />
    </RecordScreen>
  )
}

const promiseFilters = { any: 'All', open: 'Open promises', overdue: 'Overdue' } as const

function FilterBar({ place, total, closed }: { place: PolicePlace; total: number; closed: boolean }) {
  const { promises, withdrawn, mode } = place.search
  const waiting = useDraftWaiting(newContactDraftKey(place.caseId), mode === 'new')
  return (
    <Toolbar label="Police contacts">
      <FilterChips
        label="Which contacts"
        options={promiseFilters}
        value={promises}
        onChange={value => place.filter({ promises: value })}
      />
      <FilterToggle label="Show entered in error" on={withdrawn} onChange={on => place.filter({ withdrawn: on })} />
      <Muted>{count(total, 'contact')}</Muted>
      <Spacer />
      <RecordButton label="Record a police contact" waiting={waiting} closed={closed} onRecord={place.record} />
    </Toolbar>
  )
}

function Nothing({ place, closed }: { place: PolicePlace; closed: boolean }) {
  const { promises } = place.search
  if (promises !== 'any') {
    return (
      <EmptyState icon="success" title={promises === 'overdue' ? 'No promise is overdue' : 'No promise is open'}>
        Every promise in this case was kept, or none was made.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="police"
      title="No police contact recorded yet"
      action={
        closed ? undefined : (
          <Button kind="primary" icon="add" onClick={place.record}>
            Record a police contact
          </Button>
        )
      }
    >
      Record each call, message and visit: who it was, what was said and what was promised. Waymark then tells you when
      a promise is overdue.
    </EmptyState>
  )
}

type BesideProps = {
  place: PolicePlace
  loaded: readonly PoliceContact[]
  actions: PoliceContactActions
  closed: boolean
}

/** What stands beside the list, if anything. */
function Beside({ loaded, ...rest }: BesideProps) {
  const { selected, mode } = rest.place.search
  if (mode === 'new') return <NewPoliceContact place={rest.place} />
  if (selected === undefined) return null
  return <Selected key={selected} id={selected} listed={loaded.find(contact => contact.id === selected)} {...rest} />
}

type SelectedProps = Omit<BesideProps, 'loaded'> & { id: EventId; listed: PoliceContact | undefined }

/** Read by itself as well, since the list may not hold it: filtered out, or further down than has been read. */
function Selected({ id, listed, ...rest }: SelectedProps) {
  const { place } = rest
  const found = useCall('policeContacts.find', { id })
  return (
    <LoadedRecord found={found} listed={listed} label="Loading the contact">
      {contact => {
        if (place.search.mode === 'edit') return <EditPoliceContact contact={contact} place={place} />
        if (place.search.mode === 'versions') return <PoliceContactVersions contact={contact} place={place} />
        return <PoliceContactDetail contact={contact} {...rest} />
      }}
    </LoadedRecord>
  )
}
