import type { Person } from '../../../shared/features/people.ts'
import { SafeContactPlan } from '../../../shared/features/safe-contact.ts'
import { useCall } from '../../lib/api.ts'
import { VersionsPane } from '../../ui/RecordVersions.tsx'
import type { ContactPlace } from './contact-place.ts'
import { useNumberNames } from './number-names.ts'
import { diffOfPlans } from './plan-fields.ts'

/** What was agreed with somebody each time. None is put back by itself: whatever holds is gone through with them again. */
export function PlanVersions({ person, place }: { person: Person; place: ContactPlace }) {
  const nameOf = useNumberNames(person.caseId)
  const versions = useCall('safeContact.versions', { personId: person.id })
  return (
    <VersionsPane
      title="What was agreed before"
      rows={versions.data?.rows}
      error={versions.error}
      retry={versions.refetch}
      busy={false}
      read={values => SafeContactPlan.safeParse(values).data ?? null}
      diff={(before, after) => diffOfPlans(before, after, nameOf)}
      onPutBack={undefined}
      onClose={place.close}
    />
  )
}
