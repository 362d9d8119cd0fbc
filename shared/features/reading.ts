import * as z from 'zod'
import { native, Nothing, reading } from '../kernel/call.ts'
import { ReadingId } from '../kernel/ids.ts'
import { KeyBytes } from './keys.ts'

// Reading on the screen: a call of a feature opens something, the others ask about it by its id. All of it is answered by one
// process, which keeps a few documents open and is ended by the lock.

/** What is read: a sealed file. */
export const ReadingWork = z.strictObject({ path: z.string(), key: KeyBytes, size: z.int().nonnegative() })
export type ReadingWork = z.infer<typeof ReadingWork>

/** Points (1/72 inch), as the page is seen. A picture counts as one page of about A4. */
export const PageSize = z.strictObject({ width: z.number().positive(), height: z.number().positive() })
export type PageSize = z.infer<typeof PageSize>

/** `locked`: nobody can see it before `reading.unlock`. Sizes of later pages may be guesses, which drawing them puts right. */
export const OpenedReading = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('open'),
    readingId: ReadingId,
    kind: z.enum(['pdf', 'picture', 'text']),
    pages: z.array(PageSize).min(1).max(20_000),
    /** What the document itself calls its pages, where it does, such as A12. */
    labels: z.array(z.string().max(60)).nullable(),
  }),
  z.strictObject({ is: z.literal('locked'), readingId: ReadingId }),
])
export type OpenedReading = z.infer<typeof OpenedReading>

/** How a page is turned for the eye, in degrees clockwise. */
export const Turn = z.literal([0, 90, 180, 270])
export type Turn = z.infer<typeof Turn>

/** JSON Schema knows no bytes. */
const isBytes = (value: unknown): boolean => value instanceof Uint8Array
const Pixels = z.unknown().refine(isBytes) as unknown as z.ZodType<Uint8Array<ArrayBuffer>> // checked by what it refines

/** Four bytes a pixel: red, green, blue and 255, row by row. Packed where that makes them fewer: a page of text by twenty. */
export const PagePicture = z.strictObject({
  packing: z.enum(['none', 'deflate']),
  width: z.int().positive(),
  height: z.int().positive(),
  pixels: Pixels,
  size: PageSize,
})
export type PagePicture = z.infer<typeof PagePicture>

/** Where on its page something stands, in points from the top left. */
export const PageBox = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type PageBox = z.infer<typeof PageBox>
const ReadingHit = z.strictObject({ page: z.int().nonnegative(), boxes: z.array(PageBox).max(500) })
export type ReadingHit = z.infer<typeof ReadingHit>

const OutlineLine = z.strictObject({ title: z.string().max(300), page: z.int(), depth: z.int() })
export type OutlineLine = z.infer<typeof OutlineLine>

const id = { readingId: ReadingId }
const onPage = { ...id, page: z.int().nonnegative().max(20_000) }

/** A call that opens something to be read on the screen: the store answers `ReadingWork` for it. */
export const opening = <const Input extends z.ZodType>({ input }: { input: Input }) =>
  reading({ input, work: ReadingWork, output: OpenedReading })

export const readingCalls = {
  /** Has the process that reads get ready, so that the first page comes quickly. */
  'reading.prepare': native({ input: Nothing, output: Nothing }),
  /** Opens what is locked. The password is not kept. */
  'reading.unlock': native({
    input: z.strictObject({ ...id, password: z.string().min(1).max(1024) }),
    output: OpenedReading,
  }),
  /** `scale`: pixels to a point. Where that would be too many, the picture is smaller. */
  'reading.draw': native({
    input: z.strictObject({ ...onPage, scale: z.number().positive().max(20), turn: Turn }),
    output: PagePicture,
  }),
  'reading.text': native({
    input: z.strictObject(onPage),
    output: z.strictObject({ text: z.string().max(200_000) }),
  }),
  /** Looks from a page on for a short while. `next`: the page to go on from; null at the end. */
  'reading.search': native({
    input: z.strictObject({ ...id, words: z.string().trim().min(1).max(200), from: z.int().nonnegative().max(20_000) }),
    output: z.strictObject({ hits: z.array(ReadingHit), next: z.int().nullable() }),
  }),
  /** Its own bookmarks, in their order. */
  'reading.outline': native({
    input: z.strictObject(id),
    output: z.strictObject({ lines: z.array(OutlineLine).max(2_000) }),
  }),
  'reading.close': native({ input: z.strictObject(id), output: Nothing }),
}
