import { PersonDraft, type Person } from '../../../shared/features/people.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { changedMeanwhile, refused } from '../../ui/record-actions.ts'
import { VersionsPane } from '../../ui/RecordVersions.tsx'
import { toast } from '../../ui/toast.ts'
import type { PeoplePlace } from './people-place.ts'
import { personDraftOf } from './person-answers.ts'
import { diffOfPeople } from './person-fields.ts'

/** How somebody stood after each save, newest first, and the way back to any of them. */
export function PersonVersions({ person, place }: { person: Person; place: PeoplePlace }) {
  const versions = useCall('people.versions', { id: person.id })
  const update = useCommand('people.update')
  const putBack = (draft: PersonDraft, version: number) =>
    update.mutate(
      { id: person.id, revision: person.revision, person: draft },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict') return void toast(changedMeanwhile, { tone: 'warning' })
          toast(`Version ${String(version)} is back`)
          place.select(person.id)
        },
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
  const rows = versions.data?.rows.map(({ person: { withdrawnReason, ...values }, ...row }) => ({
    ...row,
    withdrawnReason,
    values,
  }))
  return (
    <VersionsPane
      title="Versions of this person"
      rows={rows}
      error={versions.error}
      retry={versions.refetch}
      busy={update.isPending}
      read={readPerson}
      diff={diffOfPeople}
      onPutBack={person.withdrawnReason === null ? putBack : undefined}
      onClose={place.close}
    />
  )
}

function readPerson(values: Record<string, unknown>): PersonDraft | null {
  const read = PersonDraft.safeParse(values)
  return read.success ? personDraftOf(read.data) : null
}
