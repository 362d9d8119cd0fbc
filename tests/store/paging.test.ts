import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CaseloadSort, CaseStatus, everyOpenCase } from '../../shared/features/cases.ts'
import type { Cursor, PageOf } from '../../shared/kernel/event.ts'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { addUser, newVault, openCase, refusal, type TestStore } from '../support/vault.ts'

let store: TestStore
let cases: CaseId[]
beforeAll(async () => {
  store = await newVault()
  const sam = await addUser(store, { name: 'Sam Example', role: 'advocate' }, 'a second passphrase')
  const names = [
    'Ann',
    'ann',
    'Ánn',
    'Żaneta',
    'zoe',
    '김'.repeat(160),
    `${'김'.repeat(159)}박`,
    '\u{1F600}',
    'O’Neill',
    '  B  ',
  ]
  cases = Array.from({ length: 60 }, (_, index) => {
    const opened = store.call('cases.open', {
      clientName: names[index % names.length] ?? '',
      reference: index % 3 === 0 ? `R${String(index % 7)}-${String(index)}` : null,
      status: CaseStatus.exclude(['closed']).options[index % 5] ?? 'referred',
      ownerId: index % 2 === 0 ? sam.id : null,
      openedOn: `2026-0${String(1 + (index % 4))}-01` as never,
    })
    for (let count = 0; count < index % 4; count += 1)
      store.call('policeContacts.record', { caseId: opened.id, contact: contactOn(count) })
    return opened.id
  })
})
afterAll(() => store.close())
const contactOn = (day: number) =>
  aPoliceContact({
    when: { from: `2026-10-0${String(1 + day)}T00:00:00.000Z`, to: null, precision: 'day', zone: 'Europe/London' },
  })

/** All ids, page by page. Fails on a page that is too long, or empty without being the only one. */
function walk(
  limit: number,
  read: (page: { limit: number; after: Cursor | null }) => PageOf<{ id: string }>,
): string[] {
  const seen: string[] = []
  let after: Cursor | null = null
  for (let pages = 0; ; pages += 1) {
    const answer = read({ limit, after })
    seen.push(...answer.rows.map(row => row.id))
    if (pages > 200) throw new Error('no end of pages')
    if (answer.next) expect(answer.rows).toHaveLength(limit)
    else expect(answer.rows.length > 0 || pages === 0).toBe(true)
    after = answer.next
    if (!after) {
      expect(answer.total).toBe(seen.length)
      return seen
    }
  }
}

describe('pages of any length join to the same list', () => {
  const today = '2026-11-24' as never
  test('the caseload, under every order and both ways, ties and long names included', () => {
    for (const sort of CaseloadSort.options)
      for (const descending of [false, true])
        fc.assert(
          fc.property(fc.integer({ min: 1, max: 61 }), fc.constantFrom('', 'a', 'ann'), (limit, text) => {
            const read = (page: { limit: number; after: Cursor | null }) =>
              store.call('cases.list', { filter: { ...everyOpenCase, text, sort, descending }, today, page })
            const whole = read({ limit: 200, after: null }).rows.map(row => row.id as string)
            expect(walk(limit, read)).toEqual(whole)
            expect(new Set(whole).size).toBe(whole.length)
          }),
          {
            numRuns: 8,
            examples: [
              [1, ''],
              [60, ''],
            ],
          },
        )
  })

  test('both ways are each other’s mirror', () => {
    for (const sort of CaseloadSort.options) {
      const [up, down] = [false, true].map(descending =>
        store
          .call('cases.list', {
            filter: { ...everyOpenCase, sort, descending },
            today,
            page: { limit: 200, after: null },
          })
          .rows.map(row => row.id),
      )
      expect(up).toEqual(down?.reverse())
    }
  })

  test('timeline, contacts and history of a case', () => {
    const caseId = cases[0]
    if (!caseId) throw new Error('no case')
    for (let index = 0; index < 23; index += 1)
      store.call('policeContacts.record', { caseId, contact: contactOn(index % 3) })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), limit => {
        const filter = { promises: 'any' as const, withdrawn: false }
        const lists = [
          (page: never) => store.call('events.timeline', { caseId, withdrawn: false, page }),
          (page: never) => store.call('policeContacts.listForCase', { caseId, filter, today, page }),
          (page: never) => {
            const answer = store.call('history.forCase', { caseId, page })
            return { ...answer, rows: answer.rows.map(row => ({ id: String(row.seq) })) }
          },
        ]
        for (const read of lists) expect(walk(limit, read as never)).toEqual(walk(200, read as never))
      }),
      { numRuns: 12, examples: [[23], [1]] },
    )
  })
})

