import { deflateSync, inflateSync } from 'node:zlib'
import type { PDFDocument, PDFObject, PDFPage } from 'mupdf'
import * as mupdf from 'mupdf'
import type { BundleProblemCode } from '../../../shared/features/bundle-work.ts'
import { bundleWords } from '../../../shared/wording/bundles.ts'
import type { BundleProfile } from '../../../shared/rules/bundle-profiles.ts'
import { largestStream, objectCopier, type Copier } from './copy-objects.ts'
import { boxOf, inverse, joined, touches, type Box, type Matrix } from './geometry.ts'
import { scanPage, type Finding } from './page-scan.ts'
import { drawnOnly, type DrawnOnly } from './drawn-only.ts'
import { removeOutside } from './outside.ts'
import type { PdfFile } from './pdf-file.ts'
import {
  dictionary,
  isDictionary,
  isList,
  isReference,
  parsePdf,
  pdfNumber,
  type PdfReference,
  type PdfValue,
} from './pdf-value.ts'
import { readPage, type PageEntries } from './page-list.ts'
import { Refusal, rethrowIfFatal } from './refusal.ts'
import { withoutSaid } from './said-beside.ts'
import { numberZone, placeBesideNumber, placeOnSheet, upright, type Placed, type Sheet } from './sheet.ts'
import type { Source } from './inputs.ts'

/** A page of evidence, its contents already in the file. What its number depends on is written at the end. */
export type CopiedPage = { at: PdfReference; placed: Placed } & (Drawn | { tagged: Tagged })
type Drawn = {
  /** Its contents, as one thing to draw: nothing a page leaves undone can reach its number. */
  drawing: PdfReference
  group: PdfValue | undefined
}
/** A page that we made ourselves, whose contents stay as they are so that they keep their tags. */
export type Tagged = {
  contents: PdfValue
  resources: PdfValue
  fonts: PdfValue
  structParents: PdfValue | undefined
  links: readonly PdfReference[]
}
export type Into = { file: PdfFile; corner: BundleProfile['stamp']['corner'] }

/** Copies every page of a document. What is damaged is mended, drawn as a picture, or noted as unreadable. */
export function* copyPages({ pdf, pages, notes }: Source, into: Into): Generator<CopiedPage> {
  const copier = objectCopier(pdf, { file: into.file })
  const drawn = drawnOnly(pdf)
  for (const [at, entries] of pages.entries()) yield copiedPage({ pdf, at, entries, copier, drawn, notes }, into)
  if (copier.mended()) notes.add('repaired')
}

type PageSource = {
  pdf: PDFDocument
  at: number
  entries: PageEntries
  copier: Copier
  drawn: DrawnOnly
  notes: Set<BundleProblemCode>
}

function copiedPage(source: PageSource, into: Into): CopiedPage {
  try {
    return faithfulPage(source, into)
  } catch (cause) {
    rethrowIfFatal(cause)
    try {
      const page = pictureOfPage(source, into)
      source.notes.add('page-redrawn')
      return page
    } catch (again) {
      rethrowIfFatal(again)
      source.notes.add('page-unreadable')
      return emptyPage(into)
    }
  }
}

type Contents = { bytes: Uint8Array; decoded: Buffer }

function faithfulPage(source: PageSource, into: Into): CopiedPage {
  const { pdf, at, copier, notes } = source
  let { entries } = source
  let page: PDFPage | null = null
  const loaded = (): PDFPage => (page ??= pdf.loadPage(at))
  try {
    const simple = simplySeen(entries)
    if (!simple && removeOutside(loaded())) {
      notes.add('outside-removed')
      entries = readPage(pdf, at)
    }
    const seen = simple ?? seenSize(loaded())
    const toPage = inverse(seen.matrix)
    if (!toPage) throw new Refusal('page-unreadable')
    const contents = contentsOf(source, entries.get('Contents'))
    const placed = placeClearOfNumber({ pdf, at, loaded, seen, contents, corner: into.corner })
    const drawing = into.file.addStream(
      dictionary({
        Type: '/XObject',
        Subtype: '/Form',
        BBox: boxOf([0, 0, seen.size.width, seen.size.height], toPage).map(pdfNumber),
        Resources: copier.copyParsed(source.drawn(entries.get('Resources') ?? noResources, contents.decoded)),
        Filter: '/FlateDecode',
      }),
      contents.bytes,
    )
    const group = entries.get('Group')
    return { at: into.file.reserve(), drawing, group: group && copier.copyParsed(group), placed }
  } finally {
    release(page)
  }
}
const noResources: PdfValue = new Map<string, PdfValue>()
const release = (page: PDFPage | null): void => page?.destroy()

