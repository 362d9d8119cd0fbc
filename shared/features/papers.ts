import * as z from 'zod'
import { job, query } from '../kernel/call.ts'
import { CalendarDay, Instant } from '../kernel/dates.ts'
import { CaseId, FileId } from '../kernel/ids.ts'
import { CaseDocument } from './documents.ts'
import { fileCalls } from './files.ts'

export const PaperKind = z.enum(['front-sheet', 'case-summary', 'chronology', 'police-contacts', 'risk-summary'])
export type PaperKind = z.infer<typeof PaperKind>

const text = z.string().max(40_000)
/** A paragraph of a table's cell. What is strong stands out from the rest. */
export const PaperPart = z.strictObject({ text, strong: z.boolean() })
export type PaperPart = z.infer<typeof PaperPart>
/**
 * Where a bundle has a document, by its order among all that the bundle has, from 0. Printed as the number of its first page, which it
 * leads to; known only once everything is numbered.
 */
export const PaperCitation = z.strictObject({ cites: z.int().nonnegative() })
export const PaperCell = z.array(z.union([PaperPart, PaperCitation])).max(400)
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

/** The kinds of record that a chronology may have. */
export const ChronologyKind = z.enum(['incident', 'breach', 'police-report', 'police-contact', 'order', 'hearing'])
export type ChronologyKind = z.infer<typeof ChronologyKind>

const line = z.string().trim().min(1).max(200).nullable()
/** What a person chooses about a paper. */
export const PaperOptions = z
  .strictObject({
    /** First and last day of the records that it covers; null for no limit. What has no date is always in it. */
    from: CalendarDay.nullable(),
    to: CalendarDay.nullable(),
    kinds: z.array(ChronologyKind).min(1).max(ChronologyKind.options.length),
    /** The organisation of whoever keeps the records, and whom the paper is for. */
    service: line,
    preparedFor: line,
    /** As printed at the head. Null: left off. Nobody guesses it: a case may be before two courts at once. */
    court: line,
    caseNumber: line,
    /** The hearing that a front sheet is for. Null: the next one of the case. */
    hearing: z.string().trim().min(1).max(1_000).nullable(),
    /** What a front sheet says is behind it. */
    contents: z.array(z.string().trim().min(1).max(1_000)).max(60),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, { error: 'range-backwards', path: ['to'] })
export type PaperOptions = z.infer<typeof PaperOptions>

export const usualPaperOptions: PaperOptions = {
  ...{ from: null, to: null, service: null, preparedFor: null, court: null, caseNumber: null, hearing: null },
  contents: [],
  kinds: ['incident', 'breach', 'police-report', 'order', 'hearing'],
}

const wanted = z.strictObject({ caseId: CaseId, paper: PaperKind, options: PaperOptions })
const { done } = fileCalls['files.add']

export const paperCalls = {
  /** A paper's words as they stand now. */
  'papers.preview': query({ input: wanted, output: PaperContent, tag: 'case' }),
  /** Lays a paper out and seals it into the vault as a document of the case. */
  'papers.make': job({
    job: 'make-paper',
    input: wanted,
    work: z.strictObject({ id: FileId, name: z.string(), to: z.string(), paper: PaperContent }),
    done,
    output: CaseDocument,
    finishesAfterLock: true,
    event: 'document',
  }),
}
