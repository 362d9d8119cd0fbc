import { useState } from 'react'
import type { ContactRow } from '../../../shared/features/contacts.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { attemptsWords, entryWords } from '../../../shared/wording/contacts.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { useDraftWaiting } from '../../lib/draft-waiting.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterChips, FilterToggle } from '../../ui/FilterChips.tsx'
import { Spacer } from '../../ui/Layout.tsx'
import { StatusPill } from '../../ui/Badge.tsx'
import { Muted } from '../../ui/Text.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { WithdrawRecord } from '../../ui/WithdrawRecord.tsx'
import { LoadedRecord } from '../../ui/LoadedRecord.tsx'
import { RecordButton } from '../../ui/RecordButton.tsx'
import { RecordScreen } from '../../ui/RecordScreen.tsx'
import { useContactActions, type ContactActions, type Marked } from './contact-actions.ts'
import { ContactDetail } from './ContactDetail.tsx'
import { useContactPlace, type ContactPlace } from './contact-place.ts'
import { ContactTable } from './ContactTable.tsx'
import { ContactVersions } from './ContactVersions.tsx'
import { EditContact } from './EditContact.tsx'
import { callDraftKey, NewContact, newEntryDraftKey } from './NewContact.tsx'

/** The advocate's own log of a case: contacts, tries to make one, and notes. */
export function ContactsScreen() {
  const place = useContactPlace()
  const { caseId, search } = place
  const { show, withdrawn } = search
  const contacts = usePages('contacts.listForCase', { caseId, filter: { entry: show, withdrawn } })
  const closed = useCall('cases.find', { id: caseId }).data?.status === 'closed'
  const [withdrawing, setWithdrawing] = useState<Marked | null>(null)
  const actions = useContactActions({ place, closed, askReason: setWithdrawing })
  return (
    <RecordScreen
      noun="contacts and notes"
      header={
        <>
          <FilterBar place={place} total={contacts.total} closed={closed} />
          <Tries caseId={caseId} />
        </>
      }
      read={contacts}
      list={
        <ContactTable
          contacts={contacts}
          place={place}
          actions={actions}
          empty={<Nothing place={place} closed={closed} />}
        />
      }
      beside={
        search.mode === 'new' || search.selected !== undefined ? (
          <Beside place={place} actions={actions} closed={closed} />
        ) : null
      }
      wide={search.mode !== undefined}
    >
      <WithdrawRecord record={withdrawing} onClose={() => setWithdrawing(null)} />
    </RecordScreen>
  )
}

const shown: Record<'any' | ContactRow['entry'], string> = {
  any: 'All',
  contact: `${entryWords.contact}s`,
  attempt: `${entryWords.attempt}s`,
  note: `${entryWords.note}s`,
}

function FilterBar({ place, total, closed }: { place: ContactPlace; total: number; closed: boolean }) {
  const { show, withdrawn, mode } = place.search
  const waiting = useDraftWaiting(newEntryDraftKey(place.caseId), mode === 'new')
  const callWaiting = useDraftWaiting(callDraftKey(place.caseId), mode === 'new')
  return (
    <Toolbar label="Contacts and notes">
      <FilterChips
        label="Which entries"
        options={shown}
        value={show}
        onChange={value => place.filter({ show: value })}
      />
      <FilterToggle label="Show entered in error" on={withdrawn} onChange={on => place.filter({ withdrawn: on })} />
      <Muted>{count(total, 'entry', 'entries')}</Muted>
      <Spacer />
      {callWaiting && !closed && (
        <Button icon="phone" onClick={place.resumeCall}>
          Continue your call
        </Button>
      )}
      <RecordButton label="Record a contact or note" waiting={waiting} closed={closed} onRecord={place.record} />
    </Toolbar>
  )
}

/** How far the client was tried: what "unable to contact" has to rest on. */
function Tries({ caseId }: { caseId: CaseId }) {
  const attempts = useCall('contacts.attempts', { caseId }).data
  const words = attempts ? attemptsWords(attempts) : null
  if (!attempts || words === null) return null
  return (
    <Toolbar label="Reaching the client">
      <StatusPill tone={attempts.since > 0 ? 'warning' : 'success'}>{words}</StatusPill>
    </Toolbar>
  )
}

function Nothing({ place, closed }: { place: ContactPlace; closed: boolean }) {
  const { show } = place.search
  if (show !== 'any') {
    return <EmptyState icon="note" title={`No ${show} recorded yet`} />
  }
  return (
    <EmptyState
      icon="contact"
      title="No contact or note recorded yet"
      action={
        closed ? undefined : (
          <Button kind="primary" icon="add" onClick={place.record}>
            Record a contact or note
          </Button>
        )
      }
    >
      Record each contact with the client and others, each try to reach them, and what is to be kept on file. What was
      said, seen and thought stays apart, because a court may read it.
    </EmptyState>
  )
}

type BesideProps = { place: ContactPlace; actions: ContactActions; closed: boolean }

/** What stands beside the list, if anything. */
function Beside(props: BesideProps) {
  const { selected, mode, entry } = props.place.search
  if (mode === 'new') return <NewContact key={entry ?? 'new'} place={props.place} />
  return selected === undefined ? null : <Selected key={selected} id={selected} {...props} />
}

/** Read by itself: the list has only the beginning of each. */
function Selected({ id, ...rest }: BesideProps & { id: EventId }) {
  const { place } = rest
  const found = useCall('contacts.find', { id })
  return (
    <LoadedRecord found={found} label="Loading the entry">
      {contact => {
        if (place.search.mode === 'edit') return <EditContact contact={contact} place={place} />
        if (place.search.mode === 'versions') return <ContactVersions contact={contact} place={place} />
        return <ContactDetail contact={contact} {...rest} />
      }}
    </LoadedRecord>
  )
}
