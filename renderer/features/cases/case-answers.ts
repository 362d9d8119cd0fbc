import * as z from 'zod'
import { CaseStatus, ClosingReason, type Case, type CaseDraft } from '../../../shared/features/cases.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { UserId } from '../../../shared/kernel/ids.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { todayIn } from '../../lib/today.ts'
import { DayText, dayToTyped } from '../../ui/typed-dates.ts'

const reference = z.string().trim().max(40, { error: 'Use 40 characters or fewer.' })
const status = z.string().nullable()

/** The answers that open a case, as typed. */
export const NewCaseAnswers = z.strictObject({
  clientName: z
    .string()
    .trim()
    .min(1, { error: 'Write the client’s name.' })
    .max(160, { error: 'Use 160 characters or fewer.' }),
  reference: reference.nullable().transform(text => text || null),
  status: status.transform(
    (text, context) =>
      CaseStatus.exclude(['closed']).safeParse(text).data ?? refuse(context, 'Choose where the case stands.'),
  ),
  ownerId: z
    .string()
    .nullable()
    .transform(text => UserId.nullable().safeParse(text).data ?? null),
  openedOn: DayText.transform((day, context) =>
    day > todayIn(london) ? refuse(context, 'This is in the future. Check the date.') : day,
  ),
})
export type TypedNewCase = z.input<typeof NewCaseAnswers>

/** An empty form: opened today, referred, owned by whoever opens it. */
export const blankCase = (ownerId: UserId | null): TypedNewCase => ({
  clientName: '',
  reference: null,
  status: 'referred',
  ownerId,
  openedOn: showDay(todayIn(london)),
})

/** The answers about a case that is there, with the revision they started from. */
export const CaseAnswers = z
  .strictObject({
    revision: z.int().positive(),
    reference: reference.min(1, { error: 'Write a reference.' }),
    status: status.transform(
      (text, context) => CaseStatus.safeParse(text).data ?? refuse(context, 'Choose where the case stands.'),
    ),
    ownerId: z
      .string()
      .nullable()
      .transform((text, context) => UserId.safeParse(text).data ?? refuse(context, 'Choose who has this case.')),
    openedOn: DayText,
    // Asked only when it is closed: what is half typed for another status must not stop a save.
    closedOn: z.string().nullable(),
    closingReason: z.string().nullable(),
  })
  .transform(({ revision, closedOn: typedDay, closingReason: typedReason, ...rest }, context) => {
    const isClosed = rest.status === 'closed'
    const day = isClosed ? DayText.safeParse(typedDay ?? '') : null
    const closingReason = isClosed ? (ClosingReason.safeParse(typedReason).data ?? null) : null
    const says = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const closedOn = day?.data ?? null
    if (isClosed && closedOn === null) says('closedOn', 'Write the day it was closed, like 24/11/26.')
    if (isClosed && closingReason === null) says('closingReason', 'Say why it was closed.')
    if (rest.openedOn > todayIn(london)) says('openedOn', 'This is in the future. Check the date.')
    if (closedOn !== null && closedOn > todayIn(london)) says('closedOn', 'This is in the future. Check the date.')
    if (closedOn !== null && closedOn < rest.openedOn) says('closedOn', 'closed-before-opened')
    return { revision, case: { ...rest, closedOn, closingReason } }
  })
export type TypedCase = z.input<typeof CaseAnswers>

/** A stored case as it would have been typed. */
export const toCaseAnswers = (draft: CaseDraft, revision: number): TypedCase => ({
  revision,
  reference: draft.reference,
  status: draft.status,
  ownerId: draft.ownerId,
  openedOn: showDay(draft.openedOn),
  closedOn: dayToTyped(draft.closedOn),
  closingReason: draft.closingReason,
})

/** The part of a case that people decide. */
export const caseDraftOf = ({ reference, status, ownerId, openedOn, closedOn, closingReason }: Case): CaseDraft => ({
  reference,
  status,
  ownerId,
  openedOn,
  closedOn,
  closingReason,
})

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
