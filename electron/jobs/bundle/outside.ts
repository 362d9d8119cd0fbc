import type { PDFPage, Rect } from 'mupdf'

/** Points by which pictures may reach over the edge: printers crop a little, and nothing is hidden by that. */
const bleed = 18
const far = 30_000

/**
 * Takes away what lies outside the visible part of a page: cropping hides it from the eye, but anyone can undo the crop.
 * Answers whether there was anything.
 */
export function removeOutside(page: PDFPage): boolean {
  const seen = page.getBounds()
  const whole = page.getBounds('MediaBox')
  if (!reachesOver(whole, seen, 0.5) || !drawsOutside(page, seen)) return false
  const [left, top, right, bottom] = seen
  const around: Rect[] = [
    [-far, -far, left, far],
    [right, -far, far, far],
    [-far, -far, far, top],
    [-far, bottom, far, far],
  ]
  for (const strip of around) page.createAnnotation('Redact').setRect(strip)
  page.applyRedactions(false, 2, 1, 0) // no black boxes; the pixels of pictures; lines that are covered; text
  return true
}

function drawsOutside(page: PDFPage, seen: Rect): boolean {
  let found = false
  const text = page.toStructuredText('preserve-images,clip=no')
  text.walk({
    beginLine: box => void (found ||= reachesOver(box, seen, 1)),
    onImageBlock: box => void (found ||= reachesOver(box, seen, bleed)),
  })
  text.destroy()
  return found
}

const reachesOver = (box: Rect, seen: Rect, by: number): boolean =>
  box[0] < seen[0] - by || box[1] < seen[1] - by || box[2] > seen[2] + by || box[3] > seen[3] + by
