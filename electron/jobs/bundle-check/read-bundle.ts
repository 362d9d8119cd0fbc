import {
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { AppError } from '../../../shared/kernel/errors.ts'

// Reads a finished bundle with pdf.js, which shares nothing with what made it.

/** Points of 1/72 inch on the page as it is seen, from its bottom left. */
export type Piece = {
  text: string
  x: number
  y: number
  width: number
  height: number
  /** Degrees from level. */ angle: number
}
export type ReadLink = {
  box: readonly number[]
  /** From 1; null for what leads elsewhere, or nowhere. */ page: number | null
  /** Where out of the file it leads. */ address: string | null
}
export type ReadPage = {
  width: number
  height: number
  rotate: number
  pieces: readonly Piece[]
  links: readonly ReadLink[]
  /** Kinds of annotations other than links. */
  annotations: readonly string[]
  hasActions: boolean
}
export type ReadBookmark = { title: string; page: number | null; depth: number }
export type ReadBundle = {
  pages: readonly ReadPage[]
  labels: readonly string[] | null
  bookmarks: readonly ReadBookmark[]
  mode: string
  /** Where it opens: page from 1, and zoom as a part of 1. */
  opens: { page: number | null; zoom: number | null } | null
  info: Readonly<Record<string, unknown>>
  /** The stream of metadata as it stands in the file. */
  metadata: string | null
  attachments: number
  scripts: boolean
  fields: boolean
  layers: boolean
}

/** Reads plain bytes from `start` (included) to `end` (excluded), where the whole is too large to be held. */
export type Ranges = { size: number; read: (start: number, end: number) => Promise<Uint8Array> }
export type OpenBundle = { pdf: PDFDocumentProxy; close: () => Promise<void> }

/** Throws `file-unreadable` for what is no PDF, or is locked. Whoever opens it closes it. */
export async function openBundle(from: Uint8Array | Ranges): Promise<OpenBundle> {
  Object.assign(globalThis, { pdfjsWorker: worker }) // pdf.js then looks for no file of its own
  const task = getDocument({
    ...(from instanceof Uint8Array ? { data: from } : { range: rangesOf(from) }),
    ...{ disableAutoFetch: true, disableStream: true, verbosity: 0, disableFontFace: true },
    ...{ useSystemFonts: false, useWorkerFetch: false, isOffscreenCanvasSupported: false },
  })
  const pdf = await task.promise.catch((cause: unknown) => {
    throw new AppError('file-unreadable', { rule: 'not-a-readable-pdf' }, { cause })
  })
  return { pdf, close: () => task.destroy() }
}

function rangesOf({ size, read }: Ranges): PDFDataRangeTransport {
  const transport = new PDFDataRangeTransport(size, null)
  transport.requestDataRange = (begin, end) =>
    void read(begin, end).then(
      bytes => transport.onDataRange(begin, new Uint8Array(bytes)), // its own copy: pdf.js takes it away
      () => transport.onDataRange(begin, new Uint8Array(end - begin)), // what can't be read is no PDF
    )
  return transport
}

/** All of a bundle. `onPage` is told of each page. */
export async function readBundle(
  bytes: Uint8Array,
  onPage: (page: number, total: number) => void,
): Promise<ReadBundle> {
  const { pdf, close } = await openBundle(bytes)
  try {
    const pages: ReadPage[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      pages.push(await readPage(pdf, number))
      onPage(number, pdf.numPages)
    }
    return { pages, ...(await readWhole(pdf)) }
  } finally {
    await close()
  }
}

/** What a bundle says beside its pages. */
export async function readWhole(pdf: PDFDocumentProxy): Promise<Omit<ReadBundle, 'pages'>> {
  const { info, metadata } = await pdf.getMetadata()
  const optional = await pdf.getOptionalContentConfig()
  const attachments = (await pdf.getAttachments()) as ReadonlyMap<string, unknown> | object | null // typed as any
  return {
    labels: await pdf.getPageLabels(),
    bookmarks: await flattened(pdf, await pdf.getOutline(), 0),
    mode: await pdf.getPageMode(),
    opens: await openingOf(pdf),
    info: info as Record<string, unknown>, // typed as an empty object
    metadata: rawOf(metadata),
    attachments: attachments instanceof Map ? attachments.size : Object.keys(attachments ?? {}).length,
    scripts: (await pdf.hasJSActions()) || (await pdf.getJSActions()) !== null,
    fields: (await pdf.getFieldObjects()) !== null,
    layers: [...optional].length > 0,
  }
}

/** pdf.js says that it is always there, and leaves it out where the file has none. */
const rawOf = (metadata: { getRaw: () => unknown } | null): string | null => {
  const raw = metadata?.getRaw()
  return metadata === null ? null : typeof raw === 'string' ? raw : ''
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>
async function flattened(pdf: PDFDocumentProxy, outline: Outline | null, depth: number): Promise<ReadBookmark[]> {
  const found: ReadBookmark[] = []
  for (const item of outline ?? []) {
    found.push({ title: item.title, page: await pageOf(pdf, item.dest), depth })
    found.push(...(await flattened(pdf, item.items as Outline, depth + 1))) // typed as any
  }
  return found
}

async function openingOf(pdf: PDFDocumentProxy): Promise<ReadBundle['opens']> {
  const action: unknown = await pdf.getOpenAction()
  const destination: unknown = action instanceof Map ? action.get('dest') : null
  if (!Array.isArray(destination)) return null
  const zoom: unknown = destination[4]
  return { page: await pageOf(pdf, destination), zoom: typeof zoom === 'number' ? zoom : null }
}

/** The page that a destination leads to, from 1. */
async function pageOf(pdf: PDFDocumentProxy, destination: unknown): Promise<number | null> {
  const explicit: unknown = typeof destination === 'string' ? await pdf.getDestination(destination) : destination
  const target: unknown = Array.isArray(explicit) ? explicit[0] : null
  if (typeof target === 'number') return target + 1
  if (typeof target !== 'object' || target === null) return null
  try {
    return (await pdf.getPageIndex(target as { num: number; gen: number })) + 1 // a reference, as pdf.js hands it out
  } catch {
    return null // it leads to no page
  }
}

export async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  const links: ReadLink[] = []
  const annotations: string[] = []
  const given = (await page.getAnnotations()) as {
    subtype: string
    rect: number[]
    dest?: unknown
    unsafeUrl?: string
  }[] // typed as any
  for (const annotation of given)
    if (annotation.subtype === 'Link') {
      const page = await pageOf(pdf, annotation.dest)
      links.push({ box: annotation.rect, page, address: annotation.unsafeUrl ?? null })
    } else annotations.push(annotation.subtype)
  const read: ReadPage = {
    width,
    height,
    rotate: page.rotate,
    pieces: await piecesOf(page),
    links,
    annotations,
    hasActions: (await page.getJSActions()) !== null,
  }
  page.cleanup()
  return read
}

async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  const { transform } = page.getViewport({ scale: 1, dontFlip: true })
  return items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a, b, , , e, f] = joined(item.transform as number[], transform) // typed as any[]
    const angle = (Math.atan2(b, a) * 180) / Math.PI
    return [{ text: item.str, x: e, y: f, width: item.width, height: item.height, angle }]
  })
}

function joined(one: readonly number[], two: readonly number[]): [number, number, number, number, number, number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = one
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = two
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]
}