type Seen = { size: Sheet; matrix: Matrix }

/** A page that is neither cropped, turned nor scaled is seen as its box says. Null: it takes a closer look. */
function simplySeen(entries: PageEntries): Seen | null {
  const box = entries.get('MediaBox')
  const turned = !['0', undefined].includes(entries.get('Rotate') as string | undefined) // compared with words only
  if (turned || entries.has('CropBox') || entries.has('UserUnit') || !isList(box)) return null
  const [left = NaN, bottom = NaN, right = NaN, top = NaN] = box.map(Number)
  const size = { width: right - left, height: top - bottom }
  const isPlain = size.width > 20 && size.height > 20 && size.width < 14_400 && size.height < 14_400
  return isPlain ? { size, matrix: [1, 0, 0, 1, -left, -bottom] } : null
}

/** How large a page is as it is seen, cropped and turned, and the way from its own space to there. */
function seenSize(page: PDFPage): Seen {
  const [left, top, right, bottom] = page.getBounds()
  const size = { width: right - left, height: bottom - top }
  if (!(size.width > 0.5 && size.height > 0.5 && size.width < 1e6 && size.height < 1e6))
    throw new Refusal('page-unreadable')
  return { size, matrix: joined(page.getTransform(), [1, 0, 0, -1, -left, bottom]) }
}

/** A page's drawing commands: raw where one stream holds them, else joined and packed anew. */
function contentsOf({ pdf, notes }: PageSource, value: PdfValue | undefined): Contents {
  if (isReference(value)) {
    const stream = pdf.newIndirect(value.ref)
    if (stream.isStream()) return streamContents(stream, notes)
    const list = parsePdf(stream.resolve().toString(true, true))
    return isList(list) ? joinedContents(pdf, list) : packedAnew([])
  }
  return isList(value) ? joinedContents(pdf, value) : packedAnew([])
}

function streamContents(stream: PDFObject, notes: Set<BundleProblemCode>): Contents {
  const entries = parsePdf(stream.resolve().toString(true, true))
  const isSimple = isDictionary(entries) && entries.get('Filter') === '/FlateDecode' && !entries.has('DecodeParms')
  if (!isSimple) return packedAnew([decodedStream(stream)])
  const buffer = stream.readRawStream()
  const raw = Buffer.from(buffer.asUint8Array())
  buffer.destroy()
  const decoded = inflatedOrNull(raw)
  if (decoded) return withoutSaid(decoded) ? packedAnew([decoded]) : { bytes: raw, decoded }
  notes.add('repaired')
  return packedAnew([decodedStream(stream)])
}

function joinedContents(pdf: PDFDocument, list: readonly PdfValue[]): Contents {
  const streams = list.filter(isReference).map(({ ref }) => pdf.newIndirect(ref))
  return packedAnew(streams.filter(stream => stream.isStream()).map(decodedStream))
}

function inflatedOrNull(raw: Buffer): Buffer | null {
  try {
    return inflateSync(raw, { maxOutputLength: largestStream })
  } catch (cause) {
    if (cause instanceof RangeError) throw new Refusal('file-dangerous', { cause })
    return null
  }
}

function decodedStream(stream: PDFObject): Buffer {
  const buffer = stream.readStream()
  const bytes = Buffer.from(buffer.asUint8Array())
  buffer.destroy()
  return bytes
}

function packedAnew(pieces: readonly Buffer[]): Contents {
  const joined = Buffer.concat(pieces.flatMap(piece => [piece, Buffer.from('\n')]))
  const decoded = withoutSaid(joined) ?? joined
  return { bytes: deflateSync(decoded), decoded }
}

