import type { ReactNode } from 'react'
import type { Person } from '../../../shared/features/people.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showDay, showMoment } from '../../../shared/kernel/uk-dates.ts'
import { personQuestions as questions, personRoleWords } from '../../../shared/wording/people.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { Muted } from '../../ui/Text.tsx'
import type { PeoplePlace } from './people-place.ts'
import { PersonMatches } from './PersonMatches.tsx'

type DetailProps = { person: Person; place: PeoplePlace; menu: readonly MenuItem[]; children: ReactNode }

/** One person, whole, beside the list. */
export function PersonDetail({ person, place, menu, children }: DetailProps) {
  const editable = person.withdrawnReason === null
  const nameOf = useUserNames()
  useShortcut('E', 'Edit this person', { run: () => place.edit(person.id), enabled: editable })
  const { alsoKnownAs, born, relationship, note, updatedAt, updatedBy } = person
  const stamp = `${showMoment(updatedAt, london)} by ${nameOf(updatedBy)}`
  const edit = (
    <Button size="small" icon="edit" shortcut="E" onClick={() => place.edit(person.id)}>
      Edit
    </Button>
  )
  return (
    <DetailPane
      title={person.name}
      subtitle={personRoleWords[person.role]}
      onClose={place.close}
      actions={
        <>
          {editable && edit}
          <Menu label="More about this person" items={menu} />
        </>
      }
    >
      <Stack gap={5}>
        {person.withdrawnReason !== null && (
          <Banner tone="warning" title="Entered in error">
            {person.withdrawnReason}. Marked {stamp}.
          </Banner>
        )}
        {editable && <PersonMatches person={person} />}
        {children}
        <PropertyList
          rows={[
            { label: questions.alsoKnownAs, value: alsoKnownAs },
            ...(person.role === 'client' ? [] : [{ label: questions.relationship, value: relationship }]),
            { label: questions.born, value: born.value && showDay(born.value), missing: born.missing },
            { label: questions.note, value: note },
          ]}
        />
        <Muted>Last changed {stamp}</Muted>
      </Stack>
    </DetailPane>
  )
}
