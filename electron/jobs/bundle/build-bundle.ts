import { setImmediate as nextTurn } from 'node:timers/promises'
import * as mupdf from 'mupdf'
import {
  BundleWork,
  type BundleProblem,
  type BundleProblemCode,
  type BuiltBundle,
} from '../../../shared/features/bundle-work.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { numberBundle, type BundleNumbers } from '../../../shared/rules/bundle-numbering.ts'
import { bundleProfileOn, type BundleProfile } from '../../../shared/rules/bundle-profiles.ts'
import { bundleProblemSentences } from '../../../shared/wording/bundles.ts'
import { citationName, countPaperPages } from '../papers/draw-paper.ts'
import type { LabelOf } from '../papers/rows.ts'
import type { JobContext } from '../serve-job.ts'
import { copyPages, type CopiedPage } from './copy-pages.ts'
import { finishBundle, indexOf, type CopiedDocument } from './finish-bundle.ts'
import { madeSource, openSource, type Source } from './inputs.ts'
import { bookmarksOf } from './outline.ts'
import { writeWhole } from './output.ts'
import { copyPaperPages } from './paper-pages.ts'
import { startPdf, type PdfFile, type Sink } from './pdf-file.ts'
import { pdfNumber, type PdfValue } from './pdf-value.ts'
import { Refusal, rethrowIfFatal } from './refusal.ts'
import { startStructure, type Structure } from './structure.ts'
import { drawSheet } from './text-pages.ts'

type Work = BundleWork
type Document = Work['sections'][number]['documents'][number]
type Opening = (from: Document['from'], labelOf: LabelOf) => Promise<Source>
type Building = {
  work: Work
  profile: BundleProfile
  file: PdfFile
  structure: Structure
  context: JobContext
  open: Opening
  problems: BundleProblem[]
}

/**
 * Builds a bundle: copies every document in, numbers it, and writes index, stamps, bookmarks, labels and links from those numbers.
 * One bad document is a problem in the report and a sheet in its place. Throws `AppError`; the earlier file then stays.
 */
export async function buildBundle(given: unknown, context: JobContext): Promise<BuiltBundle> {
  const work = BundleWork.parse(given)
  const open: Opening = (from, labelOf) => openSource(from, { ...work, labelOf })
  return writeWhole(work.to, sink => buildInto(sink, { work, context, open }))
}

/** The same into whatever takes bytes, out of what `open` answers. */
export async function buildInto(
  sink: Sink,
  { work: given, context, open }: Pick<Building, 'work' | 'context' | 'open'>,
): Promise<BuiltBundle> {
  const profile = bundleProfileOn(given.profile, given.hearingDate)
  if (!profile) throw new AppError('invalid-input', { rule: 'no-profile-then', field: 'hearingDate' })
  const work = { ...given, sections: printedSections(given, profile) }
  mupdf.setLog(null)
  const file = startPdf(sink)
  const building: Building = { work, profile, file, structure: startStructure(file), context, open, problems: [] }
  const total = work.sections.reduce((sum, { documents }) => sum + documents.length, 0)
  const layout = indexOf(work)
  const begun = await copySections(building, total)
  const counts = begun.map(documents => documents.map(one => ('later' in one ? one.pages : one.pages.length)))
  const numbers = numberBundle(profile, layout.pages.length, counts)
  const sections = await copyPapers(building, begun, numbers)
  context.begin?.({ done: total, total })
  const { pages, written } = await finishBundle({ ...building, sections, layout, numbers })
  context.signal.throwIfAborted()
  const documents = sections.flatMap((documents, section) =>
    documents.map(({ title, file, notes }, index) => {
      for (const code of layout.missing.has(title) ? new Set([...notes, 'letters-missing' as const]) : notes)
        building.problems.push(problem(file, code))
      const { first = '', firstPage = 1, pages: count = 1 } = numbers.sections[section]?.documents[index] ?? {}
      return { title, label: first, firstPage, pages: count }
    }),
  )
  return { pages, documents, problems: building.problems, ...written }
}

/** Sections with a letter keep their places even when empty, so that B stays B; elsewhere an empty one says nothing to a court. */
const printedSections = ({ sections }: Work, { numbering }: BundleProfile): Work['sections'] =>
  numbering === 'by-section' ? sections : sections.filter(({ documents }) => documents.length > 0)

