import type { Person, PersonMatch, PersonVersion } from '../../../shared/features/people.ts'
import { at, caseId, me, personId, stamp } from './casework-data.ts'
import type { Handlers } from './fake-bridge.ts'
import { find, put } from './fake-rows.ts'

export type PeopleWork = { people: Person[]; matches: PersonMatch[]; personVersions: Map<string, PersonVersion[]> }

const now = () => at('2026-11-24T09:41:00.000Z')

/** The people of every case; `matches` are those of the first. */
export const peopleHandlers = (work: PeopleWork): Handlers => ({
  'people.listForCase': ({ caseId: inCase }) => ({ rows: work.people.filter(one => one.caseId === inCase) }),
  'people.add': ({ caseId: inCase, person }) => {
    const added: Person = {
      id: personId(100 + work.people.length),
      caseId: inCase,
      ...person,
      ...stamp,
      withdrawnReason: null,
    }
    work.people.push(added)
    return added
  },
  'people.update': ({ id, revision, person }) => {
    const current = find(work.people, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: person }
    return {
      outcome: 'saved',
      record: put(work.people, { ...current, ...person, revision: revision + 1, updatedAt: now() }),
    }
  },
  'people.withdraw': ({ id, revision, reason }) => {
    const current = find(work.people, id)
    if (current.revision !== revision) return { outcome: 'conflict', current }
    const changed = { ...current, withdrawnReason: reason, revision: revision + 1, updatedAt: now() }
    return { outcome: 'saved', record: put(work.people, changed) }
  },
  'people.versions': ({ id }) => ({ rows: work.personVersions.get(id) ?? [] }),
  'people.matches': ({ caseId: inCase }) => ({ rows: inCase === caseId(1) ? work.matches : [] }),
  'people.namesakes': ({ name }) => ({
    rows: work.matches.map(match => match.other).filter(other => other.name.toLowerCase() === name.toLowerCase()),
  }),
  'people.decideMatch': ({ personId: own, otherId, same, reason }) => {
    work.matches = work.matches.map(match =>
      match.personId === own && match.other.personId === otherId
        ? { ...match, decision: { same, reason, at: now(), by: me } }
        : match,
    )
    return {}
  },
})
