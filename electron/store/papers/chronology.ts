import type { Hearing } from '../../../shared/features/hearings.ts'
import type { Incident } from '../../../shared/features/incidents.ts'
import type { Order } from '../../../shared/features/orders.ts'
import type { ChronologyKind, PaperBlock, PaperCell } from '../../../shared/features/papers.ts'
import type { PoliceReport } from '../../../shared/features/police-reports.ts'
import type { Breach } from '../../../shared/features/breaches.ts'
import type { PoliceContact } from '../../../shared/features/police-contacts.ts'
import type { When } from '../../../shared/kernel/event.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { breachTitle } from '../../../shared/wording/breaches.ts'
import { orderTitle, serviceLine } from '../../../shared/wording/orders.ts'
import { hearingTitle } from '../../../shared/wording/hearings.ts'
import { behaviourLine, fearWords, reportedWords, sourceTold } from '../../../shared/wording/incidents.ts'
import { endsLine, paperWords, whoOfPolice } from '../../../shared/wording/papers.ts'
import { policeContactTitle, promiseWords } from '../../../shared/wording/police-contacts.ts'
import { outcomeWords, policeReportTitle, reclassificationWords } from '../../../shared/wording/police-reports.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { requireBreach } from '../breaches/breaches.repo.ts'
import { requireHearing } from '../hearings/hearings.repo.ts'
import { requireIncident } from '../incidents/incidents.repo.ts'
import { requireOrder } from '../orders/orders.repo.ts'
import { requirePoliceContact } from '../police-contacts/police-contacts.repo.ts'
import { requirePoliceReport } from '../police-reports/police-reports.repo.ts'
import { citationsOf, covered, heading, note, type PaperCase } from './paper-case.ts'
import { placeWithoutDoor } from './withheld.ts'

/** What stands in one row: what happened, what is known of it, and where that comes from. */
type Told = { when: When; title: string; lines: (string | null)[]; source: (string | null)[] }
type Entry = Told & { cited: PaperCell }

/** Everything of the chosen kinds in the order of its dates, each entry numbered; what has no date comes last. */
export function chronology(given: PaperCase): PaperBlock[] {
  const entries = chronologyEntries(given, given.options.kinds)
  const dated = entries.filter(({ when }) => when.from !== null)
  const undated = entries.filter(({ when }) => when.from === null)
  return [
    ...(dated.length === 0 ? [note(paperWords.nothingDated)] : [entryTable(dated, 0)]),
    ...(undated.length === 0 ? [] : [heading(paperWords.undated), entryTable(undated, dated.length)]),
  ]
}

/** The entries of some kinds, oldest first. Two of one moment stay in the order of their kinds. */
export function chronologyEntries(given: PaperCase, kinds: readonly ChronologyKind[]): Entry[] {
  const entries = kinds.flatMap(kind => entriesOf[kind](given))
  const at = ({ when }: Entry): string => when.from ?? '~'
  return entries.toSorted((one, other) => (at(one) < at(other) ? -1 : at(one) > at(other) ? 1 : 0))
}

const entriesOf: Record<ChronologyKind, (given: PaperCase) => Entry[]> = {
  incident: given => told(given, covered(given, 'incident', requireIncident), incidentEntry),
  breach: given => told(given, covered(given, 'breach', requireBreach), breach => breachEntry(given, breach)),
  'police-report': given => told(given, covered(given, 'police-report', requirePoliceReport), reportEntry),
  'police-contact': given =>
    told(given, covered(given, 'police-contact', requirePoliceContact), contact => contactEntry(given, contact)),
  order: given => told(given, covered(given, 'order', requireOrder), orderEntry),
  hearing: given => told(given, covered(given, 'hearing', requireHearing), hearing => hearingEntry(given, hearing)),
}

const told = <Record extends { id: EventId }>(
  given: PaperCase,
  records: readonly Record[],
  tell: (record: Record) => Told,
): Entry[] => records.map(record => ({ ...tell(record), cited: citationsOf(given, record.id) }))

const said = (who: string, words: string | null): string | null => (words === null ? null : `${who}: ${words}`)
const most = 60

