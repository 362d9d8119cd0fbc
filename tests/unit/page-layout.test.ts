import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anchorAt,
  heightOf,
  layOutPages,
  pageAt,
  percentOf,
  stepFrom,
  turnedBox,
} from '../../renderer/ui/viewer/page-layout.ts'

const a4 = { width: 595, height: 842 }
const wide = { width: 842, height: 595 }
const room = { width: 1000, height: 700 }
const lay = (pages = [a4, a4, wide], zoom: 'auto' | 'width' | 'page' | number = 100) =>
  layOutPages({ pages, zoom, turn: 0, room })

test('one wide page makes no other smaller, and is itself made to fit', () => {
  const layout = lay([a4, a4, wide], 'width')
  expect(layout.sizes[0]?.width).toBeCloseTo(968)
  expect(layout.sizes[2]?.width).toBeCloseTo(968)
  expect(percentOf(lay([a4], 'auto'))).toBe(122)
  expect(lay([a4], 'page').sizes[0]?.height).toBeCloseTo(668)
  expect(percentOf(lay([a4], 200))).toBe(200)
})

test('steps go on from wherever it stands, and end at the ends', () => {
  expect([stepFrom(122, 1), stepFrom(122, -1), stepFrom(100, 1), stepFrom(400, 1), stepFrom(50, -1)]).toEqual([125, 110, 110, 400, 50]) // prettier-ignore
})

test('the page at a height is the one that stands there, and a place holds through every zoom', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(a4, wide), { minLength: 1, maxLength: 40 }), fc.nat(), (pages, seed) => {
      const layout = lay(pages)
      const page = seed % pages.length
      expect(pageAt(layout, (layout.tops[page] ?? 0) + 1)).toBe(page)
      const place = anchorAt(layout, (layout.tops[page] ?? 0) + 200)
      const other = lay(pages, 250)
      expect(anchorAt(other, heightOf(other, place)).page).toBe(page)
    }),
  )
})

test('four turns to the right bring a box back to where it was', () => {
  const box = { x: 10, y: 20, width: 30, height: 40 }
  const once = turnedBox(box, a4, 90)
  expect(once).toEqual({ x: 842 - 60, y: 10, width: 40, height: 30 })
  expect(turnedBox(turnedBox(box, a4, 270), wide, 90)).toEqual(box)
  expect(turnedBox(turnedBox(box, a4, 180), a4, 180)).toEqual(box)
})
