import type { EventVersion } from '../../shared/features/events.ts'
import { london } from '../../shared/kernel/dates.ts'
import type { EventId } from '../../shared/kernel/ids.ts'
import { showMoment } from '../../shared/kernel/uk-dates.ts'
import { useCall } from '../lib/api.ts'
import { DetailPane } from './DetailPane.tsx'
import type { DiffField } from './DiffView.tsx'
import { ErrorState } from './ErrorState.tsx'
import { LoadingState } from './LoadingState.tsx'
import { useShortcut } from './shortcuts.ts'
import { VersionList, type ShownVersion } from './VersionList.tsx'

type Reading<Draft> = {
  /** What a version held; null where it can't be read. */
  read: (values: Record<string, unknown>) => Draft | null
  diff: (before: Draft, after: Draft) => DiffField[]
}
type RecordVersionsProps<Draft> = Reading<Draft> & {
  id: EventId
  title: string
  busy: boolean
  /** Missing: the record can't be changed now. */
  onPutBack: ((draft: Draft, revision: number) => void) | undefined
  onClose: () => void
}

/** How a record stood after each save, newest first, and the way back to any of them. */
export function RecordVersions<Draft>({ id, title, busy, onPutBack, onClose, ...reading }: RecordVersionsProps<Draft>) {
  const versions = useCall('events.versions', { id })
  useShortcut('Escape', 'Back to the record', onClose)
  const rows = versions.data?.rows ?? []
  const putBack = (revision: number) => {
    const found = rows.find(row => row.revision === revision)
    const draft = found ? reading.read(found.values) : null
    if (draft !== null) onPutBack?.(draft, revision)
  }
  return (
    <DetailPane title={title} onClose={onClose}>
      {versions.error ? (
        <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
      ) : versions.isPending ? (
        <LoadingState label="Loading versions" shape="text" />
      ) : (
        <VersionList
          versions={rows.map((row, index) => shown(reading, row, rows[index + 1]))}
          busy={busy}
          onPutBack={onPutBack && putBack}
        />
      )}
    </DetailPane>
  )
}

function shown<Draft>(
  { read, diff }: Reading<Draft>,
  row: EventVersion,
  before: EventVersion | undefined,
): ShownVersion {
  const now = read(row.values)
  const then = before ? read(before.values) : null
  return {
    revision: row.revision,
    byline: `${row.byName}, ${showMoment(row.at, london)}`,
    note: noteOf(row, before),
    fields: now !== null && then !== null ? diff(then, now).filter(field => field.before !== field.after) : [],
    readable: now !== null,
  }
}

function noteOf(row: EventVersion, before: EventVersion | undefined): string | null {
  if (before === undefined) return 'First recorded'
  if (row.withdrawnReason !== null && before.withdrawnReason === null)
    return `Marked as entered in error: ${row.withdrawnReason}`
  if (row.withdrawnReason === null && before.withdrawnReason !== null) return '“Entered in error” was taken back'
  return null
}
