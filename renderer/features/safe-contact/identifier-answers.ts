import * as z from 'zod'
import { IdentifierKind, type Identifier, type IdentifierChange } from '../../../shared/features/identifiers.ts'

const longest = 300
/** The answers about a number or address as typed; `revision` is the one they started from, 0 for a new one. */
export const IdentifierAnswers = z
  .strictObject({
    revision: z.int().nonnegative(),
    /** True where the value is confidential and stays hidden: left empty, it is kept as it is, unless the mark comes off. */
    hidden: z.boolean(),
    kind: z
      .string()
      .nullable()
      .transform((text, context) => IdentifierKind.safeParse(text).data ?? refuse(context, 'Choose what it is.')),
    value: z
      .string()
      .trim()
      .max(longest, { error: `Use ${String(longest)} characters or fewer.` }),
    label: z
      .string()
      .trim()
      .max(120, { error: 'Use 120 characters or fewer.' })
      .nullable()
      .transform(text => text || null),
    marks: z.array(z.string()),
  })
  .refine(({ hidden, value, marks }) => (hidden && marks.includes('confidential')) || value !== '', {
    error: 'Write the number, address or name.',
    path: ['value'],
  })
  .transform(({ revision, value, kind, label, marks }) => {
    const identifier: IdentifierChange = {
      ...{ kind, label, value: value === '' ? null : value },
      ...{ confidential: marks.includes('confidential'), doNotUse: marks.includes('do-not-use') },
    }
    return { revision, identifier }
  })
export type TypedIdentifier = z.input<typeof IdentifierAnswers>

/** A new one: confidential unless somebody says otherwise. */
export const blankIdentifier: TypedIdentifier = {
  ...{ revision: 0, hidden: false, kind: null, value: '', label: null },
  marks: ['confidential'],
}

/** A stored one as it would have been typed; a confidential value stays out of the form. */
export const toIdentifierAnswers = (identifier: IdentifierChange, revision: number): TypedIdentifier => ({
  revision,
  hidden: identifier.value === null,
  kind: identifier.kind,
  value: identifier.value ?? '',
  label: identifier.label,
  marks: [...(identifier.confidential ? ['confidential'] : []), ...(identifier.doNotUse ? ['do-not-use'] : [])],
})

/** The part of a record that people decide. */
export const changeOf = ({ kind, label, confidential, doNotUse, value }: Identifier): IdentifierChange => ({
  ...{ kind, label, confidential, doNotUse, value },
})

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
