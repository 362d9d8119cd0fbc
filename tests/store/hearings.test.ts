import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Hearing, HearingDraft } from '../../shared/features/hearings.ts'
import type { Cursor, PageOf } from '../../shared/kernel/event.ts'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { CalendarDay, Instant } from '../../shared/kernel/dates.ts'
import { hearingState } from '../../shared/wording/hearings.ts'
import { aHearing, anOutcome, listedFor } from '../support/hearings.ts'
import { addUser, newVault, openCase, refusal, reopened, type TestStore } from '../support/vault.ts'

const day = (text: string) => CalendarDay.parse(text)
const today = day('2026-11-24')
const page = { limit: 50, after: null }

describe('hearings', () => {
  let store: TestStore & { folder: string }
  let caseId: CaseId
  beforeEach(async () => {
    store = await newVault()
    caseId = openCase(store).id
  })
  afterEach(() => store.close())

  const record = (hearing: HearingDraft = aHearing(), more: { followsId?: Hearing['id']; caseId?: CaseId } = {}) =>
    store.call('hearings.record', { caseId, skipTasks: [], followsId: null, ...more, hearing })
  const tasksOf = (hearingId: Hearing['id'], show: 'open' | 'done' | 'withdrawn' | 'standing' = 'open') =>
    store.call('tasks.listForCase', { caseId, filter: { show, hearingId }, page }).rows
  const dueOf = (hearingId: Hearing['id']) =>
    Object.fromEntries(
      tasksOf(hearingId, 'standing').map(({ origin, dueOn }) => [origin?.ruleId ?? '', dueOn] as const),
    )
  const list = (show: 'all' | 'coming' | 'past' | 'awaiting', withdrawn = false) =>
    store.call('hearings.listForCase', { caseId, filter: { show, withdrawn }, today, page })
  const move = (hearing: Hearing, to: string, revision = hearing.revision) =>
    store.call('hearings.move', {
      id: hearing.id,
      revision,
      move: { to: listedFor(to), reason: `No judge before ${to}`, toldBy: 'Listing office', toldOn: today },
    })
  const moved = (hearing: Hearing, to: string): Hearing => {
    const answer = move(hearing, to)
    if (answer.outcome !== 'saved') throw new Error('Not moved')
    return answer.record
  }

  test('what was recorded is there after a lock and an unlock, and search finds its words but not its link', async () => {
    const hearing = record(aHearing({ mode: 'remote', link: 'https://video.example/secretroom', purpose: 'Zqpurpose' }))
    store = await reopened(store)
    expect(store.call('hearings.find', { id: hearing.id })).toEqual(hearing)
    const found = (text: string) => store.call('search.events', { text, page }).rows.map(({ title }) => title)
    expect(found('zqpurpose')).toEqual(['Trial, Exampleton Crown Court'])
    expect(found('secretroom')).toEqual([])
    expect(found('side entrance')).toEqual([])
  })

  test('the tasks of its court come with it, all but those that are not wanted', () => {
    const { id } = store.call('hearings.record', {
      ...{ caseId, hearing: aHearing(), followsId: null },
      skipTasks: ['HT-VISIT', 'HT-NONE-SUCH'],
    })
    const due = dueOf(id)
    expect(due).toMatchObject({
      ...{ 'HT-WISHES': '2027-01-06', 'HT-RISK': '2027-01-27', 'HT-CALL': '2027-02-02' },
      ...{ 'HT-OUTCOME': '2027-02-03', 'HT-AFTER': '2027-02-04', 'HT-CHASE-CRIMINAL': '2027-01-06' },
    })
    expect(due).not.toHaveProperty('HT-VISIT')
    expect(due).not.toHaveProperty('HT-BUNDLE-FILE')
  })

  test('a move keeps each date it had, and takes the open tasks along but not what is done or set by hand', () => {
    const first = record()
    const [done, byHand] = ['HT-WISHES', 'HT-RISK'].map(rule =>
      tasksOf(first.id).find(({ origin }) => origin?.ruleId === rule),
    )
    if (!done || !byHand) throw new Error('Tasks missing')
    store.call('tasks.complete', { id: done.id, revision: done.revision })
    const task = { title: byHand.title, note: byHand.note, dueOn: day('2027-01-20') }
    store.call('tasks.update', { id: byHand.id, revision: byHand.revision, task })
    const second = moved(first, '2027-03-10')
    const third = moved(second, '2027-04-14')
    expect(third.moves.map(({ from, to, reason }) => [from.from, to.from, reason])).toEqual([
      [first.when.from, second.when.from, 'No judge before 2027-03-10'],
      [second.when.from, third.when.from, 'No judge before 2027-04-14'],
    ])
    expect(third.when.from).toBe('2027-04-14T09:00:00.000Z')
    expect(dueOf(first.id)).toMatchObject({
      ...{ 'HT-WISHES': '2027-01-06', 'HT-RISK': '2027-01-20' },
      ...{ 'HT-CALL': '2027-04-13', 'HT-AFTER': '2027-04-15' },
    })
    expect(tasksOf(first.id).find(({ id }) => id === byHand.id)?.origin?.dueByHand).toBe(true)
    const actions = store.call('history.forCase', { caseId, page: { limit: 200, after: null } }).rows
    expect(actions.filter(({ action }) => action === 'hearing.moved')).toHaveLength(2)
  })

  test('two people move it in the same minute: the second gets both dates back and nothing is lost', () => {
    const hearing = record()
    const theirs = moved(hearing, '2027-03-10')
    const answer = move(hearing, '2027-04-14')
    expect(answer).toMatchObject({
      outcome: 'conflict',
      current: { revision: theirs.revision, when: listedFor('2027-03-10') },
      yours: { to: listedFor('2027-04-14'), reason: 'No judge before 2027-04-14' },
    })
    expect(store.call('hearings.find', { id: hearing.id })).toEqual(theirs)
    expect(moved(theirs, '2027-04-14').moves).toHaveLength(2)
  })

  test('an outcome with a next date makes the next hearing in the same go, or neither', async () => {
    const hearing = record(aHearing({ when: listedFor('2026-11-24') }))
    const outcome = anOutcome({ conclusion: 'next-date' })
    const later = aHearing({ when: listedFor('2026-12-15'), kind: 'H-CC-SENT' })
    const ask = (next: HearingDraft | null, given = outcome) => ({
      ...{ id: hearing.id, revision: hearing.revision, outcome: given, plea: false, clearTasks: true },
      next: next && { hearing: next, skipTasks: [] },
    })
    const refused = (input: ReturnType<typeof ask>) => refusal(() => store.call('hearings.recordOutcome', input))
    expect(await refused(ask(null))).toMatchObject({ details: { rule: 'next-hearing-needed' } })
    expect(await refused(ask(later, anOutcome()))).toMatchObject({ details: { rule: 'next-hearing-needed' } })
    const unknown = aHearing({ kind: 'H-NO-SUCH' })
    expect(await refused(ask(unknown))).toMatchObject({ details: { rule: 'no-such-hearing-kind' } })
    expect(await refused(ask(aHearing({ when: listedFor('2026-11-23') })))).toMatchObject({
      details: { field: 'next', rule: 'next-before-this' },
    })
    expect(store.call('hearings.find', { id: hearing.id }).outcome).toBeNull()
    expect(list('all').total).toBe(1)

    const answer = store.call('hearings.recordOutcome', ask(later))
    if (answer.outcome !== 'saved' || !answer.next) throw new Error('Not saved')
    expect(answer.record).toMatchObject({ outcome, next: { id: answer.next.id, when: later.when } })
    expect(answer.next).toMatchObject({ followsId: hearing.id, outcome: null })
    expect(dueOf(answer.next.id)).toMatchObject({ 'HT-CALL': '2026-12-14' })
    expect(tasksOf(hearing.id).map(({ origin }) => origin?.ruleId)).toEqual(['HT-OUTCOME', 'HT-AFTER'])
    expect(tasksOf(hearing.id, 'withdrawn')[0]?.withdrawnReason).toBe('The hearing has taken place')
  })

  test('an outcome on an old revision answers with both; a second outcome is refused', async () => {
    const hearing = record(aHearing({ when: listedFor('2026-11-20') }))
    const input = { id: hearing.id, outcome: anOutcome(), next: null, plea: false, clearTasks: false }
    expect(store.call('hearings.recordOutcome', { ...input, revision: 1 }).outcome).toBe('saved')
    expect(store.call('hearings.recordOutcome', { ...input, revision: 1 })).toMatchObject({
      outcome: 'conflict',
      current: { revision: 2 },
      yours: anOutcome(),
    })
    const again = await refusal(() => store.call('hearings.recordOutcome', { ...input, revision: 2 }))
    expect(again.details).toEqual({ field: 'outcome', rule: 'outcome-recorded' })
    const onward = await refusal(() => moved(store.call('hearings.find', { id: hearing.id }), '2027-03-10'))
    expect(onward.details).toEqual({ field: 'to', rule: 'outcome-recorded' })
  })

  test('a hearing that waits for a date gets its next one when the court names it', async () => {
    const first = record(aHearing({ when: listedFor('2026-11-20') }))
    const waits = anOutcome({ conclusion: 'awaiting-date', awaitingReason: 'Listing office will write' })
    store.call('hearings.recordOutcome', {
      ...{ id: first.id, revision: 1, outcome: waits, next: null, plea: false, clearTasks: false },
    })
    expect(hearingState(store.call('hearings.find', { id: first.id }), today)).toBe('awaiting-date')
    const next = record(aHearing(), { followsId: first.id })
    expect(store.call('hearings.find', { id: first.id }).next?.id).toBe(next.id)
    expect(hearingState(store.call('hearings.find', { id: first.id }), today)).toBe('next-date')
    expect((await refusal(() => record(aHearing(), { followsId: first.id }))).details).toEqual({
      field: 'followsId',
      rule: 'not-waiting-for-date',
    })
    const elsewhere = openCase(store, 'Sam Sample').id
    expect((await refusal(() => record(aHearing(), { followsId: first.id, caseId: elsewhere }))).code).toBe(
      'invalid-input',
    )
  })

  test('a not-guilty plea makes the task of its clock, where a plea is entered at all', async () => {
    const hearing = record(aHearing({ kind: 'H-CC-PTPH', when: listedFor('2026-11-24') }))
    const input = { outcome: anOutcome(), next: null, plea: true, clearTasks: false }
    store.call('hearings.recordOutcome', { id: hearing.id, revision: 1, ...input })
    expect(dueOf(hearing.id)['SM-APPLY-CC']).toBe('2026-12-08')
    const trial = record(aHearing({ when: listedFor('2026-11-20') }))
    const refused = await refusal(() => store.call('hearings.recordOutcome', { id: trial.id, revision: 1, ...input }))
    expect(refused.details).toEqual({ field: 'plea', rule: 'no-plea-here' })
  })

  test('what is to come stands first and soonest, then what is past, latest first; a past one without outcome waits', () => {
    for (const on of ['2027-02-03', '2026-11-20', '2026-11-24', '2026-12-01', '2026-11-10'])
      record(aHearing({ when: listedFor(on) }))
    const days = (rows: Hearing[]) => rows.map(({ when }) => when.from?.slice(0, 10))
    const expected = ['2026-11-24', '2026-12-01', '2027-02-03', '2026-11-20', '2026-11-10']
    expect(days(list('all').rows)).toEqual(expected)
    expect(days(list('awaiting').rows)).toEqual(['2026-11-20', '2026-11-10'])
    expect(days(list('coming').rows)).toEqual(expected.slice(0, 3))
    expect(list('past').total).toBe(2)
    const next = store.call('hearings.nextForCase', { caseId, today })
    expect([next.next?.when.from, next.awaiting]).toEqual(['2026-11-24T10:00:00.000Z', 2])
    const seen: Hearing[] = []
    let after: Cursor | null = null
    do {
      const wanted = { caseId, filter: { show: 'all' as const, withdrawn: false }, today, page: { limit: 2, after } }
      const answer: PageOf<Hearing> = store.call('hearings.listForCase', wanted)
      seen.push(...answer.rows)
      after = answer.next
    } while (after)
    expect(days(seen)).toEqual(expected)
  })

  test('another hearing on the day is named by reference and time, never by client', async () => {
    const mine = record(aHearing({ when: listedFor('2027-02-03', '14:00') }))
    const other = openCase(store, 'Sam Sample')
    const theirs = record(aHearing({ when: listedFor('2027-02-03', null) }), { caseId: other.id })
    const clashes = (of: CaseId, exceptId: Hearing['id'] | null = null) =>
      store.call('hearings.clashes', { caseId: of, day: day('2027-02-03'), exceptId }).clashes
    expect(clashes(caseId, mine.id)).toMatchObject([{ id: theirs.id, reference: other.reference, why: 'same-owner' }])
    expect(clashes(caseId).map(({ why }) => why)).toEqual(['same-owner', 'same-case'])
    expect(JSON.stringify(clashes(caseId))).not.toContain('Sam Sample')
    const colleague = await addUser(store, { name: 'Jo Sample', role: 'advocate' }, 'quite another passphrase')
    const { id, reference, openedOn } = other
    const draft = { reference, openedOn, status: 'supporting' as const, closedOn: null, closingReason: null }
    store.call('cases.update', { id, revision: 1, case: { ...draft, ownerId: colleague.id } })
    expect(clashes(caseId, mine.id)).toEqual([])
    store.call('events.withdraw', { id: mine.id, revision: 1, reason: 'Wrong case' })
    expect(clashes(caseId)).toEqual([])
  })

  test('all cases by day, by owner, in pages', () => {
    const other = openCase(store, 'Sam Sample')
    record(aHearing({ when: listedFor('2026-12-01', '09:30') }))
    record(aHearing({ when: listedFor('2026-12-01', null) }), { caseId: other.id })
    record(aHearing({ when: listedFor('2026-12-02') }))
    const wanted = { from: day('2026-12-01'), to: day('2026-12-01'), noOutcome: false, ownerId: null }
    const first = store.call('hearings.onDays', { ...wanted, page: { limit: 1, after: null } })
    const second = store.call('hearings.onDays', { ...wanted, page: { limit: 1, after: first.next } })
    expect([first.total, first.rows[0]?.clientName, second.rows[0]?.clientName]).toEqual([
      2,
      'Sam Sample',
      'Alex Example',
    ])
    expect(second.next).toBeNull()
    expect(second.rows[0]?.openTasks).toBeGreaterThan(5)
    const nobody = '01900000-0000-7000-8000-000000000001' as never
    expect(store.call('hearings.onDays', { ...wanted, ownerId: nobody, page }).total).toBe(0)
    expect(() => store.call('hearings.onDays', { ...wanted, to: day('2026-11-01'), page })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    )
  })

  test('past hearings of open cases that nobody recorded an outcome of', () => {
    const forgotten = record(aHearing({ when: listedFor('2026-11-19') }))
    const told = record(aHearing({ when: listedFor('2026-11-20') }))
    const outcome = { outcome: anOutcome(), next: null, plea: false, clearTasks: false }
    store.call('hearings.recordOutcome', { id: told.id, revision: 1, ...outcome })
    const wanted = { from: day('2026-11-01'), to: day('2026-11-23'), noOutcome: true, ownerId: null, page }
    expect(store.call('hearings.onDays', wanted).rows.map(({ id }) => id)).toEqual([forgotten.id])
    expect(store.call('hearings.onDays', { ...wanted, noOutcome: false }).total).toBe(2)
  })

  test('the day sheet has the court and the tasks, but no client, no link, no number and no postcode', () => {
    const arrivalPlan = 'Side door at 9:15. Ring 07700 900123 or +44 (0)7700 900 456; the flat is AB1 2CD'
    record(aHearing({ mode: 'hybrid', link: 'https://video.example/secretroom', arrivalPlan, room: 'Court 12' }))
    record(aHearing({ when: listedFor('2027-02-04') }))
    const sheet = store.call('hearings.daySheet', { caseId, day: day('2027-02-03') })
    expect(sheet.hearings).toHaveLength(1)
    expect(sheet.hearings[0]).toMatchObject({
      ...{ room: 'Court 12', caseNumber: '01EX1234526', courtAddress: '1 Example Street, Exampleton' },
      arrivalPlan: 'Side door at 9:15. Ring (left out) or (left out); the flat is (left out)',
    })
    expect(sheet.leftOut).toBe(true)
    expect(sheet.openTasks).toContain('Print the day sheet and pack what is needed')
    for (const secret of ['secretroom', '900123', 'AB1 2CD', 'Alex Example'])
      expect(JSON.stringify(sheet)).not.toContain(secret)
  })

  test('the two 01:30s of a clock-change night are two moments of one day', () => {
    const at = (from: string) => ({ from: Instant.parse(from), to: null, precision: 'minute', zone: 'Europe/London' })
    const summer = record(aHearing({ when: at('2026-10-25T00:30:00.000Z') }))
    const winter = record(aHearing({ when: at('2026-10-25T01:30:00.000Z') }))
    const wanted = { from: day('2026-10-25'), to: day('2026-10-25'), noOutcome: false, ownerId: null, page }
    expect(store.call('hearings.onDays', wanted).rows.map(({ id }) => id)).toEqual([summer.id, winter.id])
    const { clashes } = store.call('hearings.clashes', { caseId, day: day('2026-10-25'), exceptId: summer.id })
    expect(clashes.map(({ id }) => id)).toEqual([winter.id])
    expect(moved(winter, '2026-10-26').moves[0]?.from).toEqual(winter.when)
  })

  test('a hearing entered in error takes its open tasks along, and brings them back', () => {
    const { id } = record()
    expect(tasksOf(id).length).toBeGreaterThan(5)
    store.call('events.withdraw', { id, revision: 1, reason: 'Wrong case' })
    expect(tasksOf(id)).toEqual([])
    expect(store.call('tasks.nextForCase', { caseId })).toEqual({ next: null, open: 0 })
    expect(list('all').total).toBe(0)
    expect(list('all', true).rows[0]?.withdrawnReason).toBe('Wrong case')
    store.call('events.reinstate', { id, revision: 2 })
    expect(tasksOf(id).length).toBeGreaterThan(5)
  })

  test('a correction of the date takes the tasks along; an unclear date and a closed case are refused', async () => {
    const hearing = record()
    const corrected = aHearing({ when: listedFor('2027-03-03') })
    store.call('hearings.update', { id: hearing.id, revision: 1, hearing: corrected })
    expect(dueOf(hearing.id)['HT-CALL']).toBe('2027-03-02')
    expect(store.call('hearings.find', { id: hearing.id }).moves).toEqual([])
    const about = { ...corrected, when: { ...corrected.when, precision: 'about' as const } }
    expect((await refusal(() => record(about))).details).toEqual({ field: 'hearing.when', rule: 'hearing-day-needed' })
    const next = aHearing({ outcome: anOutcome({ conclusion: 'next-date' }) })
    expect((await refusal(() => record(next))).details).toEqual({ field: 'outcome', rule: 'next-hearing-needed' })
  })
})
