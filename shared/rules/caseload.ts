import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import pack from './caseload.json' with { type: 'json' }

/** How many open cases one full-time advocate is thought able to carry (domain F1.12). A yardstick, not a limit. */
export const CaseloadRule = z.strictObject({
  id: z.string().regex(/^[A-Z0-9-]+$/),
  openCases: z.int().positive(),
  says: z.string().min(1),
  /** Null: guidance without a date, which no law brings into force. */
  effectiveFrom: CalendarDay.nullable(),
  effectiveTo: CalendarDay.nullable(), // both days included
  source: z.string().min(1),
  status: z.enum(['verified', 'secondary', 'unverified']),
})
export type CaseloadRule = z.infer<typeof CaseloadRule>
export const CaseloadPack = z.strictObject({
  pack: z.literal('caseload'),
  version: z.int(),
  rules: z.array(CaseloadRule),
})

const shipped = CaseloadPack.parse(pack).rules

/** The yardstick as it stands on a day. Null: none then, so nobody is compared with one. */
export const caseloadRuleOn = (day: CalendarDay): CaseloadRule | null =>
  shipped.find(
    ({ effectiveFrom, effectiveTo }) =>
      (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo),
  ) ?? null
