import { deflateSync, inflateSync } from 'node:zlib'
import type { PDFDocument, PDFObject } from 'mupdf'
import { bareJpeg } from './jpeg.ts'
import { bareJpx } from './jpx.ts'
import type { PdfFile } from './pdf-file.ts'
import { withoutSaid } from './said-beside.ts'
import {
  isDictionary,
  isList,
  isReference,
  parsePdf,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
} from './pdf-value.ts'

/** No stream of an honest page comes near: what grows beyond is a bomb. Bytes. */
export const largestStream = 256 * 1024 ** 2
const mostObjects = 500_000

/** What a page does not need to be seen: actions, scripts, attachments, other files, notes of editors, and the way back up. */
const neverCopied = new Set(['A', 'AA', 'AF', 'Alternates', 'B', 'EF', 'F', 'FDecodeParms', 'FFilter', 'JS', 'LastModified',
  'Measure', 'Metadata', 'OC', 'OPI', 'Parent', 'PieceInfo', 'PtData', 'Ref', 'StructParent', 'StructParents', 'Thumb']) // prettier-ignore

/** Whose texts a page needs to be drawn. Any other is a word of somebody's that is never seen. */
const textsNeeded = new Set(['CharSet', 'Ordering', 'Panose', 'Registry'])
const isText = (value: PdfValue): boolean => typeof value === 'string' && /^[(<]/.test(value)

/** Below these the names are the page's own, whatever they are. */
const namesOfPage = new Set([
  'CharProcs',
  'ColorSpace',
  'Colorants',
  'ExtGState',
  'Font',
  'Pattern',
  'Properties',
  'Shading',
  'XObject',
])

export type Copier = {
  /** A value of the source as it may be written, with everything it refers to already in the file. */
  copy: (value: PDFObject) => PdfValue
  /** The same for a value that has been read already. */
  copyParsed: (value: PdfValue) => PdfValue
  /** True when something had to be mended. */
  mended: () => boolean
}
type Options = {
  file: PdfFile
  /** For pages of our own making: nothing is left out. */
  keepAll?: boolean
  /** Objects that are written elsewhere. */
  known?: ReadonlyMap<number, PdfReference>
}
type Waiting = { number: number; at: PdfReference; isNames: boolean }

/** Copies what a page is made of from one document into the file, each object once, leaving out what no page needs. */
export function objectCopier(source: PDFDocument, { file, keepAll = false, known }: Options): Copier {
  const waiting: Waiting[] = []
  const clean = cleaner({ file, keepAll, copied: new Map(known), waiting })
  let mended = false
  const stream = (value: PDFObject): { entries: PdfDictionary; bytes: Uint8Array } => {
    const parsed = parsePdf(value.resolve().toString(true, true))
    const given = isDictionary(parsed) ? parsed : new Map<string, PdfValue>()
    const { bytes, filter, wasDamaged } = keepAll ? checkedBytes(value, given) : quietBytes(value, given)
    mended ||= wasDamaged
    const entries = new Map(clean.dictionary(given))
    entries.delete('Length')
    if (filter === null) {
      entries.delete('DecodeParms')
      entries.set('Filter', '/FlateDecode')
    }
    return { entries, bytes }
  }
  const drain = (): void => {
    for (let item = waiting.pop(); item; item = waiting.pop()) {
      const object = source.newIndirect(item.number)
      if (object.isStream()) {
        const { entries, bytes } = stream(object)
        file.putStream(item.at, entries, bytes)
      } else file.put(item.at, clean.value(parsePdf(object.resolve().toString(true, true)), item.isNames))
      object.destroy()
    }
  }
  const copyParsed = (value: PdfValue): PdfValue => {
    const result = clean.value(value, false)
    drain()
    return result
  }
  return {
    copyParsed,
    copy: value => copyParsed(parsePdf(value.toString(true, true))),
    mended: () => mended,
  }
}

type Cleaning = { file: PdfFile; keepAll: boolean; copied: Map<number, PdfReference>; waiting: Waiting[] }
/** Values without what no page needs, their references leading to where the objects will be. */
function cleaner({ file, keepAll, copied, waiting }: Cleaning) {
  const target = ({ ref }: PdfReference, isNames: boolean): PdfReference => {
    const before = copied.get(ref)
    if (before) return before
    if (copied.size > mostObjects) throw new RangeError('too many objects')
    const at = file.reserve()
    copied.set(ref, at)
    waiting.push({ number: ref, at, isNames })
    return at
  }
  const value = (given: PdfValue, isNames: boolean): PdfValue => {
    if (typeof given === 'string') return given
    if (isReference(given)) return target(given, isNames)
    if (!isList(given)) return dictionary(given, isNames)
    // Of all lists only that of a table of colours has a text in it that is needed.
    const kept = keepAll || given[0] === '/Indexed' ? given : given.filter(item => !isText(item))
    return kept.map(item => value(item, false))
  }
  const dictionary = (entries: PdfDictionary, isNames = false): PdfDictionary => {
    const type = entries.get('Type')
    if (type === '/OCG' || type === '/OCMD') return layer
    const kept = new Map<string, PdfValue>()
    for (const [name, item] of entries)
      if (keepAll || ((isNames || !neverCopied.has(name)) && (!isText(item) || textsNeeded.has(name))))
        kept.set(name, value(item, !isNames && namesOfPage.has(name)))
    return kept
  }
  return { value, dictionary }
}
/** What a layer is called is nobody's business. */
const layer: PdfDictionary = new Map([
  ['Type', '/OCG'],
  ['Name', '()'],
])

type Checked = { bytes: Uint8Array; /** Null: packed anew. */ filter: PdfValue | null; wasDamaged: boolean }

/** The same, and where it holds drawing commands without what these say beside what they draw. */
function quietBytes(value: PDFObject, entries: PdfDictionary): Checked {
  const checked = checkedBytes(value, entries)
  if (entries.get('Subtype') !== '/Form' && !entries.has('PatternType')) return checked
  const isPlain = checked.filter === null || !entries.has('DecodeParms')
  const quiet = withoutSaid(inflateSync(isPlain ? checked.bytes : repacked(value)))
  return quiet ? { ...checked, bytes: deflateSync(quiet), filter: null } : checked
}

/** Raw where a reader will be able to unpack it, else what MuPDF makes of it, packed anew. Throws for a bomb. */
function checkedBytes(value: PDFObject, entries: PdfDictionary): Checked {
  const filter = soleFilter(entries)
  if (filter === '/DCTDecode' || filter === '/JPXDecode' || filter === '/CCITTFaxDecode' || filter === '/JBIG2Decode') {
    const raw = rawBytes(value)
    return { bytes: barePicture(raw, filter), filter, wasDamaged: false }
  }
  if (filter === '/FlateDecode') {
    const raw = rawBytes(value)
    const state = inflates(raw)
    if (state === 'whole') return { bytes: raw, filter, wasDamaged: false }
    if (state === 'bomb') throw new RangeError('decompression bomb')
    return { bytes: repacked(value), filter: null, wasDamaged: true }
  }
  return { bytes: repacked(value), filter: null, wasDamaged: false }
}

/** A stream's only filter; null for none, or for several. */
function soleFilter(entries: PdfDictionary): PdfValue | null {
  const filter = entries.get('Filter')
  if (typeof filter === 'string') return filter
  return isList(filter) && filter.length === 1 ? (filter[0] ?? null) : null
}

/** Without what was hidden in it. */
function barePicture(raw: Buffer, filter: string): Uint8Array {
  if (filter === '/DCTDecode') return bareJpeg(raw)
  return filter === '/JPXDecode' ? bareJpx(raw) : raw
}

function rawBytes(value: PDFObject): Buffer {
  const buffer = value.readRawStream()
  const bytes = Buffer.from(buffer.asUint8Array()) // its memory belongs to MuPDF and moves
  buffer.destroy()
  return bytes
}

function repacked(value: PDFObject): Uint8Array {
  const buffer = value.readStream()
  const length = buffer.getLength()
  if (length > largestStream) throw new RangeError('decompression bomb')
  const packed = deflateSync(buffer.asUint8Array())
  buffer.destroy()
  return packed
}

function inflates(raw: Uint8Array): 'whole' | 'broken' | 'bomb' {
  try {
    inflateSync(raw, { maxOutputLength: largestStream })
    return 'whole'
  } catch (cause) {
    return cause instanceof RangeError ? 'bomb' : 'broken'
  }
}
