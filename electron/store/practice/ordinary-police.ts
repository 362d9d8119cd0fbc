import type { Order } from '../../../shared/features/orders.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { addDays } from '../../../shared/kernel/uk-dates.ts'
import { crimeReference } from './invented.ts'
import { exchanges, outcomes, reportStories, type ReportStory } from './police-words.ts'
import { deckOf } from './random.ts'
import { courtName, type House } from './tell-court.ts'
import { breachCode, tellIncident, worstOf, type Planned } from './tell-incidents.ts'
import { tellBreach, tellOrder } from './tell-orders.ts'
import { evening, tellPoliceContact, tellReport, tellReportNews } from './tell-police.ts'
import { afterwards, clock, dayAgo, say, value, workdayAgo, type InCase } from './telling.ts'

export type Told = { planned: Planned; id: EventId }[]
/** A report takes up what happened shortly before it; what police said afterwards belongs to it. */
export function tellIncidentsAndReports(within: InCase, planned: Planned[], reports: number): Told {
  const { random } = within
  const at = random
    .shuffled(planned.map((_one, index) => index))
    .slice(0, reports)
    .toSorted((one, other) => one - other)
  const groups = at.map((last, index) => ({
    incidents: planned.slice(Math.max((at[index - 1] ?? -1) + 1, last - 2), last + 1),
    reference: random.chance(0.85) ? crimeReference(random, planned[last]?.day ?? '') : null,
  }))
  for (const { incidents, reference } of groups) {
    const on = incidents.at(-1)?.day
    for (const incident of incidents) if (on) incident.reportedIn = { on, reference }
  }
  const told = planned.map(one => ({ planned: one, id: tellIncident(within, one) }))
  for (const { incidents, reference } of groups) {
    const ids = told.filter(one => incidents.includes(one.planned)).map(({ id }) => id)
    tellReportAndAfter(within, {
      ago: incidents.at(-1)?.ago ?? 1,
      reference,
      incidents: ids,
      worst: worstOf(incidents),
    })
  }
  return told
}

type Report = { ago: number; reference: string | null; incidents: EventId[]; worst: number }
function tellReportAndAfter(within: InCase, { ago, reference, incidents, worst }: Report): void {
  const { random } = within
  const story = random.pick(reportStories.filter(({ upTo }) => upTo <= Math.max(worst, 2)))
  const report = tellReport(within, { ago, story, reference, officer: 0, incidents })
  const contacts = tellContacts(within, { ago, reference })
  if (reference === null || ago < 4) return
  const recordedOn = addDays(dayAgo(within, ago), Math.min(random.whole(0, 5), ago - 1))
  if (ago < 46 || random.chance(0.25)) {
    const on = afterwards(within, clock(recordedOn, '22:00'), 12)
    tellReportNews(within, { report, on, news: { recordedOn, contacts } })
    return
  }
  const on = dayAgo(within, random.whole(2, ago - 20))
  const { code, reason } = random.pick(outcomes)
  const news = { recordedOn, contacts, outcome: { code, on, subCode: null, reason: say(within, reason) } }
  const looked = code === 1 ? takenTogether(within, story, on) : {}
  tellReportNews(within, { report, on: evening(on), news: { ...news, ...looked } })
}

/** A charge came of looking at all of it together: what was harassment is stalking by then. */
function takenTogether(within: InCase, { recorded }: ReportStory, on: CalendarDay) {
  const linked = { linkedByPolice: 'yes' as const }
  if (!('offence' in recorded) || recorded.offence !== 'OFF-PHA2') return linked
  const reason = say(within, 'A supervisor read the list of incidents.')
  const reclassifications = [{ on, from: 'Harassment (s2)', to: 'Stalking (s2A)', reason }]
  return { ...linked, recordedAs: value({ offence: 'OFF-PHA2A', words: null }), reclassifications }
}

/** What was said about a report since, by a first officer and one who took over. */
function tellContacts(within: InCase, { ago, reference }: Pick<Report, 'ago' | 'reference'>): EventId[] {
  const { random } = within
  const deck = deckOf(random, exchanges)
  return Array.from({ length: Math.min(random.whole(0, 4), ago - 1) }, (_one, index) => {
    const on = random.whole(1, index === 0 && random.chance(0.7) ? Math.min(ago - 1, 12) : ago - 1)
    return tellPoliceContact(within, {
      ...{ ago: on, reference, due: random.whole(3, 14) },
      exchange: deck.deal(({ decides }) => ago > 30 || !decides),
      officer: random.chance(0.85) ? (on * 2 > ago ? 0 : 1) : null,
      keptAfter: on > 40 || random.chance(0.55) ? random.whole(1, 9) : null,
    })
  })
}

export type OrderPlan = { ago: number; served: number | null; kind: string; house: House; lasts: number }
/** An order that such a case may have by now. */
export function orderPlan(within: InCase): OrderPlan {
  const { random, span, cast } = within
  const ago = workdayAgo(within, random.whole(25, Math.min(140, span - 10)))
  const family = cast.relation === 'partner' || cast.relation === 'relative'
  const kind = random.pick(
    family
      ? ['ORD-NMO', 'ORD-NMO', 'ORD-NMO', 'ORD-SPO', 'ORD-PCB', 'ORD-UND']
      : ['ORD-SPOI', 'ORD-SPO', 'ORD-ROC', 'ORD-PCB'],
  )
  const house = kind === 'ORD-NMO' || kind === 'ORD-UND' ? 'FC' : 'MC'
  const lasts = kind === 'ORD-PCB' ? 91 : random.pick([365, 365, 730])
  return { ago, kind, house, lasts, served: random.chance(0.75) ? ago - random.whole(1, 4) : null }
}

/** What happened once the order was served breaks it, though not everything is a breach. */
export function markBreaches(within: InCase, planned: Planned[], { ago, served, lasts }: OrderPlan): void {
  if (served === null) return
  const inForce = (one: Planned) => one.ago < served && one.ago > ago - lasts
  for (const incident of planned) if (inForce(incident) && within.random.chance(0.6)) incident.breach = true
}

const answers = [
  { arrest: 'no', outcome: 'Words of advice. Told that one message is not worth an arrest.' },
  { arrest: 'no', outcome: 'Put on the record. Nobody came.' },
  { arrest: 'yes', outcome: '{He} was arrested and charged with the breach.' },
] as const
/** The order, and each breach of it as police answered it. */
export function tellOrderAndBreaches(within: InCase, { ago, served, kind, house, lasts }: OrderPlan, told: Told): void {
  const { random } = within
  const issuer = kind === 'ORD-PCB' ? within.cast.force : courtName(within, house)
  const order: Order = tellOrder(within, { kind, ago, served, issuer, lasts })
  for (const { planned, id } of told.filter(one => one.planned.breach)) {
    const { reportedIn } = planned
    const old = reportedIn !== null && reportedIn.on < dayAgo(within, 6)
    const answer = old && random.chance(0.6) ? random.pick(answers) : null
    tellBreach(within, {
      ...{ order, planned, incidentId: id, reference: reportedIn?.reference ?? null },
      term: breachCode(planned.story) === 'ORDERS-CONTACT' ? '1' : '2',
      arrest: answer?.arrest ?? 'unknown',
      answer: answer ? { after: random.whole(2, 5), outcome: answer.outcome } : null,
    })
  }
}
