import { v7 } from 'uuid'
import type * as z from 'zod'
import type { Instant } from '../../shared/kernel/dates.ts'

/** A UUIDv7 of the brand asked for, its time part taken from the moment handed in. */
export const newId = <Id extends z.ZodType>(brand: Id, now: Instant): z.infer<Id> =>
  brand.parse(v7({ msecs: Date.parse(now) }))
