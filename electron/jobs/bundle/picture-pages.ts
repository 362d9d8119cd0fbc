import * as mupdf from 'mupdf'
import { bareJpeg, orientationOf } from './jpeg.ts'
import { Refusal } from './refusal.ts'
import { sideways, strip, upright } from './sheet.ts'
import { pdfNumber } from './pdf-value.ts'

const mostPixels = 120_000_000
const margin = 28
/** Small pictures are not blown up beyond this: 100 dots an inch. */
const largestPixel = 0.72

/** A photo or a scan as one page of A4, the way up that the camera says, without what the camera hid in it. */
export function picturePdf(bytes: Buffer): mupdf.PDFDocument {
  const isJpeg = bytes[0] === 0xff
  const bare = isJpeg ? bareJpeg(bytes) : bytes
  const image = opened(bare)
  const pdf = new mupdf.PDFDocument()
  const embedded = pdf.addImage(isJpeg && !isWhole(image) ? readAgain(image) : image)
  const turn = turns[(isJpeg ? orientationOf(bytes) : 1) - 1] ?? turns[0]
  const [width, height] = [image.getWidth(), image.getHeight()]
  const [across, up] = turn.sideways ? [height, width] : [width, height]
  const sheet = across > up ? sideways : upright
  const room = { width: sheet.width - 2 * margin, height: sheet.height - margin - strip }
  const scale = Math.min(largestPixel, room.width / across, room.height / up)
  const [w, h] = [scale * across, scale * up]
  const place = [w, 0, 0, h, (sheet.width - w) / 2, strip + (room.height - h) / 2].map(pdfNumber).join(' ')
  const commands = `q ${place} cm ${turn.matrix} cm /Picture Do Q`
  pdf.insertPage(-1, pdf.addPage([0, 0, sheet.width, sheet.height], 0, { XObject: { Picture: embedded } }, commands))
  return pdf
}

/** What EXIF's eight ways of holding a camera do to the unit square. */
const turns = [
  { matrix: '1 0 0 1 0 0', sideways: false },
  { matrix: '-1 0 0 1 1 0', sideways: false },
  { matrix: '-1 0 0 -1 1 1', sideways: false },
  { matrix: '1 0 0 -1 0 1', sideways: false },
  { matrix: '0 -1 -1 0 1 1', sideways: true },
  { matrix: '0 -1 1 0 0 1', sideways: true },
  { matrix: '0 1 1 0 0 0', sideways: true },
  { matrix: '0 1 -1 0 1 0', sideways: true },
] as const

function opened(bytes: Uint8Array): mupdf.Image {
  try {
    const image = new mupdf.Image(bytes)
    const pixels = image.getWidth() * image.getHeight()
    if (pixels < 1) throw new Refusal('file-damaged')
    if (pixels > mostPixels) throw new Refusal('file-dangerous')
    return image
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new Refusal('file-damaged', { cause })
  }
}

/** Decodes all of a picture, listening for what MuPDF says of it. */
function isWhole(image: mupdf.Image): boolean {
  let complaints = 0
  mupdf.setLog(() => (complaints += 1))
  try {
    image.toPixmap().destroy()
    return complaints === 0
  } catch {
    return false
  } finally {
    mupdf.setLog(null)
  }
}

/** A damaged picture, as far as it can be seen. */
function readAgain(image: mupdf.Image): mupdf.Image {
  try {
    const pixmap = image.toPixmap()
    return new mupdf.Image(pixmap.asJPEG(90, false))
  } catch (cause) {
    throw new Refusal('file-damaged', { cause })
  }
}
