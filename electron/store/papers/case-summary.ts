import { Answered, type Incident } from '../../../shared/features/incidents.ts'
import type { PaperBlock } from '../../../shared/features/papers.ts'
import type { When } from '../../../shared/kernel/event.ts'
import { behaviourGroups, groupOf } from '../../../shared/rules/behaviours.ts'
import { orderState } from '../../../shared/rules/order-state.ts'
import {
  endsLine,
  incidentLine,
  nextHearingLine,
  paperWords,
  reportLine,
  showDays,
} from '../../../shared/wording/papers.ts'
import { orderStateWords, orderTitle, serviceLine } from '../../../shared/wording/orders.ts'
import { isOpen } from '../../../shared/features/police-reports.ts'
import { count, showWhen } from '../../../shared/wording/when.ts'
import { requireBreach } from '../breaches/breaches.repo.ts'
import { nextHearing } from '../hearings/hearings.repo.ts'
import { requireIncident } from '../incidents/incidents.repo.ts'
import { requireOrder } from '../orders/orders.repo.ts'
import { requirePoliceReport } from '../police-reports/police-reports.repo.ts'
import { chronologyEntries, entryTable } from './chronology.ts'
import { covered, heading, note, paragraph, type PaperCase } from './paper-case.ts'
import { riskParagraphs } from './risk-summary.ts'

const lastFew = 5

/** What a court needs to know before it reads on: the figures, the orders, the kinds of behaviour, the last incidents, the risk. */
export function caseSummary(given: PaperCase): PaperBlock[] {
  const incidents = covered(given, 'incident', requireIncident)
  const last = chronologyEntries(given, ['incident'])
    .filter(({ when }) => when.from !== null)
    .slice(-lastFew)
  return [
    heading(paperWords.inShort),
    ...inShort(given, incidents),
    heading(paperWords.ordersInForce),
    ...ordersInForce(given),
    ...(incidents.length === 0 ? [] : [heading(paperWords.behaviours), behaviourTable(incidents)]),
    ...(last.length === 0 ? [] : [heading(paperWords.lastIncidents), entryTable(last.toReversed(), 0)]),
    heading(paperWords.risk),
    ...riskParagraphs(given),
  ]
}

function inShort(given: PaperCase, incidents: readonly Incident[]): PaperBlock[] {
  const { db, today, record } = given
  const reports = covered(given, 'police-report', requirePoliceReport)
  const breaches = covered(given, 'breach', requireBreach)
  const dated = incidents.map(({ when }) => when).filter(({ from }) => from !== null)
  const reported = Answered.options.map(answer => incidents.filter(one => one.reported === answer).length)
  const [yes = 0, no = 0, unknown = 0, notAsked = 0] = reported
  const { next } = nextHearing(db, record.id, today)
  return [
    incidentLine({
      count: incidents.length,
      first: dated[0] ?? null,
      last: lastOf(dated),
      reported: { yes, no, unknown, notAsked },
    }),
    reportLine(reports.length, reports.filter(({ outcome }) => isOpen(outcome)).length),
    `${paperWords.breachesRecorded}: ${String(breaches.length)}.`,
    `${paperWords.nextHearing}: ${nextHearingLine(next)}.`,
  ].map(paragraph)
}

const lastOf = (dated: readonly When[]): When | null =>
  dated.toSorted((one, other) => ((one.to ?? one.from ?? '') < (other.to ?? other.from ?? '') ? -1 : 1)).at(-1) ?? null

/** Those that have not ended at the moment of the paper, whenever they were made. Their terms stay in the order itself. */
function ordersInForce(given: PaperCase): PaperBlock[] {
  const all = { ...given, options: { ...given.options, from: null, to: null } }
  const orders = covered(all, 'order', requireOrder).filter(order => !orderState(order, given.now).ended)
  if (orders.length === 0) return [note(paperWords.noOrders)]
  const plain = (text: string) => [{ text, strong: false }]
  return [
    {
      is: 'table',
      columns: [
        { head: paperWords.order, share: 36 },
        { head: paperWords.made, share: 18 },
        { head: paperWords.standingOf, share: 34 },
        { head: paperWords.breaches, share: 14 },
      ],
      rows: orders.map(order => [
        [
          { text: orderTitle(order), strong: true },
          ...(order.caseNumber === null ? [] : plain(`${paperWords.caseNumber}: ${order.caseNumber}`)),
          ...(order.terms.length === 0 ? [] : plain(count(order.terms.length, 'term'))),
        ],
        plain(showWhen(order.when)),
        [
          ...plain(`${orderStateWords(orderState(order, given.now))}. ${serviceLine(order.served)}.`),
          ...plain(endsLine(order.expires)),
        ],
        plain(String(order.breaches)),
      ]),
    },
  ]
}

/** An incident with two behaviours of one group counts once in it. */
function behaviourTable(incidents: readonly Incident[]): PaperBlock {
  const rows = behaviourGroups
    .map(({ id, label }) => {
      const those = incidents.filter(({ behaviours }) => behaviours.some(code => groupOf(code) === id))
      const dated = those.map(({ when }) => when).filter(({ from }) => from !== null)
      return { label, number: those.length, first: dated[0], last: dated.at(-1) }
    })
    .filter(({ number }) => number > 0)
    .toSorted((one, other) => other.number - one.number)
  const cell = (text: string) => [{ text, strong: false }]
  return {
    is: 'table',
    columns: [
      { head: paperWords.behaviour, share: 40 },
      { head: paperWords.incidents, share: 18 },
      { head: paperWords.first, share: 21 },
      { head: paperWords.last, share: 21 },
    ],
    rows: rows.map(({ label, number, first, last }) => [
      cell(label),
      cell(String(number)),
      cell(first ? showDays(first) : paperWords.noDate),
      cell(last ? showDays(last) : paperWords.noDate),
    ]),
  }
}
