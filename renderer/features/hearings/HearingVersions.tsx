import type { Hearing, HearingDraft } from '../../../shared/features/hearings.ts'
import { useCommand } from '../../lib/api.ts'
import { RecordVersions } from '../../ui/RecordVersions.tsx'
import { toast } from '../../ui/toast.ts'
import { diffOf, hearingOfVersion } from './hearing-fields.ts'
import type { HearingsPlace } from './hearings-place.ts'

/** How a hearing stood after each save, newest first, and the way back to any of them. */
export function HearingVersions({ hearing, place }: { hearing: Hearing; place: HearingsPlace }) {
  const update = useCommand('hearings.update')
  const putBack = (draft: HearingDraft, version: number) =>
    update.mutate(
      // The date stays as it is: dates change by a move, which keeps the one before.
      { id: hearing.id, revision: hearing.revision, hearing: { ...draft, when: hearing.when } },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict')
            return void toast('Someone else changed this hearing just now. Look at the versions again.', {
              tone: 'warning',
            })
          toast(`Version ${String(version)} is back`)
          place.select(hearing.id)
        },
        onError: () => toast('That could not be saved. Nothing was changed. Try again.', { tone: 'danger' }),
      },
    )
  return (
    <RecordVersions
      id={hearing.id}
      title="Versions of this hearing"
      busy={update.isPending}
      read={hearingOfVersion}
      diff={diffOf}
      onPutBack={hearing.withdrawnReason === null ? putBack : undefined}
      onClose={place.close}
    />
  )
}
