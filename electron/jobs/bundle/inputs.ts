import { readFileSync, statSync } from 'node:fs'
import * as mupdf from 'mupdf'
import type { BundleProblemCode, DocumentSource } from '../../../shared/features/bundle-work.ts'
import type { PaperContent } from '../../../shared/features/papers.ts'
import { readWholeSealed } from '../sealed-file.ts'
import { drawPaperContent } from '../papers/draw-paper.ts'
import type { LabelOf } from '../papers/rows.ts'
import { removeOutside } from './outside.ts'
import { readPages, type PageEntries } from './page-list.ts'
import { picturePdf } from './picture-pages.ts'
import { Refusal } from './refusal.ts'
import { drawText } from './text-pages.ts'

/** A document ready to be copied from. Whoever opens one destroys its `pdf`. */
export type Source = {
  pdf: mupdf.PDFDocument
  pages: PageEntries[]
  notes: Set<BundleProblemCode>
  /** Made by us for this bundle, with tags that come along. */
  isTagged: boolean
}

/** A document of our own making, of which nothing is to be said but `notes`. */
export const madeSource = (pdf: mupdf.PDFDocument, notes: readonly BundleProblemCode[] = []): Source => ({
  pdf,
  pages: readPages(pdf),
  notes: new Set(notes),
  isTagged: false,
})

const largestFile = 1024 ** 3

/** Opens what a bundle takes: a file of any such kind, or a paper that is laid out here. Throws `Refusal` where it can't. */
export async function openSource(
  from: DocumentSource,
  { passwords, labelOf }: { passwords: readonly string[]; labelOf: LabelOf },
): Promise<Source> {
  if (from.is === 'paper') return paperSource(from.paper, labelOf)
  return sourceOf(from.is === 'path' ? readInput(from.path) : await readVaultCopy(from), passwords)
}

async function paperSource(content: PaperContent, labelOf: LabelOf): Promise<Source> {
  const { pdf, missing } = await drawPaperContent(content, labelOf)
  return { ...madeSource(new mupdf.PDFDocument(pdf), missing ? ['letters-missing'] : []), isTagged: true }
}

/** The same from bytes that have been read. */
export async function sourceOf(bytes: Buffer, passwords: readonly string[]): Promise<Source> {
  const kind = kindOf(bytes)
  if (kind === 'pdf') return openPdf(bytes, passwords)
  if (kind === 'picture') return madeSource(picturePdf(bytes))
  if (kind !== 'text') throw new Refusal(kind)
  const text = decoded(bytes)
  if (text === null) throw new Refusal('kind-unknown')
  const drawn = await drawText(text)
  return madeSource(new mupdf.PDFDocument(drawn.pdf), drawn.missing ? ['letters-missing'] : [])
}

function readInput(path: string): Buffer {
  try {
    const found = statSync(path)
    if (!found.isFile()) throw new Refusal('file-unreadable')
    if (found.size === 0) throw new Refusal('file-empty')
    if (found.size > largestFile) throw new Refusal('file-too-large')
    return readFileSync(path)
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    const isMissing = cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
    throw new Refusal(isMissing ? 'file-missing' : 'file-unreadable', { cause })
  }
}

async function readVaultCopy(file: Extract<DocumentSource, { is: 'sealed' }>): Promise<Buffer> {
  if (file.size === 0) throw new Refusal('file-empty')
  if (file.size > largestFile) throw new Refusal('file-too-large')
  try {
    return await readWholeSealed(file)
  } catch (cause) {
    throw new Refusal('vault-copy-damaged', { cause })
  }
}

/** By what is in it: names of files lie. */
export function kindOf(bytes: Buffer): 'pdf' | 'picture' | 'text' | 'kind-word' | 'kind-picture' | 'kind-recording' {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, jpeg) || startsWith(bytes, png)) return 'picture'
  if (startsWith(bytes, zip) || startsWith(bytes, oldWord)) return 'kind-word'
  const words = bytes.toString('latin1', 0, 12)
  if (/^RIFF.{4}WEBP|^.{4}ftyp(hei|hev|mif1|msf1|avi)/s.test(words)) return 'kind-picture'
  if (/^.{4}ftyp|^RIFF.{4}(WAVE|AVI )|^ID3|^OggS|^\x1aE\xdf\xa3/s.test(words)) return 'kind-recording'
  return 'text'
}
const startsWith = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start)
const jpeg = Buffer.from([0xff, 0xd8])
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const zip = Buffer.from('PK\x03\x04', 'latin1')
const littleEndian = Buffer.from([0xff, 0xfe])
const bigEndian = Buffer.from([0xfe, 0xff])
const oldWord = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** Text as phones and computers save it. Null for what is no text at all. */
export function decoded(bytes: Buffer): string | null {
  if (startsWith(bytes, littleEndian)) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, bigEndian)) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const odd = bytes.reduce((sum, code) => sum + (code < 9 || (code > 13 && code < 32) ? 1 : 0), 0)
    return odd > bytes.length / 200 ? null : new TextDecoder('windows-1252').decode(bytes)
  }
}

