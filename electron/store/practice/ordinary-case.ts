import type { CaseStatus } from '../../../shared/features/cases.ts'
import { captures, tasks } from './contact-words.ts'
import { closeCase, openCase, reopenCase } from './open-case.ts'
import { markBreaches, orderPlan, tellIncidentsAndReports, tellOrderAndBreaches } from './ordinary-police.ts'
import { deckOf } from './random.ts'
import { diaryOf, tellAttempt, tellIntake, tellUnsafeCall } from './tell-contacts.ts'
import {
  courtName,
  everyTask,
  hearingOn,
  tasksLeftOut,
  tellHearing,
  tellOutcome,
  tellTask,
  type House,
} from './tell-court.ts'
import { planIncidents, tellCapture, worstOf, type Planned } from './tell-incidents.ts'
import { tellIdentifiers, tellSafeContact } from './tell-people.ts'
import { tellAssessment } from './tell-risk.ts'
import { clock, dayAgo, lastMoment, someTime, weekday, type InCase, type Telling } from './telling.ts'

type Size = {
  status: Exclude<CaseStatus, 'closed'>
  span: number
  incidents: number
  reports: number
  diary: number
  assessments: number
}
/** How long a case has gone on says where it stands and how much there is in it. */
function sizeOf({ random }: Telling, isClosed: boolean): Size {
  const span = isClosed ? random.whole(150, 500) : Math.round(8 + 470 * random.part() ** 2.1)
  const young = span < 25
  const status: Size['status'] = young
    ? random.pick(['referred', 'contacting', 'assessing'])
    : random.pick(['assessing', 'supporting', 'supporting', 'supporting', 'supporting', 'supporting', 'paused'])
  const early = status === 'referred' || status === 'contacting'
  const incidents = random.whole(early ? 1 : 2, Math.min(12, 3 + Math.round(span / 40)))
  return {
    ...{ status, span, incidents },
    reports: Math.min(random.pick([0, 1, 1, 2, 2, 3]), Math.floor(incidents / 2)),
    diary: early ? 0 : random.whole(1, Math.min(5, 1 + Math.round(span / 60))),
    assessments: early ? 0 : span > 150 && random.chance(0.4) ? 2 : 1,
  }
}

/** One invented case, whose it is and what became of it by chance. */
export function tellOrdinaryCase(
  now: Telling,
  { owner, isClosed }: Pick<InCase, 'owner'> & { isClosed: boolean },
): void {
  // A closed case is told as of the day it was closed on: nothing comes after that.
  const telling = isClosed ? { ...now, today: dayAgo(now, now.random.whole(4, 60)) } : now
  const size = sizeOf(telling, isClosed)
  const within = openCase(telling, { owner, status: size.status, span: size.span, relation: null })
  const { random, span } = within
  const phone = random.chance(0.9) ? tellIdentifiers(within) : null
  tellFirstContacts(within, size)
  const planned = planIncidents(within, size.incidents)
  const order = size.status === 'supporting' && span > 36 && random.chance(0.65) ? orderPlan(within) : null
  if (order) markBreaches(within, planned, order)
  const told = tellIncidentsAndReports(within, planned, size.reports)
  if (order) tellOrderAndBreaches(within, order, told)
  tellRisk(within, size, planned)
  const diary = diaryOf(within)
  for (let count = 0; count < size.diary; count += 1) {
    // Most clients were spoken to in the last weeks, some a long time ago.
    const since = count === 0 && random.chance(0.75) ? 16 : span
    diary(random.whole(1, Math.max(Math.min(since, span - 2), 1)))
  }
  const heard = !isClosed && (order || random.chance(0.25)) ? tellHearings(within, order !== null) : null
  if (!isClosed) tellTasks(within)
  if (!isClosed && random.chance(0.12)) tellCapture(within, random.whole(1, 4), random.pick(captures))
  if (phone && size.status !== 'referred') tellSafeContact(within, phone, confirmationOf(within, planned, heard))
  if (isClosed) closeCase(within)
  else if (span > 200 && random.chance(0.1))
    reopenCase(within, { closedAgo: random.whole(90, 140), reopenedAgo: random.whole(20, 80) })
}

function tellFirstContacts(within: InCase, { status, span }: Size): void {
  const { random } = within
  const tries = status === 'contacting' ? random.whole(1, 3) : random.pick([0, 0, 1])
  for (let count = 0; count < tries; count += 1)
    tellAttempt(
      within,
      Math.max(1, span - 1 - count * 2),
      random.pick(['no-answer', 'no-answer', 'wrong-person', 'declined']),
    )
  if (status === 'referred' || status === 'contacting') return
  tellIntake(within, Math.max(1, span - random.whole(2, 7)))
  if (random.chance(0.15)) tellUnsafeCall(within, random.whole(1, Math.max(span - 8, 1)))
}

