import type { Actor } from '../../../shared/features/users.ts'
import { ClockTime, Instant, london, type CalendarDay } from '../../../shared/kernel/dates.ts'
import type { When } from '../../../shared/kernel/event.ts'
import type { CaseId, PersonId } from '../../../shared/kernel/ids.ts'
import { addDays, daysBetween, momentsOf, startOfDay, weekdayOf } from '../../../shared/kernel/uk-dates.ts'
import { isWorkingDay } from '../../../shared/rules/working-days.ts'
import type { VaultWriteTx } from '../dispatch.ts'
import { told, type Cast } from './cast.ts'
import type { namer } from './invented.ts'
import type { Deck, Random } from './random.ts'

/** What every story is told from: the transaction, chance, and the day that is today in it. */
export type Telling = { tx: VaultWriteTx; random: Random; today: CalendarDay; names: ReturnType<typeof namer> }
/** One case being told. `span`: how many days ago it was opened. `owner`: whose case it is, who records it. */
export type InCase = Telling & {
  owner: Actor
  cast: Cast
  caseId: CaseId
  clientId: PersonId
  suspectId: PersonId
  span: number
  /** When the case was opened: nothing of it was written down before. */
  opened: Instant
  impacts: Deck<string>
}

/**
 * The transaction as it was then, and whose it was: records carry the day of their story, or of the first meeting for what was
 * before. The audit rows keep to the truth.
 */
export const asOf = ({ tx, owner, opened }: Pick<InCase, 'tx' | 'owner' | 'opened'>, now: Instant): VaultWriteTx => ({
  ...tx,
  now: now < opened ? opened : now,
  actor: owner,
})

export const say = ({ cast, random }: InCase, text: string): string => told(text, cast, random)
export const sayOr = (within: InCase, text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : say(within, text)

/** The day so many days before today; after it when negative. */
export const dayAgo = ({ today }: Pick<Telling, 'today'>, ago: number): CalendarDay => addDays(today, -ago)

/** At a clock time in London on a day. */
export function clock(day: CalendarDay, time: string): Instant {
  const [moment = startOfDay(day, london)] = momentsOf(day, ClockTime.parse(time), london)
  return moment
}
const twoDigits = (number: number): string => String(number).padStart(2, '0')
/** At some time between two hours of a day, the later one not included. */
export const someTime = (random: Random, day: CalendarDay, [from, to]: readonly [number, number]): Instant =>
  clock(day, `${twoDigits(random.whole(from, to - 1))}:${twoDigits(random.whole(0, 11) * 5)}`)

export const minute = (from: Instant): When => ({ from, to: null, precision: 'minute', zone: london })
export const wholeDay = (day: CalendarDay): When => ({ ...minute(startOfDay(day, london)), precision: 'day' })
export const about = (day: CalendarDay): When => ({ ...minute(startOfDay(day, london)), precision: 'about' })

/** The last moment at which anything was written down: the evening before today, so that no seeding of that day comes before it. */
export const lastMoment = (within: Pick<Telling, 'today'>): Instant => clock(dayAgo(within, 1), '22:30')
/** Some hours after a moment, never later than the last one. */
export function afterwards(within: Pick<Telling, 'today' | 'random'>, moment: Instant, most = 20): Instant {
  const later = new Date(Date.parse(moment) + within.random.whole(10, most * 60) * 60_000).toISOString()
  const last = lastMoment(within)
  return later < last ? Instant.parse(later) : last > moment ? last : moment
}

/** Courts and offices keep to working days: the next one after a Saturday, Sunday or bank holiday, or the one before. */
export function weekday(day: CalendarDay, towards: 'later' | 'earlier'): CalendarDay {
  let found = day
  while (weekdayOf(found) > 5 || isWorkingDay(found, 'business') === false)
    found = addDays(found, towards === 'later' ? 1 : -1)
  return found
}
/** So many days ago, or a little later where nobody worked on that day: how many days ago. */
export const workdayAgo = (within: Pick<Telling, 'today'>, ago: number): number =>
  daysBetween(weekday(dayAgo(within, ago), 'later'), within.today)

export const value = <Value>(of: Value) => ({ value: of, missing: null })
export const missing = <Why extends 'unknown' | 'not-asked' | 'declined'>(why: Why) => ({ value: null, missing: why })
