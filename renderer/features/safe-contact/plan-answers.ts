import * as z from 'zod'
import { Agreement, SafeContactPlan } from '../../../shared/features/safe-contact.ts'
import { IdentifierId } from '../../../shared/kernel/ids.ts'
import { parseTime } from '../../../shared/kernel/uk-dates.ts'

const optional = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, { error: `Use ${limit.toLocaleString('en-GB')} characters or fewer.` })
    .nullable()
    .transform(text => text || null)
const agreement = z
  .string()
  .nullable()
  .transform(text => Agreement.safeParse(text).data ?? ('not-asked' as const))
const time = z
  .string()
  .nullable()
  .transform((text, context) => {
    const read = parseTime(text ?? '')
    if (read !== null) return read
    context.addIssue({ code: 'custom', message: 'time-not-read' })
    return z.NEVER
  })

/** One line of safe hours as typed. */
const TypedHours = z
  .strictObject({
    identifierId: z
      .string()
      .nullable()
      .transform((text, context) => {
        const id = IdentifierId.safeParse(text).data
        if (id !== undefined) return id
        context.addIssue({ code: 'custom', message: 'Choose which number these hours are for.' })
        return z.NEVER
      }),
    days: z.array(z.string()).min(1, { error: 'Choose at least one day.' }),
    from: time,
    to: time,
  })
  .refine(({ from, to }) => from < to, { error: 'window-backwards', path: ['to'] })
export type TypedHours = z.input<typeof TypedHours>

/** The answers of a plan as typed; `revision` is the one they started from, 0 for a first plan. */
export const PlanAnswers = z
  .strictObject({
    revision: z.int().nonnegative(),
    askFor: optional(120),
    codeWord: optional(120),
    whoMayAnswer: optional(500),
    windows: z.array(TypedHours).max(40),
    voicemail: agreement,
    voicemailScript: optional(500),
    text: agreement,
    email: agreement,
    emailWatched: agreement,
    post: agreement,
    withheldNumber: agreement,
    interpreter: optional(300),
    sharedDevices: optional(500),
    otherContact: optional(500),
    doctor: optional(300),
    note: optional(2_000),
    confirmEveryDays: z
      .string()
      .trim()
      .regex(/^\d{1,3}$/, { error: 'Write a number of days from 1 to 180.' })
      .transform(Number)
      .refine(days => days >= 1 && days <= 180, { error: 'Write a number of days from 1 to 180.' }),
  })
  .transform(({ revision, windows, ...plan }) => ({
    revision,
    plan: SafeContactPlan.parse({
      ...plan,
      windows: windows.map(({ days, ...hours }) => ({ ...hours, days: days.map(Number) })),
    }),
  }))
export type TypedPlan = z.input<typeof PlanAnswers>

export const blankHours = (identifierId: string | null): TypedHours => ({
  ...{ identifierId, days: ['1', '2', '3', '4', '5'], from: null, to: null },
})

export const blankPlan: TypedPlan = {
  ...{ revision: 0, askFor: null, codeWord: null, whoMayAnswer: null, windows: [], voicemail: null },
  ...{ voicemailScript: null, text: null, email: null, emailWatched: null, post: null, withheldNumber: null },
  ...{ interpreter: null, sharedDevices: null, otherContact: null, doctor: null, note: null, confirmEveryDays: '28' },
}

/** A stored plan as it would have been typed. */
export const toPlanAnswers = (plan: SafeContactPlan, revision: number): TypedPlan => ({
  ...plan,
  revision,
  confirmEveryDays: String(plan.confirmEveryDays),
  windows: plan.windows.map(({ days, ...hours }) => ({ ...hours, days: days.map(String) })),
})
