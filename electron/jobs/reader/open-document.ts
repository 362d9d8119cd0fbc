import { fileTypeFromBuffer } from 'file-type'
import * as mupdf from 'mupdf'
import { AppError } from '../../../shared/kernel/errors.ts'
import { decoded, kindOf } from '../bundle/inputs.ts'
import { drawText } from '../bundle/text-pages.ts'
import { allOf, type SealedBytes } from './sealed-bytes.ts'

export type ReadKind = 'pdf' | 'picture' | 'text'
export type ReadDocument = { kind: ReadKind; document: mupdf.Document }

const headLength = 4_096
const largestPicture = 256 * 1024 ** 2
const mostPixels = 120_000_000
const largestText = 2 * 1024 ** 2
/** What MuPDF draws. */
const pictures = ['image/jpeg', 'image/png', 'image/gif', 'image/bmp', 'image/tiff', 'image/jp2']

/** Opens a file by what is in it. Throws `file-unreadable` with the rule that says why it can't be shown. */
export async function openDocument(bytes: SealedBytes): Promise<ReadDocument> {
  if (bytes.size === 0) throw notShown('file-empty')
  const head = Buffer.alloc(Math.min(headLength, bytes.size))
  bytes.read(head, 0)
  bytes.check()
  const kind = kindOf(head)
  if (kind === 'pdf') return { kind, document: openPdf(bytes) }
  const mediaType = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime ?? null
  if (mediaType !== null && pictures.includes(mediaType))
    return { kind: 'picture', document: openPicture(bytes, mediaType) }
  if (mediaType?.startsWith('image/') === true) throw notShown('picture-not-shown')
  if (kind !== 'text' || (mediaType !== null && mediaType !== 'application/xml')) throw notShown('kind-not-shown')
  if (bytes.size > largestText) throw notShown('text-too-long')
  const text = decoded(allOf(bytes))
  if (text === null) throw notShown('kind-not-shown')
  return { kind, document: new mupdf.PDFDocument((await drawText(text)).pdf) }
}

const notShown = (rule: string): AppError => new AppError('file-unreadable', { rule })

/** Reads what MuPDF asks for, and no more: a page of a large file costs a page. */
export function openPdf(bytes: SealedBytes): mupdf.PDFDocument {
  // The package's types leave out what the stream is made of.
  const Stream = (mupdf as unknown as { Stream: new (handle: object) => mupdf.Buffer }).Stream
  const stream = new Stream({
    fileSize: () => bytes.size,
    read: (...[memory, at, length, position]: [Uint8Array, number, number, number]) =>
      bytes.read(memory.subarray(at, at + length), position),
    close: () => undefined,
  })
  return new mupdf.PDFDocument(stream)
}

function openPicture(bytes: SealedBytes, mediaType: string): mupdf.Document {
  if (bytes.size > largestPicture) throw notShown('picture-too-large')
  const all = allOf(bytes)
  if (mediaType !== 'image/tiff') {
    const image = new mupdf.Image(all)
    const pixels = image.getWidth() * image.getHeight()
    image.destroy()
    if (pixels > mostPixels) throw notShown('picture-too-large')
  }
  return mupdf.Document.openDocument(all, mediaType)
}
