import type { Person } from '../../../shared/features/people.ts'
import { Stack } from '../../ui/Layout.tsx'
import type { ContactPlace } from './contact-place.ts'
import { Identifiers } from './Identifiers.tsx'
import { SafeContactSummary } from './SafeContactSummary.tsx'

type Props = { person: Person; place: ContactPlace }

/** How somebody may be reached, and by what: beneath the other facts about them. */
export function PersonContact({ person, place }: Props) {
  const open = person.withdrawnReason === null
  const asked = person.role !== 'perpetrator' && person.role !== 'professional'
  return (
    <Stack gap={5}>
      {asked && <SafeContactSummary person={person} place={place} editable={open} />}
      <Identifiers person={person} place={place} editable={open} />
    </Stack>
  )
}