function openPdf(bytes: Buffer, passwords: readonly string[]): Source {
  const pdf = attempt(() => new mupdf.PDFDocument(bytes))
  const notes = new Set<BundleProblemCode>()
  try {
    if (attempt(() => pdf.needsPassword()) && !passwords.some(password => pdf.authenticatePassword(password) !== 0))
      throw new Refusal('file-locked')
    if (countedPages(pdf) < 1) {
      gatherPages(pdf)
      notes.add('pages-recovered')
    } else if (pdf.wasRepaired()) notes.add('repaired')
    return withoutAnnotations(withoutLayers({ pdf, pages: readPages(pdf), notes, isTagged: false }))
  } catch (cause) {
    pdf.destroy()
    throw cause
  }
}

function attempt<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new Refusal('file-damaged', { cause })
  }
}

function countedPages(pdf: mupdf.PDFDocument): number {
  try {
    return pdf.countPages()
  } catch {
    return 0 // a tree that can't be walked
  }
}

/** Where the list of pages is lost, the pages themselves may still be there: each is put into a new list. */
function gatherPages(pdf: mupdf.PDFDocument): void {
  const pages: mupdf.PDFObject[] = []
  for (let number = 1; number < pdf.countObjects(); number += 1) {
    const object = pdf.newIndirect(number)
    if (isPage(object)) pages.push(object)
  }
  if (pages.length === 0) throw new Refusal('no-pages')
  const tree = pdf.addObject({ Type: 'Pages', Count: pages.length, Kids: pages })
  for (const page of pages) page.put('Parent', tree)
  pdf.getTrailer().put('Root', pdf.addObject({ Type: 'Catalog', Pages: tree }))
  pdf.setPageTreeCache(false)
  if (countedPages(pdf) < 1) throw new Refusal('file-damaged')
}

function isPage(object: mupdf.PDFObject): boolean {
  try {
    return object.get('Type').asName() === 'Page' && !object.get('Contents').isNull()
  } catch {
    return false // unreadable
  }
}

/** What a layer hides must not come along: a document with hidden layers is drawn anew as it is seen. */
function withoutLayers(source: Source): Source {
  const layers = source.pdf.getTrailer().get('Root', 'OCProperties', 'D')
  if (!layers.isDictionary()) return source
  const off = layers.get('OFF')
  const hides = (off.isArray() && off.length > 0) || layers.get('BaseState').asName() === 'OFF'
  if (!hides) return source
  source.notes.add('hidden-removed')
  return redrawnSource(source)
}

function redrawnSource(source: Source): Source {
  const pdf = attempt(() => redrawn(source))
  source.pdf.destroy()
  return { ...source, pdf, pages: readPages(pdf) }
}

function redrawn({ pdf, notes }: Source): mupdf.PDFDocument {
  const buffer = new mupdf.Buffer()
  const writer = new mupdf.DocumentWriter(buffer, 'pdf', '')
  for (let at = 0; at < pdf.countPages(); at += 1) {
    const page = pdf.loadPage(at)
    if (removeOutside(page)) notes.add('outside-removed')
    const device = writer.beginPage(page.getBounds())
    page.run(device, mupdf.Matrix.identity)
    writer.endPage()
    page.destroy()
  }
  writer.close()
  return new mupdf.PDFDocument(buffer)
}

type Drawn = { hasNote: boolean; hasPicture: boolean }

/** Filled forms, stamps and marks become part of the page; the text behind a note's icon is not seen, and stays behind. */
function withoutAnnotations(source: Source): Source {
  const { pdf, notes } = source
  const drawn = source.pages.flatMap((entries, at) => (entries.has('Annots') ? annotationsOf(pdf, at) : []))
  if (drawn.length === 0) return source
  if (drawn.some(({ hasNote }) => hasNote)) notes.add('notes-removed')
  // Where a file leaves it to the reader to draw what is filled in, MuPDF draws it, and the page anew with it.
  const leavesItToReader = pdf.getTrailer().get('Root', 'AcroForm', 'NeedAppearances').toString() === 'true'
  if (leavesItToReader || drawn.some(({ hasPicture }) => !hasPicture)) return redrawnSource(source)
  try {
    pdf.bake(true, true)
  } catch {
    notes.add('repaired') // the pages themselves are still there
  }
  return { ...source, pages: readPages(pdf) }
}

/** What is drawn on top of a page. Links and the windows of notes are not. */
function annotationsOf(pdf: mupdf.PDFDocument, at: number): Drawn[] {
  const annotations = attempt(() => pdf.findPage(at).get('Annots'))
  const found: Drawn[] = []
  if (!annotations.isArray()) return found
  annotations.forEach(annotation => {
    const kind = annotation.get('Subtype').asName()
    if (kind === 'Link' || kind === 'Popup' || kind === '') return
    const hasNote = kind !== 'Widget' && kind !== 'FreeText' && annotation.get('Contents').asString() !== ''
    found.push({
      hasNote,
      hasPicture: annotation.get('AP', 'N').isDictionary() || annotation.get('AP', 'N').isStream(),
    })
  })
  return found
}
