import { CaseDraft, type Case } from '../../../shared/features/cases.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Screen } from '../../ui/Layout.tsx'
import { changedMeanwhile, refused } from '../../ui/record-actions.ts'
import { VersionsPane } from '../../ui/RecordVersions.tsx'
import { toast } from '../../ui/toast.ts'
import { diffOfCases } from './case-fields.ts'
import type { CasePlace } from './case-place.ts'

/** What was decided about a case after each save, newest first, and the way back to any of them. */
export function CaseVersions({ found, place }: { found: Case; place: CasePlace }) {
  const versions = useCall('cases.versions', { id: found.id })
  const update = useCommand('cases.update')
  const nameOf = useUserNames()
  const putBack = (draft: CaseDraft, version: number) =>
    update.mutate(
      { id: found.id, revision: found.revision, case: draft },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict') return void toast(changedMeanwhile, { tone: 'warning' })
          toast(`Version ${String(version)} is back`)
          place.doneEditing()
        },
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
  return (
    <Screen narrow>
      <VersionsPane
        title="Versions of this case"
        rows={versions.data?.rows}
        error={versions.error}
        retry={versions.refetch}
        busy={update.isPending}
        read={values => CaseDraft.safeParse(values).data ?? null}
        diff={(before, after) => diffOfCases(before, after, nameOf)}
        onPutBack={putBack}
        onClose={place.edit}
      />
    </Screen>
  )
}
