import type { Actor } from '../../../shared/features/users.ts'
import type { HearingDraft } from '../../../shared/features/hearings.ts'
import type { Order } from '../../../shared/features/orders.ts'
import type { PoliceReport } from '../../../shared/features/police-reports.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { captures } from './contact-words.ts'
import { crimeReference } from './invented.ts'
import { openCase, reopenCase } from './open-case.ts'
import { deckOf } from './random.ts'
import { richAssessments, richExchanges, richReports, richTasks, type News } from './rich-words.ts'
import { exchanges } from './police-words.ts'
import { diaryOf, tellAttempt, tellIntake, tellUnsafeCall } from './tell-contacts.ts'
import {
  courtName,
  dayOfWhen,
  everyTask,
  hearingOn,
  tellHearing,
  tellMove,
  tellOutcome,
  tellTask,
} from './tell-court.ts'
import { byTime, planIncidents, planPinned, tellCapture, tellIncident, type Planned } from './tell-incidents.ts'
import { tellBreach, tellOrder } from './tell-orders.ts'
import { tellIdentifiers, tellSafeContact } from './tell-people.ts'
import { evening, tellPoliceContact, tellReport, tellReportNews } from './tell-police.ts'
import { tellAssessment } from './tell-risk.ts'
import { clock, dayAgo, say, value, weekday, workdayAgo, type InCase, type Telling } from './telling.ts'

const span = 412
const incidents = { finished: 58, captures: [3, 1] } as const
/** On these days before today a term was broken. */
const breachDays = [71, 44, 23] as const
/** Without notice, again with both there, and the first appearance. */
const courtDays = [96, 82, 55] as const
type Told = { planned: Planned; id: EventId }[]

/**
 * One case that has everything: messages at first, a damaged car filed as a damaged car, a case dropped and taken up again,
 * a charge in the end, an order that is broken three times, and a trial whose date was moved.
 */
export function tellRichCase(telling: Telling, owner: Actor): void {
  const within = openCase(telling, { owner, span, status: 'supporting', relation: 'partner' })
  const phone = tellIdentifiers(within)
  const references = richReports.map(({ ago }) => crimeReference(within.random, dayAgo(within, ago)))
  const planned = planOf(within, references)
  const told = planned.map(one => ({ planned: one, id: tellIncident(within, one) }))
  for (const [index, ago] of incidents.captures.entries()) tellCapture(within, ago, captures[index + 1] ?? '')
  const reports = tellReports(within, told, references)
  const order = tellOrders(within)
  tellBreaches(within, { order, told, report: reports.at(-1) })
  for (const assessed of richAssessments) tellAssessment(within, assessed)
  tellCourt(within)
  tellDiary(within)
  for (const task of richTasks) tellTask(within, task)
  reopenCase(within, { closedAgo: 149, reopenedAgo: 128 })
  // Gone through before the last breach: it counts for nothing until that is done again.
  tellSafeContact(within, phone, clock(dayAgo(within, 26), '14:10'))
}

/** What the reports and breaches are about, so many days ago. */
const pinned = [
  { ago: 391, code: 'CONTACT-SILENT-CALL' },
  { ago: 390, code: 'GIVING-FLOWERS' },
  { ago: 297, code: 'PROPERTY-DAMAGE' },
  { ago: 173, code: 'TECHNOLOGY-TRACKER' },
  { ago: 172, code: 'SURVEILLANCE-LOITER-WORK' },
  { ago: breachDays[0], code: 'CONTACT-TEXT' },
  { ago: breachDays[1], code: 'SURVEILLANCE-DRIVE-BY' },
  { ago: breachDays[2], code: 'THREATS-PROPERTY' },
] as const

/** The incidents. Each of the first three reports takes up the last four before it; a breach is reported on its day. */
function planOf(within: InCase, references: readonly string[]): Planned[] {
  const fixed = pinned.map(({ ago, code }) => planPinned(within, ago, code))
  const all = [...planIncidents(within, incidents.finished - fixed.length), ...fixed].toSorted(byTime)
  for (const [index, ago] of breachDays.entries()) {
    const broken = fixed.find(one => one.ago === ago)
    if (!broken) throw new RangeError('No such breach')
    Object.assign(broken, { at: clock(broken.day, '17:25'), breach: true })
    broken.reportedIn = { on: broken.day, reference: references[index === 2 ? 3 : 2] ?? null }
  }
  for (const [index, { ago }] of richReports.slice(0, 3).entries()) {
    const before = all.filter(one => one.ago > ago && one.reportedIn === null).slice(-4)
    for (const one of before) one.reportedIn = { on: dayAgo(within, ago), reference: references[index] ?? null }
  }
  return all
}

