import { london } from '../../shared/kernel/dates.ts'
import type { EventStamp } from '../../shared/kernel/event.ts'
import { showMoment } from '../../shared/kernel/uk-dates.ts'
import { useUserNames } from '../lib/user-names.ts'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { Stack } from './Layout.tsx'
import { Muted } from './Text.tsx'
import type { RecordActions } from './record-actions.ts'

/** Who recorded it and who changed it last, with the way to the versions. */
export function RecordStamp({ record, onVersions }: { record: EventStamp; onVersions: () => void }) {
  const nameOf = useUserNames()
  const { revision, createdAt, createdBy, updatedAt, updatedBy } = record
  return (
    <Stack gap={1} align="start">
      <Muted>
        Recorded {showMoment(createdAt, london)} by {nameOf(createdBy)}
      </Muted>
      {revision > 1 && (
        <Muted>
          Last changed {showMoment(updatedAt, london)} by {nameOf(updatedBy)}
        </Muted>
      )}
      {revision > 1 && (
        <Button kind="quiet" size="small" icon="history" onClick={onVersions}>
          Show all {String(revision)} versions
        </Button>
      )}
    </Stack>
  )
}

type ErrorProps = { record: EventStamp; actions: Pick<RecordActions, 'takeMarkBack' | 'busy'> }

/** Nothing unless the record was entered in error: then why, and the way back. */
export function EnteredInError({ record, actions }: ErrorProps) {
  const nameOf = useUserNames()
  if (record.withdrawnReason === null) return null
  const takeBack = (
    <Button size="small" icon="undo" busy={actions.busy} onClick={() => actions.takeMarkBack(record)}>
      Take this back
    </Button>
  )
  return (
    <Banner tone="warning" title="Entered in error" actions={takeBack}>
      {record.withdrawnReason}. Marked by {nameOf(record.updatedBy)}, {showMoment(record.updatedAt, london)}.
    </Banner>
  )
}
