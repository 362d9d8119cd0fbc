import * as z from 'zod'

/** A moment: UTC text with milliseconds, so that text order is time order. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** A day on a calendar, YYYY-MM-DD. Never becomes a `Date`. */
export const CalendarDay = z.iso.date().brand<'CalendarDay'>()
export type CalendarDay = z.infer<typeof CalendarDay>

/** A time read off a clock, HH:MM in 24 hours: text order is time order. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand<'ClockTime'>()
export type ClockTime = z.infer<typeof ClockTime>

const knownZones = new Map<string, boolean>()
/** A zone that no clock can be read in would make the record that holds it unreadable too. */
function isZone(name: string): boolean {
  const known = knownZones.get(name)
  if (known !== undefined) return known
  let found = true
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
  } catch {
    found = false
  }
  if (knownZones.size < 1_000) knownZones.set(name, found)
  return found
}

/** An IANA zone name, such as Europe/London. */
export const ZoneId = z
  .string()
  .regex(/^[A-Za-z]+(?:[/_+-][A-Za-z0-9_+-]+)*$/)
  .max(64)
  .refine(isZone, { error: 'no-such-zone' })
  .brand<'ZoneId'>()
export type ZoneId = z.infer<typeof ZoneId>

/** Where our users are, unless a record says otherwise. */
export const london = ZoneId.parse('Europe/London')