function tellReports(within: InCase, told: Told, references: readonly string[]): PoliceReport[] {
  const deck = deckOf(
    within.random,
    exchanges.filter(({ decides }) => !decides),
  )
  return richReports.map((plan, index) => {
    const reference = references[index] ?? ''
    const on = dayAgo(within, plan.ago)
    const taken = told.filter(
      ({ planned }) => planned.reportedIn?.on === on && planned.reportedIn.reference === reference,
    )
    const { officer, ago } = plan
    const report = tellReport(within, { ago, story: plan, reference, officer, incidents: taken.map(({ id }) => id) })
    const fixed = richExchanges.filter(one => one.report === index)
    const contacts = [
      ...fixed.map(one => tellPoliceContact(within, { ...one, exchange: one, reference })),
      ...plan.further.map(days =>
        tellPoliceContact(within, {
          ...{ ago: days, officer, reference, keptAfter: 9, due: 7 },
          exchange: deck.deal(),
        }),
      ),
    ]
    const recordedOn = dayAgo(within, ago - 1)
    return plan.news.reduce<PoliceReport>((latest, news, step) => {
      const more = { recordedOn, ...(step === 0 ? { contacts } : {}) }
      return tellReportNews(within, {
        report: latest,
        on: evening(dayAgo(within, news.ago)),
        news: { ...newsOf(within, news), ...more },
      })
    }, report)
  })
}

/** What changed in a report that day. Taken up again, it has no outcome any more. */
function newsOf(within: InCase, { ago, reason, code, reclassified, linkedByPolice }: News) {
  const on = dayAgo(within, ago)
  const none = { code: 0, on: null, subCode: null, reason: null }
  const given = code === 0 ? none : { code: code ?? 0, on, subCode: null, reason: say(within, reason) }
  return {
    ...(code === undefined ? {} : { outcome: given }),
    ...(linkedByPolice ? { linkedByPolice } : {}),
    ...(reclassified
      ? {
          recordedAs: value({ offence: reclassified.offence, words: null }),
          reclassifications: [{ on, from: reclassified.from, to: reclassified.to, reason: say(within, reason) }],
        }
      : {}),
  }
}

/** Released without conditions, then an order without notice, the order that took its place, and bail after the charge. */
function tellOrders(within: InCase): Order {
  const family = courtName(within, 'FC')
  const ended = { ago: 62, how: 'Charged' }
  const note = 'No conditions of any kind between the interview and the charge.'
  const released = { kind: 'ORD-RUI', ago: 160, served: null, issuer: within.cast.force, ended, note }
  tellOrder(within, { ...released, lasts: { event: 'a charge or a decision' } })
  const [without, back, bail] = courtDays.map(ago => workdayAgo(within, ago)) as [number, number, number] // as many as there are
  const urgent = { kind: 'ORD-NMOX', ago: without, served: without - 2, issuer: family }
  const first = tellOrder(within, { ...urgent, lasts: without - back, returnsAgo: back })
  const order = tellOrder(within, {
    kind: 'ORD-NMO',
    ago: back,
    served: back - 2,
    issuer: family,
    lasts: 365,
    replaces: first.id,
  })
  const issuer = courtName(within, 'MC')
  tellOrder(within, { kind: 'ORD-CB', ago: bail, served: bail, issuer, lasts: { event: 'the end of the trial' } })
  return order
}

const answers = [
  {
    arrest: 'no',
    answer: { after: 2, outcome: 'Words of advice by phone. Told that it was “only a text”.' },
    term: '1',
  },
  {
    arrest: 'no',
    answer: { after: 6, outcome: 'Put on the record of the old report. No officer was sent.' },
    term: '2',
  },
  { arrest: 'unknown', answer: null, term: '1' },
] as const
function tellBreaches(
  within: InCase,
  { order, told, report }: { order: Order; told: Told; report: PoliceReport | undefined },
): void {
  const broken = told.filter(({ planned }) => planned.breach)
  for (const [index, { planned, id }] of broken.entries()) {
    const said = answers[index] ?? answers[2]
    const links = said.answer === null && report ? [report.id] : []
    tellBreach(within, {
      ...{ order, planned, incidentId: id, reference: planned.reportedIn?.reference ?? null, links },
      ...said,
    })
  }
}

