import type { EventVersion } from '../../shared/features/events.ts'
import { london } from '../../shared/kernel/dates.ts'
import type { AppError } from '../../shared/kernel/errors.ts'
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
type PaneProps<Draft> = Reading<Draft> & {
  title: string
  busy: boolean
  /** Missing: the record can't be changed now. */
  onPutBack: ((draft: Draft, revision: number) => void) | undefined
  onClose: () => void
  /** What a state is called where "version" means something else. */
  noun?: string | undefined
}

/** How a dated record stood after each save, newest first, and the way back to any of them. */
export function RecordVersions<Draft>({ id, ...pane }: PaneProps<Draft> & { id: EventId }) {
  const versions = useCall('events.versions', { id })
  return <VersionsPane rows={versions.data?.rows} error={versions.error} retry={versions.refetch} {...pane} />
}

/** Without a `withdrawnReason`: the record can't be entered in error, or says so among its answers. */
type Kept = Pick<EventVersion, 'revision' | 'at' | 'byName' | 'values'> & { withdrawnReason?: string | null }
type VersionsPaneProps<Draft> = PaneProps<Draft> & {
  rows: readonly Kept[] | undefined
  error: AppError | null
  retry: () => unknown
}

/** The same of any record whose states are kept. */
export function VersionsPane<Draft>(props: VersionsPaneProps<Draft>) {
  const { rows = [], error, retry, title, busy, onPutBack, onClose, noun, ...reading } = props
  useShortcut('Escape', 'Back to the record', onClose)
  const putBack = (revision: number) => {
    const found = rows.find(row => row.revision === revision)
    const draft = found ? reading.read(found.values) : null
    if (draft !== null) onPutBack?.(draft, revision)
  }
  return (
    <DetailPane title={title} onClose={onClose}>
      {error ? (
        <ErrorState error={error} onRetry={() => void retry()} />
      ) : props.rows === undefined ? (
        <LoadingState label="Loading versions" shape="text" />
      ) : (
        <VersionList
          versions={rows.map((row, index) => shown(reading, row, rows[index + 1]))}
          busy={busy}
          onPutBack={onPutBack && putBack}
          noun={noun}
        />
      )}
    </DetailPane>
  )
}

function shown<Draft>({ read, diff }: Reading<Draft>, row: Kept, before: Kept | undefined): ShownVersion {
  const now = read(row.values)
  const then = before ? read(before.values) : null
  const fields = now !== null && then !== null ? diff(then, now).filter(one => one.before !== one.after) : null
  return {
    revision: row.revision,
    byline: `${row.byName}, ${showMoment(row.at, london)}`,
    note: noteOf(row, before) ?? (fields?.length === 0 ? 'Saved with no change' : null),
    fields: fields ?? [],
    readable: now !== null,
  }
}

function noteOf(row: Kept, before: Kept | undefined): string | null {
  if (before === undefined) return row.revision === 1 ? 'First recorded' : 'What was before this was not kept'
  const [now, then] = [row.withdrawnReason ?? null, before.withdrawnReason ?? null]
  if (now !== null && then === null) return `Marked as entered in error: ${now}`
  if (now === null && then !== null) return '“Entered in error” was taken back'
  return null
}
