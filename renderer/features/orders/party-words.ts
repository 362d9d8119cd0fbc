import type { Party } from '../../../shared/features/orders.ts'
import type { Person } from '../../../shared/features/people.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { personRoleWords } from '../../../shared/wording/people.ts'
import { useCall } from '../../lib/api.ts'
import type { Option } from '../../ui/options.ts'

export type NameOf = (party: Party) => string

/** The people of a case, to choose from and to call by name. Those in error are not offered, but keep their names. */
export function usePeople(caseId: CaseId): { people: readonly Person[]; nameOf: NameOf } {
  const people = useCall('people.listForCase', { caseId }).data?.rows ?? []
  const nameOf: NameOf = ({ personId, name }) =>
    name ?? people.find(person => person.id === personId)?.name ?? 'A person of this case'
  return { people, nameOf }
}

/** Alex Example, client. */
export const peopleOptions = (people: readonly Person[]): Option[] =>
  people
    .filter(person => person.withdrawnReason === null)
    .map(({ id, name, role }) => ({ value: id, label: `${name}, ${personRoleWords[role].toLowerCase()}` }))
