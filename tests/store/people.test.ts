import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PersonDraft } from '../../shared/features/people.ts'
import type { CaseId, PersonId } from '../../shared/kernel/ids.ts'
import { newVault, openCase, refusal, type TestStore } from '../support/vault.ts'

let store: TestStore & { folder: string }
beforeEach(async () => void (store = await newVault()))
afterEach(() => store.close())

const somebody = (name: string, changes: Partial<PersonDraft> = {}): PersonDraft => ({
  ...{ name, alsoKnownAs: null, born: { value: null, missing: 'not-asked' }, role: 'perpetrator' },
  ...{ relationship: null, note: null },
  ...changes,
})
const add = (caseId: CaseId, person: PersonDraft) => store.call('people.add', { caseId, person })
const matches = (caseId: CaseId) => store.call('people.matches', { caseId }).rows
const decide = (
  personId: PersonId,
  otherId: PersonId,
  { same, reason = null }: { same: boolean; reason?: string | null },
) => store.call('people.decideMatch', { personId, otherId, same, reason })
const born = (day: string) => ({ value: day, missing: null }) as PersonDraft['born']

describe('somebody in two cases', () => {
  test('a suspect who is a client elsewhere is a conflict, on both sides', () => {
    const one = openCase(store, 'Robin Sample')
    const two = openCase(store, 'Ash Mockton')
    const suspect = add(two.id, somebody('SAMPLE, Robín'))
    expect(matches(two.id)).toEqual([
      {
        ...{ personId: suspect.id, reasons: ['name'], conflict: true, decision: null },
        other: {
          ...{ personId: one.clientId, name: 'Robin Sample', role: 'client', caseId: one.id, caseClosed: false },
          ...{ reference: one.reference, ownerName: one.ownerName },
        },
      },
    ])
    expect(matches(one.id)).toMatchObject([{ personId: one.clientId, conflict: true, other: { personId: suspect.id } }])
  })

  test('is found by another name, by birthday and a word of the name, and by a number; no birthday alone', () => {
    const one = openCase(store, 'Robin Sample')
    const two = openCase(store, 'Ash Mockton')
    const known = add(one.id, somebody('Jo Placeholder', { alsoKnownAs: 'Joey, Joe Exampleton' }))
    const alias = add(two.id, somebody('Joe Exampleton'))
    add(one.id, somebody('Kit Placeby', { born: born('1990-02-03') }))
    const birthday = add(two.id, somebody('Christopher Placeby', { born: born('1990-02-03'), role: 'witness' }))
    add(two.id, somebody('Somebody Else', { born: born('1990-02-03'), role: 'witness' }))
    const number = { kind: 'phone', value: '07700 900321', label: null, confidential: true, doNotUse: false } as const
    store.call('identifiers.add', { personId: known.id, identifier: number })
    const unnamed = add(two.id, somebody('Man in the blue car', { role: 'witness' }))
    store.call('identifiers.add', { personId: unnamed.id, identifier: { ...number, value: '+44 7700 900321' } })
    const found = matches(two.id)
    expect(new Map(found.map(row => [row.personId, row.reasons]))).toEqual(
      new Map([
        [alias.id, ['name']],
        [birthday.id, ['born']],
        [unnamed.id, ['identifier']],
      ]),
    )
    expect(JSON.stringify(found)).not.toContain('900321')
  })

  test('professionals, single names, people entered in error and others of the same case are left alone', () => {
    const one = openCase(store, 'Robin Sample')
    const two = openCase(store, 'Ash Mockton')
    for (const { id } of [one, two]) {
      add(id, somebody('DC Pat Mock', { role: 'professional' }))
      add(id, somebody('Neighbour', { role: 'witness' }))
    }
    const twice = add(one.id, somebody('Jo Placeholder'))
    add(one.id, somebody('Jo Placeholder', { role: 'witness' }))
    expect(matches(one.id)).toEqual([])
    add(two.id, somebody('Jo Placeholder'))
    expect(matches(one.id)).toHaveLength(2)
    store.call('people.withdraw', { id: twice.id, revision: 1, reason: 'added twice' })
    expect(matches(one.id)).toHaveLength(1)
  })

  test('keeps who decided, whichever side it was said from, and can be decided again', () => {
    const one = openCase(store, 'Robin Sample')
    const two = openCase(store, 'Ash Mockton')
    const here = add(one.id, somebody('Jo Placeholder'))
    const there = add(two.id, somebody('Jo Placeholder'))
    decide(here.id, there.id, { same: false, reason: 'A different year of birth' })
    expect(matches(two.id)).toMatchObject([{ decision: { same: false, reason: 'A different year of birth' } }])
    decide(there.id, here.id, { same: true })
    expect(matches(one.id)).toMatchObject([
      { decision: { same: true, reason: null, by: store.session.open?.actor.id } },
    ])
    const page = { limit: 1, after: null }
    expect(store.call('history.forCase', { caseId: two.id, page }).rows[0]?.action).toBe('person-match.linked')
  })

  test('who were said to be one stay linked when their names part', () => {
    const one = openCase(store, 'Robin Sample')
    const two = openCase(store, 'Ash Mockton')
    const here = add(one.id, somebody('Jo Placeholder'))
    const there = add(two.id, somebody('Jo Placeholder'))
    decide(here.id, there.id, { same: true })
    store.call('people.update', { id: here.id, revision: 1, person: somebody('Jo Newname') })
    expect(matches(one.id)).toMatchObject([{ reasons: [], decision: { same: true } }])
  })

  test('two of one case are not linked', async () => {
    const one = openCase(store, 'Robin Sample')
    const here = add(one.id, somebody('Jo Placeholder'))
    expect(await refusal(() => decide(here.id, one.clientId, { same: true }))).toMatchObject({
      details: { rule: 'two-cases-needed' },
    })
  })

  test('a name is known before a case is opened under it', () => {
    const one = openCase(store, 'Robin Sample')
    const asked = (name: string, exceptCaseId: CaseId | null = null) =>
      store.call('people.namesakes', { name, exceptCaseId }).rows.map(row => row.personId)
    expect(asked(' robin  SAMPLE ')).toEqual([one.clientId])
    expect(asked('robin sample', one.id)).toEqual([])
    expect(asked('Robin')).toEqual([])
    expect(asked('" OR 1=1 --')).toEqual([])
  })
})

describe('a person entered in error', () => {
  test('counts again when the mark is taken back, and every state is kept', () => {
    const { id: caseId } = openCase(store, 'Robin Sample')
    const { id } = add(caseId, somebody('Jo Placeholder'))
    store.call('people.withdraw', { id, revision: 1, reason: 'added twice' })
    expect(store.call('people.withdraw', { id, revision: 1, reason: 'again' })).toMatchObject({ outcome: 'conflict' })
    const back = store.call('people.withdraw', { id, revision: 2, reason: null })
    expect(back).toMatchObject({ outcome: 'saved', record: { withdrawnReason: null, revision: 3 } })
    const versions = store.call('people.versions', { id }).rows
    expect(versions.map(({ revision, person }) => [revision, person.withdrawnReason])).toEqual([
      [3, null],
      [2, 'added twice'],
      [1, null],
    ])
  })
})
