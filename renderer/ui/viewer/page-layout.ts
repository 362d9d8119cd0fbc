import type { PageBox, PageSize, Turn } from '../../../shared/features/reading.ts'

/** `auto`: as wide as there is room, but no larger than is easy to read. A number is in per cent. */
export type Zoom = 'auto' | 'width' | 'page' | number
export type Room = { width: number; height: number }
export type PageLayout = {
  /** CSS pixels to a point, on most pages. */
  scale: number
  /** The same page by page: a wide one is smaller where it is to fit. */
  scales: readonly number[]
  /** Where each page begins, from the top of the first. */
  tops: readonly number[]
  sizes: readonly Room[]
  width: number
  height: number
}
type LayoutInput = { pages: readonly PageSize[]; zoom: Zoom; turn: Turn; room: Room }

export const pageGap = 16
const toPixels = 96 / 72
const mostReadable = 1.25 * toPixels
export const zoomSteps = [50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400] as const

export const percentOf = ({ scale }: PageLayout): number => Math.round((scale / toPixels) * 100)

/** The next step up or down from where it is. */
export function stepFrom(percent: number, by: 1 | -1): number {
  const steps = by > 0 ? zoomSteps : zoomSteps.toReversed()
  return steps.find(step => (step - percent) * by > 0.5) ?? steps.at(-1) ?? percent
}

/** The pages one under the other. */
export function layOutPages({ pages, zoom, turn, room }: LayoutInput): PageLayout {
  const turned = pages.map(page => turnedSize(page, turn))
  const scale = scaleFor(mostCommon(turned), zoom, room)
  const widest = typeof zoom === 'number' ? Infinity : Math.max(1, room.width - 2 * pageGap)
  const scales = turned.map(({ width }) => Math.min(scale, widest / width))
  const sizes = turned.map(({ width, height }, at) => {
    const own = scales[at] ?? scale
    return { width: width * own, height: height * own }
  })
  const tops: number[] = []
  let height = pageGap
  for (const size of sizes) {
    tops.push(height)
    height += size.height + pageGap
  }
  return { scale, scales, tops, sizes, height, width: Math.max(0, ...sizes.map(size => size.width)) + 2 * pageGap }
}

export const turnedSize = ({ width, height }: PageSize, turn: Turn): PageSize =>
  turn === 90 || turn === 270 ? { width: height, height: width } : { width, height }

/** One wide page among many must not make all others small. */
function mostCommon(sizes: readonly PageSize[]): PageSize {
  const counts = new Map<string, { size: PageSize; count: number }>()
  for (const size of sizes) {
    const key = `${String(Math.round(size.width))} ${String(Math.round(size.height))}`
    counts.set(key, { size, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const [first] = [...counts.values()].sort((one, other) => other.count - one.count)
  return first?.size ?? { width: 595, height: 842 }
}

function scaleFor({ width, height }: PageSize, zoom: Zoom, room: Room): number {
  const across = Math.max(0.1, (room.width - 2 * pageGap) / width)
  if (zoom === 'width') return across
  if (zoom === 'auto') return Math.min(across, mostReadable)
  if (zoom === 'page') return Math.min(across, Math.max(0.1, (room.height - 2 * pageGap) / height))
  return (zoom / 100) * toPixels
}

/** The page at this height, counted from 0. */
export function pageAt({ tops }: PageLayout, y: number): number {
  let [low, high] = [0, tops.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}

/** A place in the document that holds through every zoom: a page, and how far down it. */
export type Anchor = { page: number; part: number }
export function anchorAt(layout: PageLayout, y: number): Anchor {
  const page = pageAt(layout, y)
  return { page, part: (y - (layout.tops[page] ?? 0)) / (layout.sizes[page]?.height ?? 1) }
}
export const heightOf = (layout: PageLayout, { page, part }: Anchor): number =>
  (layout.tops[page] ?? 0) + part * (layout.sizes[page]?.height ?? 0)

/** Where something on a page stands once the page is turned. */
export function turnedBox({ x, y, width, height }: PageBox, page: PageSize, turn: Turn): PageBox {
  if (turn === 90) return { x: page.height - y - height, y: x, width: height, height: width }
  if (turn === 180) return { x: page.width - x - width, y: page.height - y - height, width, height }
  if (turn === 270) return { x: y, y: page.width - x - width, width: height, height: width }
  return { x, y, width, height }
}
