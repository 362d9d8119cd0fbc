import * as z from 'zod'
import { command, query, savedOrConflict } from '../kernel/call.ts'
import { EventKind, RecordStamp, Revision } from '../kernel/event.ts'
import { CaseId, IdentifierId, PersonId } from '../kernel/ids.ts'
import { overrideReason } from '../kernel/reason.ts'
import { Guidance, RevealPurpose, RevealRule } from './safe-contact.ts'

/** What somebody can be reached or recognised by. */
export const IdentifierKind = z.enum(['phone', 'email', 'handle', 'address', 'vehicle', 'alias'])
export type IdentifierKind = z.infer<typeof IdentifierKind>

const fields = {
  kind: IdentifierKind,
  /** Whose it is or what it is for, in words that may be read by anyone: "work mobile". */
  label: z.string().trim().min(1).max(120).nullable(),
  /** Never in a list, search, timeline or paper: only `identifiers.reveal` gives it out. */
  confidential: z.boolean(),
  /** Kept so that nobody uses it by mistake, such as a number that the suspect answers. */
  doNotUse: z.boolean(),
}
const Value = z.string().trim().min(1).max(300)
export const NewIdentifier = z.strictObject({ ...fields, value: Value })
export type NewIdentifier = z.infer<typeof NewIdentifier>
/** An edit. Null keeps the value as it is, so that nothing has to be shown to correct what stands beside it. */
export const IdentifierChange = z.strictObject({ ...fields, value: Value.nullable() })
export type IdentifierChange = z.infer<typeof IdentifierChange>

/** As lists have it: a confidential value is null. */
export const Identifier = z.strictObject({
  id: IdentifierId,
  caseId: CaseId,
  personId: PersonId,
  ...fields,
  value: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  ...RecordStamp.shape,
})
export type Identifier = z.infer<typeof Identifier>

/** What is confidential changes what every other record may show. */
const touches = ['identifier', 'safe-contact', 'history', 'person', 'case', 'timeline', 'search', ...EventKind.options]
const WithdrawReason = z.string().trim().min(3).max(500)
const saved = savedOrConflict(Identifier, IdentifierChange)

export const identifierCalls = {
  /** Of every person in the case; at most 500. */
  'identifiers.listForCase': query({
    input: z.strictObject({ caseId: CaseId }),
    output: z.strictObject({ rows: z.array(Identifier).max(500) }),
    tag: 'identifier',
  }),
  'identifiers.add': command({
    input: z.strictObject({ personId: PersonId, identifier: NewIdentifier }),
    output: Identifier,
    touches,
  }),
  /** Who takes the confidential mark off has to write the value out: an edit is no way round `identifiers.reveal`. */
  'identifiers.update': command({
    input: z.strictObject({ id: IdentifierId, revision: Revision, identifier: IdentifierChange }),
    output: saved,
    asTyped: true,
    touches,
  }),
  /** Marks it as entered in error. Null takes the mark back. */
  'identifiers.withdraw': command({
    input: z.strictObject({ id: IdentifierId, revision: Revision, reason: WithdrawReason.nullable() }),
    output: Identifier,
    touches,
  }),
  /**
   * The only door of a confidential value. Answers by the person's safe-contact plan; default is no. `override` is the reason for
   * looking all the same. Every attempt has its audit row.
   */
  'identifiers.reveal': command({
    input: z.strictObject({
      id: IdentifierId,
      purpose: RevealPurpose,
      override: overrideReason(500).nullable(),
    }),
    output: z.discriminatedUnion('outcome', [
      z.strictObject({
        outcome: z.literal('shown'),
        value: z.string(),
        rule: RevealRule,
        guidance: Guidance.nullable(),
      }),
      z.strictObject({ outcome: z.literal('withheld'), rule: RevealRule, guidance: Guidance.nullable() }),
    ]),
    reveals: true,
    touches: ['history'],
  }),
}
