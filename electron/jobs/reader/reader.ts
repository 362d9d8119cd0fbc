import * as mupdf from 'mupdf'
import * as z from 'zod'
import {
  readingCalls,
  ReadingWork,
  type OpenedReading,
  type OutlineLine,
  type PageSize,
} from '../../../shared/features/reading.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { ReadingId } from '../../../shared/kernel/ids.ts'
import { bookmarksOf, type Bookmark } from '../bundle/outline.ts'
import type { Service } from '../serve-job.ts'
import { openDocument, type ReadDocument } from './open-document.ts'
import { drawPage, hitsOn, pictureOf, sizeOf, textOf } from './pages.ts'
import { openSealedBytes, type SealedBytes } from './sealed-bytes.ts'
import { warmUp } from './warm-up.ts'

const calls = readingCalls
const Ask = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('prepare') }),
  z.strictObject({ name: z.literal('open'), readingId: ReadingId, work: ReadingWork }),
  z.strictObject({ name: z.literal('reading.unlock'), input: calls['reading.unlock'].input }),
  z.strictObject({ name: z.literal('reading.draw'), input: calls['reading.draw'].input }),
  z.strictObject({ name: z.literal('picture'), input: calls['reading.draw'].input }),
  z.strictObject({ name: z.literal('reading.text'), input: calls['reading.text'].input }),
  z.strictObject({ name: z.literal('reading.search'), input: calls['reading.search'].input }),
  z.strictObject({ name: z.literal('reading.outline'), input: calls['reading.outline'].input }),
  z.strictObject({ name: z.literal('reading.close'), input: calls['reading.close'].input }),
])
type Ask = z.infer<typeof Ask>
type Reading = ReadDocument & { bytes: SealedBytes; isLocked: boolean }

const mostOpen = 3
const mostPages = 20_000
/** Milliseconds for the sizes of pages that nobody sees yet, while somebody waits for the first. */
const measuring = 25
/** Milliseconds for one look for words. */
const looking = 60

/** The process that reads: keeps the last few documents open, and answers what is asked about them. */
export function makeReading(): Promise<Service> {
  mupdf.setLog(null) // what MuPDF says quotes documents
  const open = new Map<ReadingId, Reading>()
  return Promise.resolve(async given => {
    const ask = Ask.parse(given)
    try {
      return await answer(open, ask)
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'RuntimeError') process.exit(1) // MuPDF's own end: nothing works after it
      if (cause instanceof AppError) throw cause
      throw new AppError('file-unreadable', { rule: 'page-damaged' }, { cause })
    }
  })
}

async function answer(open: Map<ReadingId, Reading>, ask: Ask): Promise<unknown> {
  if (ask.name === 'prepare') return warmUp()
  if (ask.name === 'open') return begin(open, ask.readingId, ask.work)
  const { readingId } = ask.input
  if (ask.name === 'reading.close') return end(open, readingId)
  const reading = open.get(readingId)
  if (!reading) throw new AppError('not-found', { rule: 'reading-closed' })
  const output = answerFrom(reading, ask)
  reading.bytes.check()
  return output
}

type OfOpen = Exclude<Ask, { name: 'prepare' | 'open' | 'reading.close' }>
function answerFrom(reading: Reading, ask: OfOpen): unknown {
  const { document, kind } = reading
  if (ask.name === 'reading.unlock') return unlocked(reading, ask.input)
  if (reading.isLocked) throw new AppError('file-unreadable', { rule: 'document-locked' })
  if (ask.name === 'reading.outline') return { lines: outlineOf(document) }
  if (ask.name === 'reading.search') return look(reading, ask.input)
  const of = { at: ask.input.page, kind }
  if (ask.name === 'picture') return { bytes: pictureOf(document, of, ask.input) }
  return ask.name === 'reading.draw' ? drawPage(document, of, ask.input) : { text: textOf(document, of) }
}

