import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { anchorAt, heightOf, pageAt, type Anchor, type PageLayout, type Room } from './page-layout.ts'

export type PageScroll = {
  box: RefObject<HTMLDivElement | null>
  layout: PageLayout
  /** How far it is scrolled, in CSS pixels. */
  top: number
  room: Room
  /** The page that is read, counted from 0. */
  current: number
  onScroll: () => void
  /** `y`: points down the page, to stand a little below the upper edge. */
  goTo: (page: number, y?: number) => void
}

// Before anything is measured, and where nothing ever is.
const usualRoom: Room = { width: 900, height: 800 }

/** Pages that scroll. What is read stays where it is when the zoom, the window or the size of a page changes. */
export function usePageScroll(layoutIn: (room: Room) => PageLayout, start: number): PageScroll {
  const box = useRef<HTMLDivElement>(null)
  const anchor = useRef<Anchor>({ page: start, part: -0.02 })
  const [room, setRoom] = useState(usualRoom)
  const [top, setTop] = useState(0)
  const layout = useMemo(() => layoutIn(room), [layoutIn, room])
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      if (width > 0 && height > 0)
        setRoom(before => (before.width === width && before.height === height ? before : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (!box.current) return
    box.current.scrollTop = Math.max(0, heightOf(layout, anchor.current))
    setTop(box.current.scrollTop)
  }, [layout])
  const onScroll = useCallback(() => {
    if (!box.current) return
    setTop(box.current.scrollTop)
    anchor.current = anchorAt(layout, box.current.scrollTop)
  }, [layout])
  const goTo = useCallback(
    (page: number, y?: number) => {
      if (!box.current) return
      const edge = layout.tops[Math.max(0, Math.min(page, layout.tops.length - 1))] ?? 0
      const above = y === undefined ? 8 : box.current.clientHeight / 4 - y * (layout.scales[page] ?? layout.scale)
      box.current.scrollTop = Math.max(0, edge - above)
      onScroll()
    },
    [layout, onScroll],
  )
  return { box, layout, top, room, onScroll, goTo, current: pageAt(layout, top + room.height / 3) }
}
