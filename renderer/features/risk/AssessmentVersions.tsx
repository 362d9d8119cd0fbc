import type { EventVersion } from '../../../shared/features/events.ts'
import type { RiskAssessment } from '../../../shared/features/risk-assessments.ts'
import type { Instrument } from '../../../shared/rules/instruments.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { toast } from '../../ui/toast.ts'
import { VersionList, type ShownVersion } from '../../ui/VersionList.tsx'
import { assessmentOfVersion, diffOf } from './risk-fields.ts'
import type { RiskPlace } from './risk-place.ts'

type VersionsProps = { assessment: RiskAssessment; pack: Instrument; place: RiskPlace }

/** How an assessment stood after each save, newest first, and the way back to any of them. */
export function AssessmentVersions({ assessment, pack, place }: VersionsProps) {
  const versions = useCall('events.versions', { id: assessment.id })
  const update = useCommand('riskAssessments.update')
  useShortcut('Escape', 'Back to the assessment', place.close)
  const rows = versions.data?.rows ?? []

  const putBack = (revision: number) => {
    const found = rows.find(row => row.revision === revision)
    const draft = found && assessmentOfVersion(found.values)
    if (!draft) return
    update.mutate(
      { id: assessment.id, revision: assessment.revision, assessment: draft },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict')
            return void toast('Someone else changed this assessment just now. Look at the versions again.', {
              tone: 'warning',
            })
          toast(`Version ${String(revision)} is back`)
          place.select(assessment.id)
        },
        onError: () => toast('That could not be saved. Nothing was changed. Try again.', { tone: 'danger' }),
      },
    )
  }

  return (
    <DetailPane title="Versions of this assessment" onClose={place.close}>
      {versions.error ? (
        <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
      ) : versions.isPending ? (
        <LoadingState label="Loading versions" shape="text" />
      ) : (
        <VersionList
          versions={rows.map((row, index) => shown(pack, row, rows[index + 1]))}
          busy={update.isPending}
          onPutBack={assessment.withdrawnReason === null ? putBack : undefined}
        />
      )}
    </DetailPane>
  )
}

function shown(pack: Instrument, row: EventVersion, before: EventVersion | undefined): ShownVersion {
  const now = assessmentOfVersion(row.values)
  const then = before ? assessmentOfVersion(before.values) : null
  return {
    revision: row.revision,
    byline: `${row.byName}, ${showMoment(row.at, london)}`,
    note: noteOf(row, before),
    fields: now && then ? diffOf(pack, then, now).filter(field => field.before !== field.after) : [],
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