/** A hearing with what is to be prepared for it: nothing any more for one that is past. */
const past = (hearing: HearingDraft) => ({ hearing, skipTasks: everyTask(hearing.kind, dayOfWhen(hearing.when)) })
const courtDay = (within: InCase, ago: number) => weekday(dayAgo(within, ago), 'later')

/** Five hearings: two in the family court, a first appearance, a plea, and a trial that was moved. */
function tellCourt(within: InCase): void {
  tellFamilyCourt(within)
  const crown = courtName(within, 'CC')
  const plea = { kind: 'H-CC-PTPH', court: crown, day: courtDay(within, 27), time: '10:30' } as const
  const pleaHearing = hearingOn(within, { ...plea, screen: 'requested' })
  const sent = tellFirstAppearance(within, pleaHearing)
  const trial = hearingOn(within, {
    ...{ kind: 'H-CC-TRIAL', court: crown, day: courtDay(within, -24), time: '10:00', screen: 'granted' },
    ...{
      room: 'Court 3',
      purpose: 'Trial, three days',
      bring: 'The list of incidents; the folder with the screenshots',
    },
  })
  const result = 'Not guilty. Screens granted; {she} will give evidence.'
  const pleaded = sent && tellOutcome(within, sent, { result, next: { hearing: trial, skipTasks: [] }, plea: true })
  const to = clock(courtDay(within, -38), '10:00')
  const told = weekday(dayAgo(within, 9), 'earlier')
  if (pleaded) tellMove(within, pleaded, { to, reason: 'No judge for three days in that week', told })
}

function tellFamilyCourt(within: InCase): void {
  const court = courtName(within, 'FC')
  const [first, second] = [courtDay(within, courtDays[0]), courtDay(within, courtDays[1])]
  const without = hearingOn(within, { kind: 'H-FC-WON', court, day: first, time: '10:00', screen: 'wanted' })
  const back = hearingOn(within, { kind: 'H-FC-RETURN', court, day: second, time: '14:00', screen: 'granted' })
  const listed = tellHearing(within, past(without), clock(dayAgo(within, 98), '15:00'))
  const result = 'Order made without notice. To be heard again with {him} there.'
  const heard = tellOutcome(within, listed, { result, next: past(back) })
  const made = 'Order made for a year. {He} said that {he} would agree to “some of it”; the court made all of it.'
  if (heard) tellOutcome(within, heard, { result: made, next: null })
}

function tellFirstAppearance(within: InCase, next: HearingDraft) {
  const day = courtDay(within, courtDays[2])
  const listing = { kind: 'H-MC-FIRST', court: courtName(within, 'MC'), day, time: '09:30' } as const
  const first = hearingOn(within, { ...listing, screen: 'wanted' })
  const appeared = tellHearing(within, past(first), clock(dayAgo(within, 61), '11:40'))
  const result = 'Sent to the Crown Court. Bail with conditions.'
  const conditions = 'Not to contact {her} by any means. Not to go to {hers} road.'
  return tellOutcome(within, appeared, { result, conditions, next: past(next) })
}

function tellDiary(within: InCase): void {
  tellAttempt(within, 410, 'no-answer')
  tellAttempt(within, 409, 'no-answer')
  tellIntake(within, 407)
  tellUnsafeCall(within, 233)
  tellAttempt(within, 160, 'no-answer')
  tellAttempt(within, 156, 'wrong-person')
  tellAttempt(within, 152, 'declined')
  tellUnsafeCall(within, 47)
  const diary = diaryOf(within)
  for (const ago of [
    395, 381, 352, 330, 304, 281, 262, 240, 221, 199, 183, 171, 126, 112, 99, 93, 81, 70, 61, 54, 42, 33, 26, 21, 12, 6,
  ])
    diary(ago)
  tellAttempt(within, 2, 'no-answer')
}
