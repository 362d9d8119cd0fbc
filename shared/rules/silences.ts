import type { ReportSilence, Silence } from '../features/police-reports.ts'
import type { CalendarDay } from '../kernel/dates.ts'
import type { When } from '../kernel/event.ts'
import { dayOf, daysBetween } from '../kernel/uk-dates.ts'

/** The first and last day that a date can mean, and whether somebody knew it. */
export type Dated = { first: CalendarDay; last: CalendarDay; exact: boolean }

/** A date as days on its own calendar. Null where it is not known. */
export function datedOf({ from, to, precision, zone }: When): Dated | null {
  if (from === null) return null
  return { first: dayOf(from, zone), last: dayOf(to ?? from, zone), exact: precision !== 'about' }
}

type Reported = Pick<ReportSilence, 'open'> & { reported: Dated | null; outcomeOn: CalendarDay | null }

/**
 * The silence of police about a report: from the report on, from one word of theirs to the next, and up to today or its
 * outcome. Where a date is a span, the shorter reading counts: nobody shall be able to say that a silence was made longer.
 * `words` are the contacts from police, in any order; those before the report don't count.
 */
export function silencesOf(
  { open, reported, outcomeOn }: Reported,
  words: readonly Dated[],
  today: CalendarDay,
): Pick<ReportSilence, 'now' | 'longest'> {
  const end = open ? today : outcomeOn
  if (reported === null || end === null || reported.last > end) return { now: null, longest: null }
  const heard = words
    .filter(({ last }) => last >= reported.last && last <= end)
    .toSorted((one, other) => (one.last < other.last ? -1 : one.last > other.last ? 1 : 0))
  const points = [reported, ...heard]
  const last = points.at(-1) ?? reported
  const found = earliestOnward(heard).map((next, index) => between(points[index] ?? reported, next, false))
  const now = between(last, { first: end, last: end, exact: true }, open)
  const [longest = now] = [...found, now].toSorted((one, other) => other.days - one.days)
  return { now: open ? now : null, longest }
}

/** For each word the one that can have come first among it and those after it. */
function earliestOnward(heard: readonly Dated[]): Dated[] {
  const found: Dated[] = []
  for (const one of heard.toReversed()) {
    const later = found.at(-1)
    found.push(later !== undefined && later.first < one.first ? later : one)
  }
  return found.toReversed()
}

function between(one: Dated, next: Dated, running: boolean): Silence {
  const to = next.first < one.last ? one.last : next.first
  return { from: one.last, to, days: daysBetween(one.last, to), running, exact: one.exact && next.exact }
}