type Placing = {
  pdf: PDFDocument
  at: number
  loaded: () => PDFPage
  seen: Seen
  contents: Contents
  corner: Into['corner']
}
/** As large as the sheet allows, unless something stands where the number is to be. */
function placeClearOfNumber({ pdf, at, loaded, seen, contents, corner }: Placing): Placed {
  const placed = placeOnSheet(seen.size, seen.matrix)
  const zone = numberZone(placed.sheet, corner)
  if (!touches(placed.visible, zone)) return placed
  const isPicture = (name: string): boolean =>
    pdf.findPage(at).getInheritable('Resources').get('XObject', name, 'Subtype').asName() === 'Image'
  const finding = scanPage(contents.decoded, { matrix: placed.matrix, zone, isPicture })
  if (finding === 'clear') return placed
  if (finding === 'unsure' && closerLook(loaded(), { seen, placed, zone }) === 'clear') return placed
  return placeBesideNumber(seen.size, seen.matrix, corner)
}

/** What MuPDF finds on the page: lines of text, pictures and drawings. White ground is none. */
function closerLook(page: PDFPage, { seen, placed, zone }: { seen: Seen; placed: Placed; zone: Box }): Finding {
  const fromTop: Matrix = joined([1, 0, 0, -1, 0, seen.size.height], placed.fromSeen)
  let finding: Finding = 'clear'
  const mark = (box: mupdf.Rect): void => {
    if (touches(boxOf(box, fromTop), zone)) finding = 'touches'
  }
  const text = page.toStructuredText('preserve-images,vectors')
  text.walk({
    beginLine: mark,
    onImageBlock: mark,
    onVector(box, _flags, color) {
      if (!color.every(part => part > 0.98)) mark(box)
    },
  })
  text.destroy()
  return finding
}

const dotsPerInch = 200
const mostDots = 40_000_000

/** A page that can't be copied as it is, as MuPDF still manages to draw it. */
function pictureOfPage({ pdf, at }: PageSource, { file, corner }: Into): CopiedPage {
  const page = pdf.loadPage(at)
  try {
    const { size } = seenSize(page)
    const wanted = dotsPerInch / 72
    const scale = Math.min(wanted, Math.sqrt(mostDots / (size.width * size.height)))
    const pixmap = page.toPixmap([scale, 0, 0, scale, 0, 0], mupdf.ColorSpace.DeviceRGB, false, true)
    const [width, height] = [pixmap.getWidth(), pixmap.getHeight()]
    const jpeg = Buffer.from(pixmap.asJPEG(85, false))
    pixmap.destroy()
    const picture = file.addStream(
      dictionary({
        Type: '/XObject',
        Subtype: '/Image',
        Width: String(width),
        Height: String(height),
        ColorSpace: '/DeviceRGB',
        BitsPerComponent: '8',
        Filter: '/DCTDecode',
      }),
      jpeg,
    )
    const commands = `q ${pdfNumber(size.width)} 0 0 ${pdfNumber(size.height)} 0 0 cm /Picture Do Q`
    const resources = dictionary({ XObject: dictionary({ Picture: picture }) })
    const drawing = drawingOf(file, { size, commands, resources })
    return { at: file.reserve(), drawing, group: undefined, placed: placeBesideNumber(size, upwards, corner) }
  } finally {
    page.destroy()
  }
}

/** A page that nothing can be made of says so. */
function emptyPage({ file, corner }: Into): CopiedPage {
  const font = dictionary({ Type: '/Font', Subtype: '/Type1', BaseFont: '/Helvetica' })
  const commands = `BT /F 12 Tf 72 700 Td (${bundleWords.pageNotIncluded}) Tj ET`
  const resources = dictionary({ Font: dictionary({ F: font }) })
  const drawing = drawingOf(file, { size: upright, commands, resources })
  return { at: file.reserve(), drawing, group: undefined, placed: placeBesideNumber(upright, upwards, corner) }
}

const upwards: Matrix = [1, 0, 0, 1, 0, 0]
const drawingOf = (
  file: PdfFile,
  { size, commands, resources }: { size: Sheet; commands: string; resources: PdfValue },
): PdfReference =>
  file.addStream(
    dictionary({
      Type: '/XObject',
      Subtype: '/Form',
      BBox: ['0', '0', pdfNumber(size.width), pdfNumber(size.height)],
      Resources: resources,
    }),
    Buffer.from(commands, 'latin1'),
  )
