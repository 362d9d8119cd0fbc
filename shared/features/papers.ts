import * as z from 'zod'
import { Instant } from '../kernel/dates.ts'

export const PaperKind = z.enum(['front-sheet', 'case-summary', 'chronology', 'police-contacts', 'risk-summary'])
export type PaperKind = z.infer<typeof PaperKind>

const text = z.string().max(20_000)
/** A paragraph of a table's cell. What is strong stands out from the rest. */
export const PaperPart = z.strictObject({ text, strong: z.boolean() })
export type PaperPart = z.infer<typeof PaperPart>
export const PaperCell = z.array(PaperPart).max(50)
export type PaperCell = z.infer<typeof PaperCell>

/** A piece of a paper, from top to bottom. The layout decides how it looks; line breaks in a text are kept. */
export const PaperBlock = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('heading'), text }),
  /** Numbered paragraphs are counted through the whole paper. */
  z.strictObject({ is: z.literal('paragraph'), text, numbered: z.boolean() }),
  z.strictObject({ is: z.literal('list'), items: z.array(text).max(500) }),
  z.strictObject({ is: z.literal('facts'), rows: z.array(z.strictObject({ term: text, value: text })).max(500) }),
  /** `share` is a column's part of the width. Every row has a cell for every column; the heads return on every page. */
  z.strictObject({
    is: z.literal('table'),
    columns: z
      .array(z.strictObject({ head: text, share: z.number().positive() }))
      .min(1)
      .max(8),
    rows: z.array(z.array(PaperCell)).max(20_000),
  }),
  /** How the paper came about and what it leaves out: set apart from what it says. */
  z.strictObject({ is: z.literal('note'), text }),
])
export type PaperBlock = z.infer<typeof PaperBlock>

/** A paper as it is to be printed, in words alone: every detail that a court may not see is out of it already. */
export const PaperContent = z.strictObject({
  paper: PaperKind,
  title: text,
  /** As they are to be printed at the head; what is null is left out. */
  about: z.strictObject({ client: text, court: text.nullable(), caseNumber: text.nullable() }),
  madeAt: Instant,
  blocks: z.array(PaperBlock).max(20_000),
})
export type PaperContent = z.infer<typeof PaperContent>
