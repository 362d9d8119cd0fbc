import type { Person } from '../../../shared/features/people.ts'
import { Stack } from '../../ui/Layout.tsx'
import type { ContactPlace } from './contact-place.ts'
import { Identifiers } from './Identifiers.tsx'
import type { ShownFor } from './Reveal.tsx'
import { SafeContactSummary } from './SafeContactSummary.tsx'

type Props = {
  person: Person
  place: ContactPlace
  /** Records the call that a number was shown for: given by the app, which knows where contacts are kept. */
  onRecord: ((call: ShownFor) => void) | undefined
}

/** How somebody may be reached, and by what: beneath the other facts about them. */
export function PersonContact({ person, place, onRecord }: Props) {
  const open = person.withdrawnReason === null
  const asked = person.role !== 'perpetrator' && person.role !== 'professional'
  return (
    <Stack gap={5}>
      {asked && <SafeContactSummary person={person} place={place} editable={open} />}
      <Identifiers person={person} place={place} editable={open} onRecord={onRecord} />
    </Stack>
  )
}
