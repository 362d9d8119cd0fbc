import { useState, type ReactNode } from 'react'
import type { Person } from '../../../shared/features/people.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { personRoleWords } from '../../../shared/wording/people.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { FilterToggle } from '../../ui/FilterChips.tsx'
import { focusDetail } from '../../ui/list-focus.ts'
import { missingWords } from '../../ui/KnownField.tsx'
import { Spacer } from '../../ui/Layout.tsx'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { changedMeanwhile, refused } from '../../ui/record-actions.ts'
import { Muted } from '../../ui/Text.tsx'
import { toast } from '../../ui/toast.ts'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { RecordButton } from '../../ui/RecordButton.tsx'
import { RecordScreen } from '../../ui/RecordScreen.tsx'
import { AddPerson } from './AddPerson.tsx'
import { EditPerson } from './EditPerson.tsx'
import { usePeoplePlace, type PeoplePlace } from './people-place.ts'
import { PersonDetail } from './PersonDetail.tsx'
import { PersonVersions } from './PersonVersions.tsx'
import { WithdrawPerson } from './WithdrawPerson.tsx'

/** What another feature adds to a person: under the other facts, and in place of them while something is written. */
export type PersonParts = {
  under: (person: Person, place: PeoplePlace) => ReactNode
  instead: (person: Person, place: PeoplePlace) => ReactNode
}

/** Who is in a case: the client, the suspect, children, others and professionals. */
export function PeopleScreen({ parts }: { parts: PersonParts }) {
  const place = usePeoplePlace()
  const people = useCall('people.listForCase', { caseId: place.caseId })
  const [withdrawing, setWithdrawing] = useState<Person | null>(null)
  const all = people.data?.rows ?? []
  const shown = place.search.withdrawn ? all : all.filter(person => person.withdrawnReason === null)
  const takeBack = useTakeBack()
  const menuOf = (person: Person): MenuItem[] => menuFor(person, { place, withdraw: setWithdrawing, takeBack })
  const selected = all.find(person => person.id === place.search.selected)
  return (
    <RecordScreen
      noun="people"
      header={<Bar place={place} total={shown.length} />}
      read={people}
      list={
        <DataTable
          label={`People, ${count(shown.length, 'person', 'people')}`}
          rows={shown}
          rowKey={person => person.id}
          columns={columns}
          rowLines={2}
          selected={place.search.selected}
          onSelect={person => place.select(person.id)}
          onOpen={person => {
            place.select(person.id)
            focusDetail()
          }}
          rowMenu={menuOf}
        />
      }
      beside={
        place.search.mode === 'new' || selected ? (
          <Beside parts={parts} place={place} person={selected} menuOf={menuOf} />
        ) : null
      }
    >
      <WithdrawPerson person={withdrawing} onClose={() => setWithdrawing(null)} />
    </RecordScreen>
  )
}

const columns: Column<Person>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(180px, 2fr)',
    rowHeader: true,
    cell: person => <NameCell person={person} />,
  },
  { id: 'role', header: 'Part in this case', width: '190px', cell: person => personRoleWords[person.role] },
  {
    id: 'relationship',
    header: 'Relationship to the client',
    width: 'minmax(140px, 1fr)',
    hideBelow: 'narrow',
    cell: person => person.relationship ?? <Muted>None recorded</Muted>,
  },
  {
    id: 'born',
    header: 'Date of birth',
    width: '132px',
    hideBelow: 'medium',
    cell: person => <Born person={person} />,
  },
]

function NameCell({ person: { name, alsoKnownAs, withdrawnReason } }: { person: Person }) {
  const under = withdrawnReason === null ? alsoKnownAs && `Also ${alsoKnownAs}` : `Entered in error: ${withdrawnReason}`
  return <TwoLines top={withdrawnReason === null ? name : <s>{name}</s>} under={under} />
}

function Born({ person: { born } }: { person: Person }) {
  if (born.value !== null) return <>{showDay(born.value)}</>
  return <Muted>{missingWords(born.missing ?? 'unknown')}</Muted>
}

const clientStays = 'A case always has its client. Correct the name instead.'
type Ways = { place: PeoplePlace; withdraw: (person: Person) => void; takeBack: (person: Person) => void }

function menuFor(person: Person, { place, withdraw, takeBack }: Ways): MenuItem[] {
  const versions: MenuItem = {
    id: 'versions',
    label: 'Show versions',
    icon: 'history',
    onSelect: () => place.showVersions(person.id),
  }
  if (person.withdrawnReason !== null) {
    const label = 'Take back “entered in error”'
    return [{ id: 'reinstate', label, icon: 'undo', onSelect: () => takeBack(person) }, versions]
  }
  return [
    { id: 'edit', label: 'Edit', icon: 'edit', shortcut: 'E', onSelect: () => place.edit(person.id) },
    versions,
    { separator: true },
    {
      id: 'withdraw',
      label: 'Entered in error…',
      icon: 'archive',
      danger: true,
      disabled: person.role === 'client' ? clientStays : undefined,
      onSelect: () => withdraw(person),
    },
  ]
}

/** Takes "entered in error" back. */
function useTakeBack() {
  const withdraw = useCommand('people.withdraw')
  return ({ id, revision }: Person) =>
    withdraw.mutate(
      { id, revision, reason: null },
      {
        onSuccess: ({ outcome }) =>
          outcome === 'saved' ? toast('They count again') : toast(changedMeanwhile, { tone: 'warning' }),
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
}

function Bar({ place, total }: { place: PeoplePlace; total: number }) {
  return (
    <Toolbar label="People">
      <FilterToggle label="Show entered in error" on={place.search.withdrawn} onChange={place.showWithdrawn} />
      <Muted>{count(total, 'person', 'people')}</Muted>
      <Spacer />
      <RecordButton label="Add a person" closed={false} onRecord={place.add} />
    </Toolbar>
  )
}

type BesideProps = {
  place: PeoplePlace
  person: Person | undefined
  parts: PersonParts
  menuOf: (person: Person) => MenuItem[]
}

function Beside({ place, person, parts, menuOf }: BesideProps) {
  if (place.search.mode === 'new') return <AddPerson place={place} />
  if (!person) return null
  if (place.search.mode === 'edit') return <EditPerson key={person.id} person={person} place={place} />
  if (place.search.mode === 'versions') return <PersonVersions key={person.id} person={person} place={place} />
  if (place.search.mode !== undefined) return parts.instead(person, place)
  return (
    <PersonDetail key={person.id} person={person} place={place} menu={menuOf(person)}>
      {parts.under(person, place)}
    </PersonDetail>
  )
}
