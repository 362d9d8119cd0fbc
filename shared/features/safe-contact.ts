import * as z from 'zod'
import { command, query, savedOrConflict } from '../kernel/call.ts'
import { ClockTime, Instant } from '../kernel/dates.ts'
import { RecordStamp, RecordVersions, Revision } from '../kernel/event.ts'
import { CaseId, IdentifierId, PersonId, UserId } from '../kernel/ids.ts'

export const Agreement = z.enum(['yes', 'no', 'not-asked'])
export type Agreement = z.infer<typeof Agreement>
/** 1 is Monday, as ISO 8601 counts. */
export const Weekday = z.int().min(1).max(7)

const windowFields = { days: z.array(Weekday).min(1).max(7), from: ClockTime, to: ClockTime }
/** When one number or account may be used: on these days, from one time to another on a London clock, the end not included. */
export const ContactWindow = z
  .strictObject({ identifierId: IdentifierId, ...windowFields })
  .refine(({ from, to }) => from < to, { error: 'window-backwards', path: ['to'] })
export type ContactWindow = z.infer<typeof ContactWindow>

const words = (longest: number) => z.string().trim().min(1).max(longest).nullable()
/** How a person may be reached without danger (domain F9.13). What was not agreed is not allowed. */
export const SafeContactPlan = z.strictObject({
  askFor: words(120),
  codeWord: words(120),
  whoMayAnswer: words(500),
  windows: z.array(ContactWindow).max(40),
  voicemail: Agreement,
  /** What may be said on a voicemail, word for word. Never the name of the service. */
  voicemailScript: words(500),
  text: Agreement,
  email: Agreement,
  emailWatched: Agreement,
  post: Agreement,
  withheldNumber: Agreement,
  interpreter: words(300),
  sharedDevices: words(500),
  otherContact: words(500),
  doctor: words(300),
  note: words(2_000),
  /** After so many days without confirmation it counts for nothing. */
  confirmEveryDays: z.int().min(1).max(180),
})
export type SafeContactPlan = z.infer<typeof SafeContactPlan>

export const RevealPurpose = z.enum(['call', 'text', 'email', 'post', 'check'])
export type RevealPurpose = z.infer<typeof RevealPurpose>

/** Why a plan does not count at the moment. Anything but `current` means no. */
export const PlanState = z.enum([
  'current',
  'no-plan',
  'too-old',
  'incident-since',
  'hearing-since',
  'move-since',
  'changed-since',
  'restored-since',
])
export type PlanState = z.infer<typeof PlanState>
export const RevealRule = z.enum([
  ...PlanState.exclude(['current']).options,
  'in-error',
  'do-not-use',
  'no-agreed-hours',
  'outside-hours',
  'not-agreed',
  'check-needs-reason',
  'agreed-hours',
  'agreed-way',
  'not-confidential',
  'overridden',
])
export type RevealRule = z.infer<typeof RevealRule>

/** What to mind while making contact: shown with every answer, before a number is. */
export const Guidance = SafeContactPlan.pick({
  askFor: true,
  codeWord: true,
  whoMayAnswer: true,
  voicemail: true,
  voicemailScript: true,
  emailWatched: true,
  withheldNumber: true,
  interpreter: true,
  sharedDevices: true,
}).extend({ windows: z.array(ContactWindow) })
export type Guidance = z.infer<typeof Guidance>

export const SafeContact = z.strictObject({
  personId: PersonId,
  caseId: CaseId,
  plan: SafeContactPlan,
  confirmedAt: Instant,
  confirmedBy: UserId,
  state: PlanState,
  ...RecordStamp.shape,
})
export type SafeContact = z.infer<typeof SafeContact>

/** What the case header says: whether the client may be rung now, without number or code word. */
export const SafeContactStanding = z.strictObject({
  personId: PersonId,
  state: PlanState,
  confirmedAt: Instant.nullable(),
  /** A window of a phone number that may be used is open now, and the plan counts. The hours of an account agree no call. */
  callableNow: z.boolean(),
  windows: z.array(z.strictObject({ label: z.string().nullable(), ...windowFields })),
})
export type SafeContactStanding = z.infer<typeof SafeContactStanding>

const touches = ['safe-contact', 'history'] as const

export const safeContactCalls = {
  'safeContact.find': query({
    input: z.strictObject({ personId: PersonId }),
    output: z.strictObject({ record: SafeContact.nullable() }),
    tag: 'safe-contact',
  }),
  /** What was agreed before, each time it was gone through. */
  'safeContact.versions': query({
    input: z.strictObject({ personId: PersonId }),
    output: RecordVersions,
    tag: 'safe-contact',
  }),
  /** How the client of a case may be reached at this moment. */
  'safeContact.standing': query({
    input: z.strictObject({ caseId: CaseId }),
    output: SafeContactStanding,
    tag: 'safe-contact',
  }),
  /** Revision 0 for a first plan. Saving says that it was gone through with the person just now. */
  'safeContact.save': command({
    input: z.strictObject({ personId: PersonId, revision: z.int().nonnegative(), plan: SafeContactPlan }),
    output: savedOrConflict(SafeContact, SafeContactPlan),
    touches,
  }),
  /** Gone through with the person again, and nothing has changed. */
  'safeContact.confirm': command({
    input: z.strictObject({ personId: PersonId, revision: Revision }),
    output: SafeContact,
    touches,
  }),
}
