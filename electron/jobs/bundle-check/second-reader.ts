import * as mupdf from 'mupdf'
import { openPdf } from '../reader/open-document.ts'
import { openSealedBytes } from '../reader/sealed-bytes.ts'
import type { SealedFile } from '../sealed-file.ts'

export type SecondReader = {
  /** Whether a page, counted from 1, may draw letters that pdf.js passes by. */
  mayHoldMore: (page: number) => boolean
  /** The words of a page; none where it can't be read. */
  wordsOf: (page: number) => string
  close: () => void
}

const emptiedEvery = 50
const deepest = 8

/**
 * Reads the words of pages of a sealed PDF once more, with MuPDF: it sees letters within patterns and masks, which pdf.js passes by, and
 * tells some letters that pdf.js can't.
 */
export function openSecondReader(file: SealedFile): SecondReader {
  mupdf.setLog(null)
  const bytes = openSealedBytes(file)
  const pdf = openPdf(bytes)
  const known = new Map<number, boolean>()
  let read = 0
  return {
    mayHoldMore: number => attempt(() => holdsMore(pdf.findPage(number - 1).get('Resources'), known, 0), true),
    wordsOf(number) {
      read += 1
      if (read % emptiedEvery === 0) mupdf.emptyStore()
      return attempt(() => wordsOn(pdf.loadPage(number - 1)), '')
    },
    close() {
      pdf.destroy()
      mupdf.emptyStore()
      bytes.close()
    },
  }
}

function attempt<Result>(work: () => Result, otherwise: Result): Result {
  try {
    return work()
  } catch {
    return otherwise
  }
}

/** Whether anything that is drawn with these resources is a pattern or goes through a mask. */
function holdsMore(resources: mupdf.PDFObject, known: Map<number, boolean>, depth: number): boolean {
  if (!resources.isDictionary()) return false
  const number = resources.isIndirect() ? resources.asIndirect() : null
  const before = number === null ? undefined : known.get(number)
  if (before !== undefined) return before
  if (number !== null) known.set(number, false) // of resources that contain themselves
  const found =
    depth > deepest ||
    someIn(resources.get('Pattern'), pattern => pattern.isStream()) ||
    someIn(resources.get('ExtGState'), state => state.get('SMask').isDictionary()) ||
    someIn(resources.get('XObject'), drawing => holdsMore(drawing.get('Resources'), known, depth + 1))
  if (number !== null) known.set(number, found)
  return found
}

function someIn(names: mupdf.PDFObject, is: (item: mupdf.PDFObject) => boolean): boolean {
  let found = false
  if (names.isDictionary()) names.forEach(item => (found ||= is(item)))
  return found
}

function wordsOn(page: mupdf.PDFPage): string {
  try {
    const text = page.toStructuredText('preserve-whitespace,clip=no')
    const words = text.asText()
    text.destroy()
    return words
  } finally {
    page.destroy()
  }
}
