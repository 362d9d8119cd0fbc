import type { BundleProfile } from '../../../shared/rules/bundle-profiles.ts'
import { joined, type Box, type Matrix } from './geometry.ts'

/** A sheet of A4, upright or on its side, in points. */
export type Sheet = { width: number; height: number }
export const upright: Sheet = { width: 595.28, height: 841.89 }
export const sideways: Sheet = { width: upright.height, height: upright.width }

type Corner = BundleProfile['stamp']['corner']
/** From the edge to the number: its end at the right, its foot at the bottom or its head at the top. */
const margin = { right: 34, edge: 20 }
/** What is kept free for numbers along the edge, and how much of it a number needs. */
export const strip = 38
const zoneWidth = 120

/** Where the number is to stand on a sheet, with the air around it. */
export const numberZone = ({ width, height }: Sheet, corner: Corner): Box =>
  corner === 'bottom-right' ? [width - zoneWidth, 0, width, strip] : [width - zoneWidth, height - strip, width, height]

/** Where the number's writing starts, given its width and size. */
export const numberStart = (
  { width, height }: Sheet,
  corner: Corner,
  number: { width: number; points: number },
): [number, number] => [
  width - margin.right - number.width,
  corner === 'bottom-right' ? margin.edge : height - margin.edge - 0.72 * number.points,
]

/** `matrix` leads from a page's own space to the sheet, `fromSeen` from the page as it is seen. */
export type Placed = { sheet: Sheet; matrix: Matrix; fromSeen: Matrix; visible: Box }

/** A page as it is seen, its width and height in points, on a sheet of A4: never made larger, and in the middle. */
export function placeOnSheet({ width, height }: Sheet, toSeen: Matrix): Placed {
  const sheet = width > height ? sideways : upright
  const scale = Math.min(1, sheet.width / width, sheet.height / height)
  return placed(
    { sheet, scale, x: (sheet.width - scale * width) / 2, y: (sheet.height - scale * height) / 2 },
    { width, height },
    toSeen,
  )
}

/** The same, small enough to leave a strip for the number free. */
export function placeBesideNumber({ width, height }: Sheet, toSeen: Matrix, corner: Corner): Placed {
  const sheet = width > height ? sideways : upright
  const room = sheet.height - strip
  const scale = Math.min(1, sheet.width / width, room / height)
  const free = corner === 'bottom-right' ? strip : 0
  return placed(
    { sheet, scale, x: (sheet.width - scale * width) / 2, y: free + (room - scale * height) / 2 },
    { width, height },
    toSeen,
  )
}

type At = { sheet: Sheet; scale: number; x: number; y: number }
function placed({ sheet, scale, x, y }: At, { width, height }: Sheet, toSeen: Matrix): Placed {
  const fromSeen: Matrix = [scale, 0, 0, scale, x, y]
  return { sheet, matrix: joined(toSeen, fromSeen), fromSeen, visible: [x, y, x + scale * width, y + scale * height] }
}