function tellRisk(within: InCase, { assessments, span }: Size, planned: readonly Planned[]): void {
  const { random, cast } = within
  const worst = worstOf(planned)
  const lastIncident = planned.at(-1)?.ago ?? span
  for (let index = 0; index < assessments; index += 1) {
    const first = index === 0 && (assessments > 1 || random.chance(0.12))
    // Most were asked after the last thing that happened, and in time; a caseload where none is would teach nobody to look.
    const latest = random.chance(0.85)
      ? Math.max(1, Math.min(lastIncident - 1, random.whole(1, 24)))
      : random.whole(1, 55)
    const ago = Math.min(first ? span - random.whole(3, 7) : latest, span - 1)
    const both = {
      ago: Math.max(1, ago),
      open: random.whole(1, 5),
      marac: null,
      clientView: random.pick(clientViews),
      escalation: null,
    }
    if (cast.relation !== 'partner') {
      const judgement = worst > 2 ? random.pick(['medium', 'high'] as const) : 'standard'
      tellAssessment(within, {
        ...both,
        form: 'topics-11',
        yes: random.whole(1, worst + 3),
        judgement,
        reason: random.pick(reasons),
      })
      continue
    }
    const yes = random.whole(2, 7) + worst * 2
    const counted = yes >= 14 ? 'high' : yes >= 10 ? 'medium' : 'standard'
    const marac = counted === 'high' ? random.pick(['referred', 'not-referred'] as const) : null
    tellAssessment(within, { ...both, form: 'topics-24', yes, judgement: counted, reason: null, marac })
  }
}
const clientViews = [
  'Thinks that it will stop when {he} meets somebody else.',
  'Is sure that {he} will come to the house one day.',
  'Is more afraid for {hers} mother than for {herself}.',
  null,
]
const reasons = [
  'The form has no levels. Judged by how often, how close to home, and what {she} has had to change.',
  'No levels on the form. Contact by three ways and at work: a campaign, not a quarrel.',
  'Judged with the supervisor: persistent, and {he} knows {hers} days.',
]

/** Answers the last day in court that is past, so many days ago. */
function tellHearings(within: InCase, hasOrder: boolean): number | null {
  const { random, span } = within
  const house: House = hasOrder ? random.pick(['FC', 'FC', 'MC']) : random.pick(['MC', 'CC'])
  const kinds = {
    FC: ['H-FC-WON', 'H-FC-RETURN'],
    MC: ['H-MC-FIRST', 'H-MC-TRIAL'],
    CC: ['H-CC-PTPH', 'H-CC-TRIAL'],
  } as const
  const [first, second] = kinds[house]
  const court = courtName(within, house)
  const time = random.pick(['09:30', '10:00', '10:30', '14:00'])
  const coming = weekday(dayAgo(within, -random.pick([0, 1, 2, 3, 6, 9, 13, 20, 27, 41, 60])), 'later')
  const next = hearingOn(within, {
    kind: second,
    court,
    day: coming,
    time,
    screen: random.pick(['wanted', 'requested', 'granted']),
  })
  const skipTasks = tasksLeftOut(within, second, { day: coming, share: 0.45 })
  if (span < 60 || random.chance(0.4)) {
    const given = someTime(random, dayAgo(within, random.whole(1, 7)), [10, 16])
    tellHearing(within, { hearing: next, skipTasks }, given)
    return null
  }
  const ago = random.whole(10, Math.min(span - 30, 80))
  const day = weekday(dayAgo(within, ago), 'earlier')
  const past = hearingOn(within, { kind: first, court, day, time, screen: 'granted' })
  const listing = { hearing: past, skipTasks: everyTask(first, day) }
  const listed = tellHearing(within, listing, clock(dayAgo(within, ago + 14), '11:20'))
  tellOutcome(within, listed, { result: random.pick(results[house]), next: { hearing: next, skipTasks } })
  return ago
}
const results = {
  FC: ['Order made without notice, to be heard again with {him} there.', 'Adjourned: {he} had not been served.'],
  MC: [
    'Not guilty. Listed for trial; {she} was told by us, not by the court.',
    'Adjourned for the defence to prepare.',
  ],
  CC: ['Not guilty plea entered. Screens agreed to.', 'Adjourned: the phone report had not come.'],
} as const

function tellTasks(within: InCase): void {
  const { random, span } = within
  const deck = deckOf(random, tasks)
  for (let count = random.pick([0, 1, 1, 2, 3]); count > 0; count -= 1) {
    const addedAgo = random.whole(1, Math.min(span, 30))
    const dueAgo = Math.min(addedAgo, random.whole(-16, 6))
    const done = dueAgo > 0 && random.chance(0.5) ? { doneAgo: dueAgo } : {}
    tellTask(within, { title: deck.deal(), addedAgo, dueAgo, ...done })
  }
}

/** Most plans were gone through after the last thing that happened; some were not, and count for nothing until they are. */
function confirmationOf(within: InCase, planned: readonly Planned[], heardAgo: number | null) {
  const { random, span } = within
  const lastAgo = Math.min(planned.at(-1)?.ago ?? span, heardAgo ?? span)
  if (random.chance(0.85)) {
    const ago = Math.min(lastAgo - 1, random.whole(1, 20))
    return ago < 1 ? lastMoment(within) : clock(dayAgo(within, ago), '23:00')
  }
  return clock(dayAgo(within, random.whole(Math.min(lastAgo + 1, span), span)), '16:30')
}
