import { PoliceContactDraft } from '../../../shared/features/police-contacts.ts'
import { PoliceReportDraft, type PoliceReport } from '../../../shared/features/police-reports.ts'
import type { CalendarDay, Instant } from '../../../shared/kernel/dates.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { addDays } from '../../../shared/kernel/uk-dates.ts'
import { policeContactHandlers } from '../police-contacts/police-contacts.service.ts'
import { policeReportHandlers } from '../police-reports/police-reports.service.ts'
import { logNumber } from './invented.ts'
import type { Exchange, ReportStory } from './police-words.ts'
import {
  afterwards,
  asOf,
  clock,
  dayAgo,
  minute,
  missing,
  say,
  sayOr,
  someTime,
  value,
  weekday,
  type InCase,
} from './telling.ts'

/** 0 is the first officer in the case, 1 whoever took over. */
export type OfficerInCase = 0 | 1
type Exchanged = {
  ago: number
  exchange: Exchange
  officer: OfficerInCase | null
  reference: string | null
  /** After so many days it was kept, and null: still waited for. Means nothing without a promise. */
  keptAfter: number | null
  /** For when it was promised: so many days later. */
  due: number
}

/** Writes down one exchange with police; where a promise was kept, that is written later. */
export function tellPoliceContact(within: InCase, exchanged: Exchanged): EventId {
  const { random, cast, caseId } = within
  const { ago, exchange, officer, reference, keptAfter, due } = exchanged
  const day = dayAgo(within, ago)
  const at = someTime(random, day, [9, 19])
  const promised = sayOr(within, exchange.promised)
  const contact = PoliceContactDraft.parse({
    when: minute(at),
    ...{ channel: exchange.channel, direction: exchange.direction, force: value(cast.force) },
    officer: officer === null ? missing('unknown') : value(cast.officers[officer]),
    collarNumber: officer === null ? missing('not-asked') : value(cast.collarNumbers[officer]),
    ...{ reference, said: say(within, exchange.said), promised },
    promisedBy: promised === null ? null : weekday(addDays(day, due), 'later'),
    promiseKeptOn: null,
  })
  const { id, revision } = policeContactHandlers['policeContacts.record'](asOf(within, afterwards(within, at, 3)), {
    ...{ caseId, contact },
  })
  if (promised !== null && keptAfter !== null && keptAfter < ago) {
    const keptOn = addDays(day, keptAfter)
    policeContactHandlers['policeContacts.update'](asOf(within, clock(keptOn, '19:15')), {
      ...{ id, revision, contact: { ...contact, promiseKeptOn: keptOn } },
    })
  }
  return id
}

export type Reported = {
  ago: number
  story: ReportStory
  reference: string | null
  officer: OfficerInCase
  incidents: readonly EventId[]
}
/** Writes down a report on the day it was made. */
export function tellReport(within: InCase, { ago, story, reference, officer, incidents }: Reported): PoliceReport {
  const { random, cast, caseId } = within
  const { recorded } = story
  const at = someTime(random, dayAgo(within, ago), [20, 22])
  const words = 'words' in recorded ? say(within, recorded.words) : null
  const report = PoliceReportDraft.parse({
    when: minute(at),
    channel: random.pick(['phone', 'phone', 'online', 'in-person']),
    force: value(cast.force),
    officer: value(cast.officers[officer]),
    collarNumber: value(cast.collarNumbers[officer]),
    logNumber: logNumber(random),
    crimeReference: reference,
    recordedOn: null,
    recordedAs:
      reference === null
        ? missing('unknown')
        : value({ offence: 'offence' in recorded ? recorded.offence : null, words }),
    believedToBe: { offence: story.believed, note: say(within, story.why) },
    reclassifications: [],
    outcome: { code: 0, on: null, subCode: null, reason: null },
    linkedByPolice: random.pick(['no', 'no', 'unknown']),
    ...{ note: null, links: incidents },
  })
  const now = afterwards(within, at, 2)
  return policeReportHandlers['policeReports.record'](asOf(within, now), { caseId, report })
}

type Changed = Partial<
  Pick<PoliceReport, 'recordedOn' | 'recordedAs' | 'reclassifications' | 'outcome' | 'linkedByPolice' | 'note'>
>
/** What became of a report by a day: the answers that changed, and the contacts that belong to it. */
export function tellReportNews(
  within: InCase,
  { report, on, news }: { report: PoliceReport; on: Instant; news: Changed & { contacts?: readonly EventId[] } },
): PoliceReport {
  const { contacts = [], ...changed } = news
  const draft = PoliceReportDraft.parse({
    ...Object.fromEntries(Object.entries(report).filter(([name]) => !stamps.has(name))),
    ...changed,
    links: [...report.links, ...contacts],
  })
  const answer = policeReportHandlers['policeReports.update'](asOf(within, on), {
    ...{ id: report.id, revision: report.revision, report: draft },
  })
  return answer.outcome === 'saved' ? answer.record : report
}
const stamps = new Set([
  'id',
  'caseId',
  'revision',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'withdrawnReason',
])

/** The evening of a day: when news of that day is written down. */
export const evening = (day: CalendarDay): Instant => clock(day, '18:40')
