import { HearingDraft, type HearingOutcome } from '../../shared/features/hearings.ts'
import { london } from '../../shared/kernel/dates.ts'
import { CalendarDay, ClockTime } from '../../shared/kernel/dates.ts'
import type { When } from '../../shared/kernel/event.ts'
import { momentsOf, startOfDay } from '../../shared/kernel/uk-dates.ts'

/** A day in London, with a time or without one. */
export function listedFor(day: string, time: string | null = '10:00'): When {
  const on = CalendarDay.parse(day)
  const [from = startOfDay(on, london)] = time === null ? [] : momentsOf(on, ClockTime.parse(time), london)
  return { from, to: null, precision: time === null ? 'day' : 'minute', zone: london }
}

type Given = Partial<{ [Key in keyof HearingDraft]: unknown }>
/** A hearing as a form would hand it over; fields given replace the usual ones. */
export const aHearing = (given: Given = {}): HearingDraft =>
  HearingDraft.parse({
    when: listedFor('2027-02-03'),
    kind: 'H-CC-TRIAL',
    court: 'Exampleton Crown Court',
    courtAddress: '1 Example Street, Exampleton',
    room: 'Court 3',
    listingNote: 'Not before 10:30',
    caseNumber: '01EX1234526',
    purpose: 'Trial on two charges',
    judge: null,
    mode: 'in-person',
    link: null,
    clientRequired: 'yes',
    whoAttends: 'Client, to give evidence first; the advocate beside her',
    courtToldOn: null,
    specialMeasures: [
      { id: 'SM-SCREEN', state: 'granted', requestedOn: '2026-11-02', decidedOn: '2026-11-16', note: null },
    ],
    interpreter: null,
    arrivalPlan: 'By the side entrance at 9:15',
    bring: 'Witness summons',
    directions: [],
    outcome: null,
    ...given,
  })

export const anOutcome = (given: Partial<HearingOutcome> = {}): HearingOutcome => ({
  result: 'Adjourned: the defendant was not produced',
  conditions: 'Not to contact the complainant directly or indirectly',
  conclusion: 'concluded',
  awaitingReason: null,
  clientToldOn: CalendarDay.parse('2026-11-24'),
  toldHow: 'By phone in the agreed hours',
  ...given,
})
