import * as z from 'zod'
import { query } from '../kernel/call.ts'
import { EventKind, Page, pageOf, When } from '../kernel/event.ts'
import { CaseId, EventId, PersonId } from '../kernel/ids.ts'
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
})
export type PersonHit = z.infer<typeof PersonHit>

export const searchCalls = {
  /** Dated records whose words match, newest first. Quotes, AND and * are text. Totals stop at 1,000. */
  'search.events': query({
    input: z.strictObject({ text: z.string().max(200), page: Page }),
    output: pageOf(EventHit),
    tag: 'search',
  }),
  /** People and cases by name, alias or reference: the first 20. */
  'search.people': query({
    input: z.strictObject({ text: z.string().max(200) }),
    output: z.strictObject({ rows: z.array(PersonHit) }),
    tag: 'search',
  }),
}