async function begin(open: Map<ReadingId, Reading>, readingId: ReadingId, work: ReadingWork): Promise<OpenedReading> {
  const bytes = openSealedBytes(work)
  try {
    const found = await openedOrDamaged(bytes)
    const reading = { ...found, bytes, isLocked: found.document.needsPassword() }
    open.set(readingId, reading)
    const [oldest] = open.keys()
    if (open.size > mostOpen && oldest !== undefined) end(open, oldest)
    return reading.isLocked ? { is: 'locked', readingId } : described(reading, readingId)
  } catch (cause) {
    if (open.has(readingId)) end(open, readingId)
    else bytes.close()
    throw cause
  }
}

async function openedOrDamaged(bytes: SealedBytes): Promise<ReadDocument> {
  try {
    return await openDocument(bytes)
  } catch (cause) {
    bytes.check()
    if (cause instanceof AppError || (cause instanceof Error && cause.name === 'RuntimeError')) throw cause
    throw new AppError('file-unreadable', { rule: 'document-damaged' }, { cause })
  }
}

function end(open: Map<ReadingId, Reading>, readingId: ReadingId): object {
  const reading = open.get(readingId)
  open.delete(readingId)
  reading?.document.destroy()
  reading?.bytes.close()
  return {}
}

function unlocked(
  reading: Reading,
  { readingId, password }: { readingId: ReadingId; password: string },
): OpenedReading {
  if (reading.document.authenticatePassword(password) === 0)
    throw new AppError('invalid-input', { field: 'password', rule: 'document-password-wrong' })
  reading.isLocked = false
  return described(reading, readingId)
}

function described({ document, kind, bytes }: Reading, readingId: ReadingId): OpenedReading {
  const many = document.countPages()
  bytes.check()
  if (many < 1) throw new AppError('file-unreadable', { rule: 'no-pages' })
  if (many > mostPages) throw new AppError('file-unreadable', { rule: 'too-many-pages' })
  const until = performance.now() + measuring
  let last: PageSize = { width: 595, height: 842 }
  const pages = Array.from({ length: many }, (_, at) => {
    if (performance.now() < until) last = sizeOrLast(document, { at, kind }, last)
    return last
  })
  return { is: 'open', readingId, kind, pages, labels: labelsOf(document, many) }
}

function sizeOrLast(
  document: mupdf.Document,
  of: { at: number; kind: ReadDocument['kind'] },
  last: PageSize,
): PageSize {
  try {
    return sizeOf(document, of)
  } catch {
    return last // drawing it will say what is wrong with it
  }
}

/** Null where the document has none of its own, or none worth saying: 1, 2, 3. */
function labelsOf(document: mupdf.Document, many: number): string[] | null {
  try {
    const hasLabels = document.asPDF()?.getTrailer().get('Root', 'PageLabels').isDictionary() ?? false
    if (!hasLabels || many > 5_000) return null
    const labels = Array.from({ length: many }, (_, at) => {
      const page = document.loadPage(at)
      const label = page.getLabel().slice(0, 60)
      page.destroy()
      return label
    })
    return labels.some((label, at) => label !== String(at + 1)) ? labels : null
  } catch {
    return null
  }
}

type Look = { words: string; from: number }
function look(
  { document, kind }: Reading,
  { words, from }: Look,
): { hits: ReturnType<typeof hitsOn>; next: number | null } {
  const many = document.countPages()
  const until = performance.now() + looking
  const hits: ReturnType<typeof hitsOn> = []
  for (let at = from; at < many; at += 1) {
    try {
      hits.push(...hitsOn(document, { at, kind }, words))
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'RuntimeError') throw cause
      // A page that can't be read has no words; the others have.
    }
    if (performance.now() >= until) return { hits, next: at + 1 < many ? at + 1 : null }
  }
  return { hits, next: null }
}

function outlineOf(document: mupdf.Document): OutlineLine[] {
  const pdf = document.asPDF()
  const flat = (bookmarks: readonly Bookmark[], depth: number): OutlineLine[] =>
    bookmarks.flatMap(({ title, page, below }) => [{ title, page, depth }, ...flat(below, depth + 1)])
  return pdf ? flat(bookmarksOf(pdf, 0), 0).slice(0, 2_000) : []
}
