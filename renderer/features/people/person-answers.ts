import * as z from 'zod'
import { PersonDraft, PersonRole } from '../../../shared/features/people.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { Missing } from '../../../shared/kernel/known.ts'
import { parseDay, showDay } from '../../../shared/kernel/uk-dates.ts'
import { todayIn } from '../../lib/today.ts'

const optional = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, { error: `Use ${limit.toLocaleString('en-GB')} characters or fewer.` })
    .nullable()
    .transform(text => text || null)

const born = z
  .strictObject({ value: z.string().nullable(), missing: Missing.nullable() })
  .transform((answer, context) => {
    if (answer.missing !== null) return { value: null, missing: answer.missing }
    const typed = answer.value?.trim() ?? ''
    if (typed === '') return refuse(context, 'Write the date of birth, or say why there is no answer.')
    const today = todayIn(london)
    const day = parseDay(typed, today)
    if (day === null) return refuse(context, 'day-not-read')
    if (day > today) return refuse(context, 'This is in the future. Write the year in full, like 12/5/1988.')
    return { value: day, missing: null }
  })

/** The answers about a person as typed; `revision` is the one they started from, 0 for somebody new. */
export const PersonAnswers = z
  .strictObject({
    revision: z.int().nonnegative(),
    name: z
      .string()
      .trim()
      .min(1, { error: 'Write a name, or a description such as “man in the blue car”.' })
      .max(160, { error: 'Use 160 characters or fewer.' }),
    alsoKnownAs: optional(300),
    born,
    role: z
      .string()
      .nullable()
      .transform(
        (text, context) => PersonRole.safeParse(text).data ?? refuse(context, 'Choose their part in this case.'),
      ),
    relationship: optional(160),
    note: optional(2_000),
  })
  .transform(({ revision, ...person }) => ({ revision, person: PersonDraft.parse(person) }))
export type TypedPerson = z.input<typeof PersonAnswers>

export const blankPerson: TypedPerson = {
  revision: 0,
  name: '',
  alsoKnownAs: null,
  born: { value: null, missing: null },
  role: null,
  relationship: null,
  note: null,
}

/** A stored person as they would have been typed. */
export const toPersonAnswers = (person: PersonDraft, revision: number): TypedPerson => ({
  ...personDraftOf(person),
  revision,
  born: { value: person.born.value && showDay(person.born.value), missing: person.born.missing },
})

/** The part of a record that people decide. */
export const personDraftOf = ({ name, alsoKnownAs, born, role, relationship, note }: PersonDraft): PersonDraft => ({
  name,
  alsoKnownAs,
  born,
  role,
  relationship,
  note,
})

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