/** The accounts stay apart. The advocate's opinion is in none of them. */
function incidentEntry(incident: Incident): Told {
  const { when, behaviours, place, clientSaid, observed, othersSaid, impact, fear, orderBreached } = incident
  const kinds = behaviours.length === 0 ? '' : `: ${behaviourLine(behaviours, most)}`
  return {
    when,
    title: `${paperWords.incident}${kinds}`,
    lines: [
      said(paperWords.where, place === null ? null : placeWithoutDoor(place)),
      said(paperWords.clientSaid, clientSaid),
      said(paperWords.observed, observed),
      said(paperWords.othersSaid, othersSaid),
      said(paperWords.impact, impact),
      said(paperWords.fear, fear.value === null ? null : fearWords[fear.value]),
      orderBreached === 'yes' ? paperWords.orderBreached : null,
      incident.finished ? null : paperWords.unfinished,
    ],
    source: [sourceTold[incident.source], reportedWords(incident), said(paperWords.reference, incident.reference)],
  }
}

function breachEntry({ db }: PaperCase, breach: Breach): Told {
  const { when, what, evidence, reported, response } = breach
  const reportedAt = reported.at === null ? '' : ` ${showWhen(reported.at)}`
  return {
    when,
    title: breachTitle(requireOrder(db, breach.orderId), breach),
    lines: [
      what,
      said(paperWords.evidence, evidence),
      response.arrest === 'yes' ? paperWords.arrested : null,
      said(paperWords.policeResponse, response.outcome),
    ],
    source: [
      reported.known === 'yes' ? `${paperWords.reported}${reportedAt}` : null,
      reported.known === 'no' ? paperWords.notReported : null,
      reported.known === 'unknown' ? paperWords.reportUnknown : null,
      said(paperWords.reference, reported.reference),
    ],
  }
}

/** What the advocate takes it to be is opinion, and stays out. */
function reportEntry(report: PoliceReport): Told {
  const { outcome } = report
  const decided = outcome.on === null ? '' : `, ${showDay(outcome.on)}`
  return {
    when: report.when,
    title: policeReportTitle(report),
    lines: [
      said(paperWords.recordedOn, report.recordedOn === null ? null : showDay(report.recordedOn)),
      ...report.reclassifications.map(change => said(paperWords.reclassified, reclassificationWords(change))),
      said(paperWords.outcome, `${outcomeWords(outcome)}${decided}`),
      said(paperWords.reasonGiven, outcome.reason),
    ],
    source: [
      whoOfPolice(report),
      said(paperWords.crimeReference, report.crimeReference),
      said(paperWords.logNumber, report.logNumber),
    ],
  }
}

const contactEntry = ({ today }: PaperCase, contact: PoliceContact): Told => ({
  when: contact.when,
  title: policeContactTitle(contact),
  lines: [
    contact.said,
    said(paperWords.promised, contact.promised),
    contact.promised === null ? null : `${promiseWords(contact, today)}.`,
  ],
  source: [whoOfPolice(contact), said(paperWords.reference, contact.reference)],
})

const orderEntry = (order: Order): Told => ({
  when: order.when,
  title: orderTitle(order),
  lines: [
    `${serviceLine(order.served)}. ${endsLine(order.expires)}.`,
    order.varied === null ? null : `${paperWords.varied} ${showDay(order.varied.on)}: ${order.varied.how}`,
    order.discharged === null
      ? null
      : `${paperWords.discharged} ${showDay(order.discharged.on)}: ${order.discharged.how}`,
  ],
  source: [paperWords.order, said(paperWords.caseNumber, order.caseNumber)],
})

function hearingEntry({ now }: PaperCase, hearing: Hearing): Told {
  const { when, outcome, moves } = hearing
  const state = outcome !== null ? null : (when.from ?? '') > now ? paperWords.listed : paperWords.noOutcome
  return {
    when,
    title: hearingTitle(hearing),
    lines: [
      ...moves.map(({ from, reason }) => `${paperWords.moved} ${showWhen(from)}: ${reason}`),
      said(paperWords.outcome, outcome?.result ?? null),
      state,
    ],
    source: [paperWords.hearing, said(paperWords.caseNumber, hearing.caseNumber)],
  }
}

const plain = (text: string) => ({ text, strong: false })
const cellOf = (lines: readonly (string | null)[]): PaperCell => lines.filter(line => line !== null).map(plain)

/** Entries as a table. `before`: how many were counted already. */
export const entryTable = (entries: readonly Entry[], before: number): PaperBlock => ({
  is: 'table',
  columns: [
    { head: paperWords.number, share: 6 },
    { head: paperWords.date, share: 20 },
    { head: paperWords.whatHappened, share: 52 },
    { head: paperWords.source, share: 24 },
  ],
  rows: entries.map(({ when, title, lines, source, cited }, at) => [
    [plain(String(before + at + 1))],
    [plain(showWhen(when))],
    [{ text: title, strong: true }, ...cellOf(lines)],
    [...cellOf(source), ...cited],
  ]),
})
