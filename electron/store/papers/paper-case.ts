import type { Case } from '../../../shared/features/cases.ts'
import type { PaperBlock, PaperCell, PaperOptions } from '../../../shared/features/papers.ts'
import type { Person } from '../../../shared/features/people.ts'
import { london, type CalendarDay, type Instant } from '../../../shared/kernel/dates.ts'
import type { EventKind, When } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { requireCase } from '../cases/cases.repo.ts'
import type { ReadDb } from '../database.ts'
import { listPeople } from '../people/people.repo.ts'
import { standingIds } from './papers.repo.ts'

/** For each record the documents of the bundle that belong to it, by their order among all that the bundle has, from 0. */
export type Citations = ReadonlyMap<EventId, readonly number[]>

/** A case as a paper sees it at a moment. */
export type PaperCase = {
  db: ReadDb
  now: Instant
  today: CalendarDay
  record: Case
  /** Those who were not entered in error. */
  people: Person[]
  options: PaperOptions
  /** None where the paper stands by itself. */
  citations: Citations
}

export function openPaperCase(
  db: ReadDb,
  caseId: CaseId,
  { now, options, citations }: Pick<PaperCase, 'now' | 'options' | 'citations'>,
): PaperCase {
  const people = listPeople(db, caseId).filter(({ withdrawnReason }) => withdrawnReason === null)
  return { db, now, today: dayOf(now, london), record: requireCase(db, caseId), people, options, citations }
}

/** The records of one kind that stand and that the paper covers, oldest first, those without a date last. */
export function covered<Record extends { when: When }>(
  { db, record, options }: PaperCase,
  kind: EventKind,
  require: (db: ReadDb, id: EventId) => Record,
): Record[] {
  return standingIds(db, record.id, kind)
    .map(id => require(db, id))
    .filter(({ when }) => isCovered(when, options))
}

/** Whether any day that a date can mean lies in the period. Nobody can say that of an unknown one, so it counts. */
function isCovered({ from, to, zone }: When, period: Pick<PaperOptions, 'from' | 'to'>): boolean {
  if (from === null) return true
  const [first, last] = [dayOf(from, zone), dayOf(to ?? from, zone)]
  return (period.to === null || first <= period.to) && (period.from === null || last >= period.from)
}

export const heading = (text: string): PaperBlock => ({ is: 'heading', text })
export const paragraph = (text: string): PaperBlock => ({ is: 'paragraph', text, numbered: true })
export const note = (text: string): PaperBlock => ({ is: 'note', text })
const mostCited = 20
/** The pages of a record's documents, as the last lines of a cell. */
export const citationsOf = ({ citations }: PaperCase, id: EventId): PaperCell =>
  (citations.get(id) ?? []).slice(0, mostCited).map(cites => ({ cites }))
/** Terms with their values; what has none is left out. */
export const facts = (rows: readonly (readonly [term: string, value: string | null])[]): PaperBlock => ({
  is: 'facts',
  rows: rows.flatMap(([term, value]) => (value === null ? [] : [{ term, value }])),
})
