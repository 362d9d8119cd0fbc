import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import pack from './bank-holidays.json' with { type: 'json' }

/** The published bank holidays of England and Wales. Days before the first or after the last day are not known. */
export const BankHolidayPack = z.strictObject({
  pack: z.literal('bank-holidays'),
  version: z.int(),
  region: z.literal('england-and-wales'),
  effectiveFrom: CalendarDay,
  effectiveTo: CalendarDay,
  source: z.string().min(1),
  status: z.enum(['verified', 'secondary', 'unverified']),
  holidays: z.array(z.strictObject({ day: CalendarDay, name: z.string().min(1), substitute: z.boolean() })),
})
export type BankHolidayPack = z.infer<typeof BankHolidayPack>

export const bankHolidays = pack as BankHolidayPack // a test holds the file to the schema, so nothing is parsed at the start
