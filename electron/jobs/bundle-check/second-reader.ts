import * as mupdf from 'mupdf'
import { openPdf } from '../reader/open-document.ts'
import { openSealedBytes } from '../reader/sealed-bytes.ts'
import type { SealedFile } from '../sealed-file.ts'

export type SecondReader = {
  /** Whether a page, counted from 1, may draw letters that pdf.js passes by. */
  mayHoldMore: (page: number) => boolean
  /** Whether a picture takes more than a little of a page: a small one is a letterhead's. */
  hasPicture: (page: number) => boolean
  /** The words of a page; none where it can't be read. */
  wordsOf: (page: number) => string
  close: () => void
}

const emptiedEvery = 50
const deepest = 8
const leastOfPage = 0.03

/**
 * Reads the words of pages of a sealed PDF once more, with MuPDF: it sees letters within patterns and masks, which pdf.js passes by, and
 * tells some letters that pdf.js can't.
 */
export function openSecondReader(file: SealedFile): SecondReader {
  mupdf.setLog(null)
  const bytes = openSealedBytes(file)
  const pdf = openPdf(bytes)
  const resourcesOf = (number: number) => pdf.findPage(number - 1).get('Resources')
  const [mayHold, mayPicture] = [lookIn(isPassedBy), lookIn(({ pictures }) => pictures)]
  let read = 0
  const load = (number: number): mupdf.PDFPage => {
    read += 1
    if (read % emptiedEvery === 0) mupdf.emptyStore()
    return pdf.loadPage(number - 1)
  }
  return {
    mayHoldMore: number => attempt(() => mayHold(resourcesOf(number)), true),
    hasPicture: number =>
      attempt(() => mayPicture(resourcesOf(number)), true) && attempt(() => hasLargePicture(load(number)), true),
    wordsOf: number => attempt(() => wordsOn(load(number)), ''),
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

type Within = { patterns: boolean; masks: boolean; pictures: boolean }
const isPassedBy = ({ patterns, masks }: Within): boolean => patterns || masks

/** Tells of resources, and of whatever is drawn with them, whether they hold what is asked for. Each is looked into once. */
function lookIn(isIt: (within: Within) => boolean): (resources: mupdf.PDFObject) => boolean {
  const known = new Map<number, boolean>()
  const holds = (resources: mupdf.PDFObject, depth: number): boolean => {
    if (!resources.isDictionary()) return false
    const number = resources.isIndirect() ? resources.asIndirect() : null
    const before = number === null ? undefined : known.get(number)
    if (before !== undefined) return before
    if (number !== null) known.set(number, false) // of resources that contain themselves
    const drawings = resources.get('XObject')
    const found =
      depth > deepest ||
      isIt({
        patterns: someIn(resources.get('Pattern'), pattern => pattern.isStream()),
        masks: someIn(resources.get('ExtGState'), state => state.get('SMask').isDictionary()),
        pictures: someIn(drawings, drawing => drawing.get('Subtype').asName() === 'Image'),
      }) ||
      someIn(drawings, drawing => holds(drawing.get('Resources'), depth + 1))
    if (number !== null) known.set(number, found)
    return found
  }
  return resources => holds(resources, 0)
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

function hasLargePicture(page: mupdf.PDFPage): boolean {
  try {
    const least = leastOfPage * areaOf(page.getBounds())
    const drawn = page.toStructuredText('preserve-images')
    let found = false
    drawn.walk({ onImageBlock: box => (found ||= areaOf(box) >= least) })
    drawn.destroy()
    return found
  } finally {
    page.destroy()
  }
}
const areaOf = ([left, top, right, bottom]: mupdf.Rect): number => Math.abs((right - left) * (bottom - top))
