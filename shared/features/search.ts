import * as z from 'zod'
import { command, query } from '../kernel/call.ts'
import { EventKind, Page, pageOf, When } from '../kernel/event.ts'
import { CaseId, EventId, PersonId } from '../kernel/ids.ts'
import { IdentifierKind } from './identifiers.ts'
import { PersonRole } from './people.ts'

/** A stretch of found text; `hit` marks the words that were searched for. */
export const Snippet = z.array(z.strictObject({ text: z.string(), hit: z.boolean() }))
export type Snippet = z.infer<typeof Snippet>

export const EventHit = z.strictObject({
  eventId: EventId,
  caseId: CaseId,
  clientName: z.string(),
  reference: z.string(),
  kind: EventKind,
  when: When,
  title: z.string(),
  snippet: Snippet,
})
export type EventHit = z.infer<typeof EventHit>
export const PersonHit = z.strictObject({
  personId: PersonId,
  caseId: CaseId,
  name: z.string(),
  alsoKnownAs: z.string().nullable(),
  role: PersonRole,
  reference: z.string(),
  caseClosed: z.boolean(),
  /** The number or address that was found, where it was that. Never a confidential one. */
  identifier: z
    .strictObject({ kind: IdentifierKind, value: z.string(), label: z.string().nullable(), doNotUse: z.boolean() })
    .nullable(),
})
export type PersonHit = z.infer<typeof PersonHit>

/** The person whose confidential identifier was typed whole; the value itself is not in the answer. */
export const ConfidentialHit = z.strictObject({
  personId: PersonId,
  caseId: CaseId,
  name: z.string(),
  role: PersonRole,
  reference: z.string(),
  kind: IdentifierKind,
})
export type ConfidentialHit = z.infer<typeof ConfidentialHit>

export const searchCalls = {
  /**
   * Dated records whose words match, or that have a reference of police or court that begins like this in any spacing; newest
   * first. Quotes, AND and * are text. Totals stop at 1,000. What stands in a confidential value finds nothing.
   */
  'search.events': query({
    input: z.strictObject({ text: z.string().max(200), page: Page }),
    output: pageOf(EventHit),
    tag: 'search',
  }),
  /** People and cases by name, other name, reference or an identifier that is not confidential: the first 20 of `total`. */
  'search.people': query({
    input: z.strictObject({ text: z.string().max(200) }),
    output: z.strictObject({ rows: z.array(PersonHit).max(20), total: z.int().nonnegative() }),
    tag: 'search',
  }),
  /**
   * Whose confidential number, e-mail address, handle or vehicle this is: the whole value, never a part of one. A command
   * because the look is recorded, whether it finds somebody or not. Confidential addresses and names are never found.
   */
  'search.confidential': command({
    input: z.strictObject({ value: z.string().trim().min(1).max(200) }),
    output: z.strictObject({ rows: z.array(ConfidentialHit).max(20) }),
    touches: ['history'],
  }),
}
