import { HearingDraft, type Hearing, type HearingOutcome } from '../../../shared/features/hearings.ts'
import { london, type CalendarDay, type Instant } from '../../../shared/kernel/dates.ts'
import type { When } from '../../../shared/kernel/event.ts'
import { dayOf, daysBetween } from '../../../shared/kernel/uk-dates.ts'
import { tasksForHearing } from '../../../shared/rules/hearing-tasks.ts'
import { hearingHandlers } from '../hearings/hearings.service.ts'
import { taskHandlers } from '../tasks/tasks.service.ts'
import { courtTowns } from './invented.ts'
import { asOf, clock, dayAgo, minute, say, sayOr, someTime, weekday, type InCase } from './telling.ts'

const houses = { MC: 'Magistrates’ Court', CC: 'Crown Court', FC: 'Family Court' } as const
export type House = keyof typeof houses
export const courtName = (within: InCase, house: House): string => `${within.random.pick(courtTowns)} ${houses[house]}`

export type Listed = {
  kind: string
  court: string
  day: CalendarDay
  time: string
  purpose?: string
  room?: string
  /** Where the special measures stand. */
  screen: 'wanted' | 'requested' | 'granted'
  bring?: string
}
export const hearingOn = (within: InCase, listed: Listed): HearingDraft => {
  const { kind, court, day, time, purpose, room, screen, bring } = listed
  const remote = kind.startsWith('H-FC') && within.random.chance(0.25)
  return HearingDraft.parse({
    ...{ when: minute(clock(day, time)), kind, court, courtAddress: null, room: room ?? null, listingNote: null },
    ...{ caseNumber: null, purpose: purpose ?? null, judge: null, mode: remote ? 'remote' : 'in-person', link: null },
    clientRequired: kind.includes('TRIAL') || kind.startsWith('H-FC') ? 'yes' : 'no',
    ...{ whoAttends: say(within, 'The advocate; {she} if {she} wants to'), courtToldOn: null },
    specialMeasures: [{ id: 'SM-SCREEN', state: screen, requestedOn: null, decidedOn: null, note: null }],
    interpreter: null,
    arrivalPlan: remote ? null : 'By the side entrance, half an hour early; wait in the witness suite',
    ...{ bring: bring ?? null, directions: [], outcome: null },
  })
}

/** Every task of a hearing: for one that is past, since what was to be done has been. */
export const everyTask = (kind: string, day: CalendarDay): string[] =>
  tasksForHearing(kind, day, day).map(({ id }) => id)

/** What is no longer to be done when a hearing is written down so late, and what nobody does for a small one. */
export function tasksLeftOut(
  within: InCase,
  kind: string,
  { day, share }: { day: CalendarDay; share: number },
): string[] {
  const left = daysBetween(within.today, day)
  return tasksForHearing(kind, day, within.today)
    .filter(({ offset }) => (-offset.days > left && within.random.chance(0.9)) || within.random.chance(share))
    .map(({ id }) => id)
}

/** `skipTasks`: what is not to be prepared. */
export type Listing = { hearing: HearingDraft; skipTasks: string[] }
/** Lists a hearing, as the court gave the date at a moment. */
export const tellHearing = (within: InCase, listing: Listing, given: Instant): Hearing =>
  hearingHandlers['hearings.record'](asOf(within, given), { caseId: within.caseId, ...listing, followsId: null })

type Ended = {
  result: string
  next: Listing | null
  plea?: boolean
  conditions?: string
}
/** How a hearing ended, written down that evening. Answers the one that follows, if any. */
export function tellOutcome(
  within: InCase,
  hearing: Hearing,
  { result, next, plea = false, conditions }: Ended,
): Hearing | null {
  const day = dayOfWhen(hearing.when)
  const outcome: HearingOutcome = {
    result: say(within, result),
    conditions: sayOr(within, conditions),
    conclusion: next ? 'next-date' : 'concluded',
    ...{ awaitingReason: null, clientToldOn: day, toldHow: 'By phone, within the agreed hours' },
  }
  const answer = hearingHandlers['hearings.recordOutcome'](asOf(within, clock(day, '17:20')), {
    ...{ id: hearing.id, revision: hearing.revision, outcome, next, plea, clearTasks: true },
  })
  return answer.outcome === 'saved' ? answer.next : null
}
/** The day a hearing is listed for. */
export function dayOfWhen({ from }: When): CalendarDay {
  if (from === null) throw new RangeError('A hearing has its day')
  return dayOf(from, london)
}

/** Another date, as the court told it on a day. */
export function tellMove(
  within: InCase,
  hearing: Hearing,
  { to, reason, told }: { to: Instant; reason: string; told: CalendarDay },
): void {
  const move = { to: minute(to), reason, toldBy: 'Witness care unit', toldOn: told }
  hearingHandlers['hearings.move'](asOf(within, clock(told, '16:10')), {
    id: hearing.id,
    revision: hearing.revision,
    move,
  })
}

export type Todo = { title: string; addedAgo: number; dueAgo: number; doneAgo?: number; note?: string }
/** Something to be done; overdue where its day has passed and nobody has done it. */
export function tellTask(within: InCase, { title, addedAgo, dueAgo, doneAgo, note }: Todo): void {
  const at = (ago: number): Instant => someTime(within.random, dayAgo(within, ago), [9, 18])
  const dueOn = weekday(dayAgo(within, dueAgo), 'later')
  const { id, revision } = taskHandlers['tasks.add'](asOf(within, at(addedAgo)), {
    ...{ caseId: within.caseId, task: { title, dueOn, note: note ?? null } },
  })
  if (doneAgo !== undefined) taskHandlers['tasks.complete'](asOf(within, at(doneAgo)), { id, revision })
}
