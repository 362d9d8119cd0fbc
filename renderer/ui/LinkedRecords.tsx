import './LinkedRecords.css'
import type { ReactNode } from 'react'
import type { EventSummary } from '../../shared/features/events.ts'
import type { EventId } from '../../shared/kernel/ids.ts'
import { eventKindWords } from '../../shared/wording/events.ts'
import { showWhen } from '../../shared/wording/when.ts'
import { useLinked } from '../lib/linked-records.ts'
import { useOpenEvent } from '../lib/open-event.ts'
import { Button } from './Button.tsx'
import { eventIcons } from './event-icons.ts'
import { Icon } from './Icon.tsx'
import { Section } from './Section.tsx'
import { TwoLines } from './TwoLines.tsx'

type LinkedRecord = Pick<EventSummary, 'id' | 'caseId' | 'kind' | 'title' | 'when' | 'withdrawnReason'>
type LinkedRecordsProps = { label: string; records: readonly LinkedRecord[]; onOpen: (record: LinkedRecord) => void }

/** The records that a record belongs together with, each a way to it. */
function LinkedRecords({ label, records, onOpen }: LinkedRecordsProps) {
  return (
    <RecordLines
      label={label}
      records={records}
      action={record => (
        <Button kind="quiet" size="small" onClick={() => onOpen(record)}>
          Open<span className="wm-hidden">: {record.title}</span>
        </Button>
      )}
    />
  )
}

/** All that a record is linked with, whichever of the two names the other. Nothing where there is nothing. */
export function BelongsTogether({ id, label }: { id: EventId; label: string }) {
  const linked = useLinked(id)
  const open = useOpenEvent()
  if (linked.length === 0) return null
  return (
    <Section title={label} level={3}>
      <LinkedRecords label={label} records={linked} onOpen={open} />
    </Section>
  )
}

type LinesProps = { label: string; records: readonly LinkedRecord[]; action: (record: LinkedRecord) => ReactNode }

/** Records of any kind, a line each, with something to do at its end. */
export function RecordLines({ label, records, action }: LinesProps) {
  return (
    <ul aria-label={label} className="wm-linked">
      {records.map(record => (
        <li key={record.id}>
          <Icon name={eventIcons[record.kind]} label={eventKindWords[record.kind]} />
          <TwoLines
            top={record.withdrawnReason === null ? record.title : <s>{record.title}</s>}
            under={record.withdrawnReason === null ? showWhen(record.when) : 'Entered in error'}
          />
          {action(record)}
        </li>
      ))}
    </ul>
  )
}
