import type { ListedHearing } from '../../../shared/features/hearings.ts'
import type { DueReminder } from '../../../shared/features/orders.ts'
import type { DueTask } from '../../../shared/features/tasks.ts'
import type { OverduePromise, UnfinishedCapture, UnsafeCase } from '../../../shared/features/today.ts'
import { listedFor } from '../../support/hearings.ts'
import { at, caseId, colleague, day, eventId, me } from './casework-data.ts'
import type { Handlers } from './fake-bridge.ts'
import { aTask } from './fake-court.ts'

export type TodayWork = {
  listed: ListedHearing[]
  due: DueTask[]
  promises: OverduePromise[]
  unsafe: UnsafeCase[]
  reminders: DueReminder[]
  captures: UnfinishedCapture[]
}

const names = ['Alex Archer', 'Bea Birchall', 'Carmen Coverdale', 'Dana Dunmore']
const ofCase = (n: number, ownerId = me) => ({
  ...{ caseId: caseId(n), reference: `WM-${String(2300 + n)}`, clientName: names[n - 1] ?? 'Kit Example', ownerId },
})

export const nothingToday = (): TodayWork => ({
  ...{ listed: [], due: [], promises: [], unsafe: [], reminders: [], captures: [] },
})

const aHearing = (n: number, on: string, time: string | null): ListedHearing => ({
  ...{
    id: eventId(7_000 + n),
    ...ofCase(n),
    when: listedFor(on, time),
    kind: 'H-CC-TRIAL',
    court: 'Exampleton Crown Court',
  },
  ...{ room: 'Court 3', listingNote: 'Not before 10:30', mode: 'in-person', clientRequired: 'yes', conclusion: null },
  specialMeasures: [
    { id: 'SM-SCREEN', state: 'granted' },
    { id: 'PA-ENTRANCE', state: 'requested' },
  ],
  openTasks: 3,
})

/** A morning with something of everything, one case of it a colleague's. */
export const aMorning = (): TodayWork => ({
  listed: [
    aHearing(1, '2026-11-24', '10:00'),
    aHearing(2, '2026-11-27', null),
    aHearing(3, '2026-11-19', '14:00'),
    { ...aHearing(4, '2026-11-18', '10:00'), conclusion: 'concluded' },
  ],
  due: [
    { ...aTask(1, { title: 'Ask the officer for the crime reference', dueOn: day('2026-11-20') }), ...ofCase(1) },
    { ...aTask(2, { title: 'Send the safety plan to the school', dueOn: day('2026-11-24') }), ...ofCase(2) },
    {
      ...aTask(3, { title: 'Ring the housing officer', dueOn: day('2026-11-24'), caseId: caseId(3) }),
      ...ofCase(3, colleague),
    },
  ],
  promises: [
    {
      ...{ id: eventId(7_101), ...ofCase(2), promised: 'Collect the phone for examination' },
      ...{ promisedBy: day('2026-11-12'), officer: 'PC Sample' },
    },
  ],
  unsafe: [
    {
      ...{ ...ofCase(1), riskLevel: 'high', more: 0 },
      reasons: [
        {
          ...{ why: 'order', grade: 'now', orderId: eventId(7_201), kind: 'ORD-NMO', gap: 'unserved' },
          lastDay: day('2027-11-03'),
        },
        { why: 'happened-since', grade: 'now', assessmentId: eventId(7_202), incidents: 2, breaches: 1 },
        { why: 'no-next-action', grade: 'soon' },
      ],
    },
    {
      ...{ ...ofCase(4), riskLevel: null, more: 0 },
      reasons: [
        { why: 'safe-contact', grade: 'soon', state: 'incident-since' },
        { why: 'not-assessed', grade: 'soon' },
        { why: 'police-silence', grade: 'check', reportId: eventId(7_203), days: 54, exact: true },
      ],
    },
  ],
  reminders: [
    {
      ...{ orderId: eventId(7_301), on: day('2026-11-30'), what: 'return-date', amount: 0, kind: 'ORD-NMO' },
      ...{ caseId: caseId(2), clientName: 'Bea Birchall', reference: 'WM-2302' },
    },
  ],
  captures: [
    {
      id: eventId(7_401),
      ...ofCase(3),
      when: listedFor('2026-11-21', null),
      capturedAt: at('2026-11-21T18:00:00.000Z'),
    },
  ],
})

type Asked = { ownerId: string | null; page: { limit: number; after: { at: string } | null } }
const pageOf = <Row extends { ownerId?: string }>(rows: readonly Row[], { ownerId, page }: Asked) => {
  const wanted = rows.filter(row => ownerId === null || row.ownerId === ownerId)
  const start = Number(page.after?.at ?? 0)
  const end = start + page.limit
  return {
    rows: wanted.slice(start, end),
    total: wanted.length,
    next: end < wanted.length ? { at: String(end), id: '-' } : null,
  }
}

/** Answers for what the first screen asks, over `work`. */
export const todayHandlers = (work: TodayWork): Handlers => ({
  'vault.backups': () => ({ rows: [], dailyDue: false }),
  'backupPlace.read': () => ({ place: null }),
  'hearings.onDays': ({ from, to, noOutcome, ...asked }) => {
    const on = ({ when }: ListedHearing) => when.from?.slice(0, 10) ?? ''
    return pageOf(
      work.listed.filter(
        hearing => on(hearing) >= from && on(hearing) <= to && !(noOutcome && hearing.conclusion !== null),
      ),
      asked,
    )
  },
  'tasks.listDue': ({ until, ...asked }) =>
    pageOf(
      work.due.filter(({ dueOn }) => dueOn !== null && dueOn <= until),
      asked,
    ),
  'orders.dueSoon': () => ({ rows: work.reminders }),
  'today.overduePromises': asked => pageOf(work.promises, asked),
  'today.unsafe': asked => pageOf(work.unsafe, asked),
  'today.unfinished': ({ page }) => pageOf(work.captures, { ownerId: null, page }),
})
