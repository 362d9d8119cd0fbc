import type { PlanState } from '../../../shared/features/safe-contact.ts'
import { Instant, london } from '../../../shared/kernel/dates.ts'
import { addDays, dayOf, startOfDay } from '../../../shared/kernel/uk-dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { readSetting, writeSetting } from '../settings/settings.repo.ts'

type Confirmed = {
  confirmedAt: Instant
  confirmEveryDays: number
  /** What happened after it was confirmed. */
  since: { incident: boolean; hearing: boolean; move: boolean }
}

const restoredSetting = 'restored-at'
/** To be called when a restored vault is first opened: what was agreed after its backup is lost, and with it what was taken back. */
export const keepRestored = (db: WriteDb, now: Instant): void => writeSetting(db, restoredSetting, now)

type Moment = { now: Instant; restoredAt: Instant | null }
export const momentOf = (db: ReadDb, now: Instant): Moment => ({
  now,
  restoredAt: Instant.nullable().parse(readSetting(db, restoredSetting) ?? null),
})

/**
 * Judges whether plans count at a moment, many of them at little cost. An incident that was recorded, a hearing that was held or
 * an address that changed since then asks for a new confirmation, as does a restored backup; so does its age, in days on London's calendar.
 */
export function planStateAt({ now, restoredAt }: Moment): (plan: Confirmed) => PlanState {
  const today = dayOf(now, london)
  const known = new Map<number, Instant>()
  const oldest = (days: number): Instant => {
    const found = known.get(days) ?? startOfDay(addDays(today, -days), london)
    known.set(days, found)
    return found
  }
  return ({ confirmedAt, confirmEveryDays, since }) => {
    if (since.incident) return 'incident-since'
    if (since.hearing) return 'hearing-since'
    if (since.move) return 'move-since'
    if (restoredAt !== null && restoredAt >= confirmedAt) return 'restored-since'
    // A clock that was set back makes no old plan new, nor does it hide what happened since.
    return confirmedAt < oldest(confirmEveryDays) || confirmedAt > now ? 'too-old' : 'current'
  }
}

const endOfDay = `strftime('%Y-%m-%dT%H:%M:%fZ', e.from_at, '+1 day')`
/**
 * When a hearing `e` was held, as far as is known `@now`. One that was listed for a day without a time: when that day is over, so that
 * a plan that was confirmed in its morning does not outlast it.
 */
export const heldAt = `iif(e.precision = 'day' AND ${endOfDay} <= @now, ${endOfDay}, e.from_at)`