describe('the caseload', () => {
  test('the last contact is the latest that stands', () => {
    const { id: caseId } = openCase(store)
    const { id } = store.call('policeContacts.record', { caseId, contact: contactOn(5) })
    store.call('policeContacts.record', { caseId, contact: contactOn(2) })
    expect(store.call('cases.find', { id: caseId }).lastPoliceContactAt).toBe('2026-10-06T00:00:00.000Z')
    store.call('events.withdraw', { id, revision: 1, reason: 'Wrong case' })
    expect(store.call('cases.find', { id: caseId }).lastPoliceContactAt).toBe('2026-10-03T00:00:00.000Z')
    const unknown = { from: null, to: null, precision: 'unknown', zone: 'Europe/London' }
    const other = openCase(store)
    store.call('policeContacts.record', { caseId: other.id, contact: aPoliceContact({ when: unknown }) })
    expect(store.call('cases.find', { id: other.id }).lastPoliceContactAt).toBeNull()
  })

  test('an odd reference that somebody typed never stops the counting', async () => {
    const open = (reference: string | null) =>
      store.call('cases.open', {
        clientName: 'A',
        reference,
        status: 'referred',
        ownerId: null,
        openedOn: '2026-02-01' as never,
      })
    const before = Number(open(null).reference.slice(5))
    for (const odd of [
      '2026-99999999999999999999',
      '2026-9999999',
      '2026-0001x',
      `2026-${String(before + 1).padStart(4, '0')}`,
      '2026-999999',
      '2026-1000000',
    ])
      open(odd)
    expect(open(null).reference).toBe('2026-1000001')
    expect(open(null).reference).toBe('2026-1000002')
    expect(await refusal(() => open('2026-1000002'))).toMatchObject({
      details: { field: 'reference', rule: 'reference-taken' },
    })
  })
})

describe('two people who write the same record at once', () => {
  test('never lose an edit silently: who saved last has seen what was there, and every text is in the versions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(0, 1), fc.constantFrom('read', 'save')), { minLength: 4, maxLength: 40 }),
        steps => {
          const caseId = cases[1] as CaseId
          const { id } = store.call('policeContacts.record', { caseId, contact: aPoliceContact({ said: 'start' }) })
          const read = [1, 1]
          const saved = ['start']
          let revision = 1
          for (const [index, [who, what]] of steps.entries()) {
            if (what === 'read') {
              read[who] = store.call('policeContacts.find', { id }).revision
              continue
            }
            const said = `by ${String(who)} at step ${String(index)}`
            const answer = store.call('policeContacts.update', {
              id,
              revision: read[who] ?? 0,
              contact: aPoliceContact({ said }),
            })
            if (read[who] === revision) {
              expect(answer).toMatchObject({ outcome: 'saved', record: { said, revision: revision + 1 } })
              revision += 1
              read[who] = revision
              saved.push(said)
            } else
              expect(answer).toMatchObject({
                outcome: 'conflict',
                current: { said: saved.at(-1), revision },
                yours: { said },
              })
          }
          const { rows } = store.call('events.versions', { id })
          expect(rows.map(row => row.values['said']).reverse()).toEqual(saved)
        },
      ),
      { numRuns: 40 },
    )
  })
})