const problem = (file: string, code: BundleProblemCode): BundleProblem => ({
  file,
  code,
  message: bundleProblemSentences[code],
})

/** A paper that is drawn once everything is numbered, since it cites pages. */
type Later = { later: Document; pages: number }

async function copySections(building: Building, total: number): Promise<(CopiedDocument | Later)[][]> {
  const { work, context } = building
  const sections: (CopiedDocument | Later)[][] = []
  let done = 0
  for (const { documents } of work.sections) {
    const copied: (CopiedDocument | Later)[] = []
    for (const document of documents) {
      await nextTurn() // lets a cancel message in: MuPDF never yields by itself
      context.signal.throwIfAborted()
      context.begin?.({ done, total })
      copied.push(await copyDocument(building, document, done))
      done += 1
    }
    sections.push(copied)
  }
  return sections
}

/** A document that can't be taken becomes a sheet that says so: the court sees that it is meant to be there. */
async function copyDocument(building: Building, document: Document, order: number): Promise<CopiedDocument | Later> {
  const { work, open } = building
  const { from } = document
  try {
    if (work.refused.includes(order)) throw new Refusal('file-dangerous')
    if (from.is === 'paper') return { later: document, pages: countPaperPages(from.paper) }
    return await copyFrom(building, { document, source: await open(from, noLabel), leadsTo: nowhere })
  } catch (cause) {
    rethrowIfFatal(cause)
    const code = cause instanceof Refusal ? cause.code : 'file-damaged'
    const sheet = new mupdf.PDFDocument(await drawSheet(document.title, bundleProblemSentences[code]))
    const source = { ...madeSource(sheet, [code]), isTagged: true }
    return copyFrom(building, { document, source, leadsTo: nowhere })
  }
}

const noLabel = (): string => ''
const nowhere = (): PdfValue => 'null'

/** Draws the papers with the numbers of what they cite. Their own pages were counted before, and are as many. */
async function copyPapers(
  building: Building,
  begun: readonly (readonly (CopiedDocument | Later)[])[],
  numbers: BundleNumbers,
): Promise<CopiedDocument[][]> {
  const { context } = building
  const all = begun.flat()
  const numbered = numbers.sections.flatMap(({ documents }) => documents)
  const labelOf: LabelOf = document => numbered[document]?.first ?? ''
  const firsts = new Map(all.map((one, order) => [citationName(order), 'later' in one ? undefined : one.pages[0]]))
  const leadsTo = (name: string): PdfValue => {
    const first = firsts.get(name)
    return first ? [first.at, '/XYZ', '0', pdfNumber(first.placed.sheet.height), 'null'] : 'null'
  }
  const sections: CopiedDocument[][] = []
  for (const documents of begun) {
    const copied: CopiedDocument[] = []
    for (const one of documents) {
      if (!('later' in one)) {
        copied.push(one)
        continue
      }
      await nextTurn()
      context.signal.throwIfAborted()
      context.begin?.({ done: all.indexOf(one), total: all.length }) // or another would be refused for what this one does
      const source = await building.open(one.later.from, labelOf)
      const paper = await copyFrom(building, { document: one.later, source, leadsTo })
      if (paper.pages.length !== one.pages) throw new AppError('internal', { rule: 'paper-moved' })
      copied.push(paper)
    }
    sections.push(copied)
  }
  return sections
}

type Copying = { document: Document; source: Source; leadsTo: (name: string) => PdfValue }
async function copyFrom(
  { file, structure, profile, context }: Building,
  { document: { title, date, file: name }, source, leadsTo }: Copying,
): Promise<CopiedDocument> {
  try {
    const pages: CopiedPage[] = []
    const copying = source.isTagged
      ? copyPaperPages(source.pdf, { file, structure, leadsTo })
      : copyPages(source, { file, corner: profile.stamp.corner })
    for (const page of copying) {
      pages.push(page)
      if (pages.length % 50 === 0) await nextTurn()
      context.signal.throwIfAborted()
    }
    return { title, date, file: name, notes: source.notes, pages, bookmarks: bookmarksOf(source.pdf, 0) }
  } finally {
    source.pdf.destroy()
    mupdf.emptyStore()
  }
}
