import { deflateRawSync } from 'node:zlib'
import * as mupdf from 'mupdf'
import type { PageBox, PagePicture, PageSize, ReadingHit, Turn } from '../../../shared/features/reading.ts'
import type { ReadKind } from './open-document.ts'

const mostPixels = 16_000_000
/** Points: a picture's own are an accident of what the camera wrote, and a page may claim to be as large as a town. */
const longest = { picture: 842, pdf: 4_000, text: 4_000 } satisfies Record<ReadKind, number>
const fallback: mupdf.Rect = [0, 0, 595, 842]

/** A page with its place: `unit` points of it are one of ours. */
type Placed = { page: mupdf.Page; bounds: mupdf.Rect; unit: number; size: PageSize }

/** Loads a page, uses it, lets it go. */
function withPage<Result>(document: mupdf.Document, { at, kind }: PageOf, use: (placed: Placed) => Result): Result {
  const page = document.loadPage(at)
  try {
    const bounds = boundsOf(page)
    const [width, height] = [bounds[2] - bounds[0], bounds[3] - bounds[1]]
    const unit = Math.max(1, Math.max(width, height) / longest[kind])
    const size = { width: Math.max(1, width / unit), height: Math.max(1, height / unit) }
    return use({ page, bounds, unit, size })
  } finally {
    page.destroy()
  }
}
export type PageOf = { at: number; kind: ReadKind }

function boundsOf(page: mupdf.Page): mupdf.Rect {
  const bounds = page.getBounds()
  const isSound = bounds.every(Number.isFinite) && bounds[2] > bounds[0] && bounds[3] > bounds[1]
  return isSound ? bounds : fallback
}

export const sizeOf = (document: mupdf.Document, of: PageOf): PageSize => withPage(document, of, ({ size }) => size)

type How = { scale: number; turn: Turn }
/** A page as pixels on white, marks and filled forms with it. `scale`: pixels to one of our points. */
export const drawPage = (document: mupdf.Document, of: PageOf, how: How): PagePicture =>
  withDrawn(document, of, {
    ...how,
    alpha: true,
    use: (pixmap, size) => ({
      ...{ width: pixmap.getWidth(), height: pixmap.getHeight(), size },
      ...packed(new Uint8Array(pixmap.getPixels())),
    }),
  })

/** The same as a JPEG. At 92 nobody sees on paper what it leaves out. */
export const pictureOf = (document: mupdf.Document, of: PageOf, how: How): Uint8Array =>
  withDrawn(document, of, { ...how, alpha: false, use: pixmap => new Uint8Array(pixmap.asJPEG(92, false)) })

type Use<Result> = (pixmap: mupdf.Pixmap, size: PageSize) => Result
function withDrawn<Result>(
  document: mupdf.Document,
  of: PageOf,
  { scale, turn, alpha, use }: How & { alpha: boolean; use: Use<Result> },
): Result {
  return withPage(document, of, ({ page, bounds, unit, size }) => {
    const bearable = Math.sqrt(mostPixels / (size.width * size.height))
    const factor = Math.min(scale, bearable) / unit
    const turned = mupdf.Matrix.concat(mupdf.Matrix.scale(factor, factor), mupdf.Matrix.rotate(turn))
    const [left, top, right, bottom] = mupdf.Rect.transform(bounds, turned)
    const [width, height] = [Math.max(1, Math.round(right - left)), Math.max(1, Math.round(bottom - top))]
    const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, width, height], alpha)
    try {
      pixmap.clear(255)
      const device = new mupdf.DrawDevice(mupdf.Matrix.identity, pixmap)
      page.run(device, mupdf.Matrix.concat(turned, mupdf.Matrix.translate(-left, -top)))
      device.close()
      device.destroy()
      return use(pixmap, size)
    } finally {
      pixmap.destroy()
    }
  })
}

const sample = 65_536

/** Text and drawings pack to a twentieth in no time; a photo would only cost time. A piece of it tells which it is. */
function packed(pixels: Uint8Array<ArrayBuffer>): Pick<PagePicture, 'packing' | 'pixels'> {
  const middle = Math.floor(pixels.length / 2)
  const piece = pixels.subarray(middle, middle + sample)
  if (deflateRawSync(piece, { level: 1 }).length > piece.length / 3) return { packing: 'none', pixels }
  return { packing: 'deflate', pixels: new Uint8Array(deflateRawSync(pixels, { level: 1 })) }
}

const longestText = 200_000

/** What stands on a page, in its own order of reading. Empty for a picture. */
export const textOf = (document: mupdf.Document, of: PageOf): string =>
  withPage(document, of, ({ page }) => {
    const text = page.toStructuredText('preserve-whitespace')
    try {
      return text.asText().slice(0, longestText)
    } finally {
      text.destroy()
    }
  })

/** Where words stand on a page: a hit may run over several lines. */
export const hitsOn = (document: mupdf.Document, of: PageOf, words: string): ReadingHit[] =>
  withPage(document, of, ({ page, bounds, unit }) =>
    page
      .search(words, 'ignore-case,ignore-diacritics')
      .map(quads => ({ page: of.at, boxes: quads.map(quad => boxOf(quad, bounds, unit)) })),
  )

function boxOf(quad: mupdf.Quad, [left, top]: mupdf.Rect, unit: number): PageBox {
  const across = [quad[0], quad[2], quad[4], quad[6]]
  const down = [quad[1], quad[3], quad[5], quad[7]]
  const [x, y] = [Math.min(...across), Math.min(...down)]
  return {
    x: (x - left) / unit,
    y: (y - top) / unit,
    width: (Math.max(...across) - x) / unit,
    height: (Math.max(...down) - y) / unit,
  }
}
