import type { PaperBlock, PaperContent, PaperKind, PaperOptions } from '../../../shared/features/papers.ts'
import type { Instant } from '../../../shared/kernel/dates.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { concerning, paperTitles, paperWords, preparedLine } from '../../../shared/wording/papers.ts'
import { spanWords } from '../../../shared/wording/events.ts'
import type { ReadDb } from '../database.ts'
import { caseSummary } from './case-summary.ts'
import { chronology } from './chronology.ts'
import { frontSheet } from './front-sheet.ts'
import { facts, note, openPaperCase, type Citations, type PaperCase } from './paper-case.ts'
import { policeContactsPaper } from './police-contacts-paper.ts'
import { riskSummary } from './risk-summary.ts'
import { withoutProtected } from './withheld.ts'

const composers: Record<PaperKind, (given: PaperCase) => PaperBlock[]> = {
  'front-sheet': frontSheet,
  'case-summary': caseSummary,
  chronology,
  'police-contacts': policeContactsPaper,
  'risk-summary': riskSummary,
}

type Reading = { db: ReadDb; now: Instant }
type Wanted = { caseId: CaseId; paper: PaperKind; options: PaperOptions; citations?: Citations }
/**
 * The words of a paper from the records of a case as they stand now, in the zones of the records. Never in it: what was entered in
 * error, professional opinion, safe-contact plans, and what could lead to a protected person. Throws `not-found`.
 */
export function composePaper(
  { db, now }: Reading,
  { caseId, paper, options, citations = new Map() }: Wanted,
): PaperContent {
  const given = openPaperCase(db, caseId, { now, options, citations })
  const { record } = given
  const content: PaperContent = {
    paper,
    title: paperTitles[paper],
    about: { client: concerning(record.clientName), court: options.court, caseNumber: options.caseNumber },
    madeAt: now,
    blocks: [...withMaking(given, composers[paper](given)), note(paperWords.standing)],
  }
  return withoutProtected(db, caseId, content)
}

/** With the period and who prepared it on top, or below the facts that a paper begins with. */
function withMaking({ record, today, options }: PaperCase, [first, ...rest]: PaperBlock[]): PaperBlock[] {
  const { from, to, service } = options
  const making = facts([
    [paperWords.covers, from === null && to === null ? paperWords.allRecords : spanWords(from, to)],
    [paperWords.prepared, preparedLine({ day: today, keeper: record.ownerName, service })],
  ])
  if (first?.is !== 'facts' || making.is !== 'facts') return [making, ...(first ? [first] : []), ...rest]
  return [{ is: 'facts', rows: [...first.rows, ...making.rows] }, ...rest]
}
