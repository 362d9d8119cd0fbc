import { defaultRangeExtractor, observeElementRect, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

type RowsInput = {
  keys: readonly string[]
  /** Pixels a row takes; with `measured`, a first guess. */
  height: number
  measured?: boolean | undefined
  /** What stands above the first row inside the scrolling box: a sticky header. */
  above?: number | undefined
  total: number
  onNearEnd?: (() => void) | undefined
  onActive?: ((index: number) => void) | undefined
  onOpen?: ((index: number) => void) | undefined
}
type Box = Virtualizer<HTMLDivElement, Element>
export type Rows = {
  box: RefObject<HTMLDivElement | null>
  virtualizer: Box
  /** Width of the box, to leave out columns that don't fit. */
  width: number
  activeIndex: number
  activate: (index: number) => void
  onKeyDown: (event: KeyboardEvent) => void
}

const nearEnd = 24
/** A box not laid out yet (or a test's, never laid out) is taken to be this high, so that its first rows exist. */
const guess = { width: 1000, height: 800 }

/**
 * The rows of a long list: only those near the window are drawn, one of them takes the focus, arrow keys, Home, End and
 * Page keys move it. The row in focus stays drawn wherever the list is scrolled, so the focus is never lost.
 */
export function useRows(input: RowsInput): Rows {
  const { keys, height, total, onNearEnd, onActive, onOpen } = input
  const box = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const [active, setActive] = useState({ key: keys[0] ?? '', index: 0 })
  const count = keys.length
  const kept = keys.indexOf(active.key)
  const activeIndex = Math.max(0, Math.min(kept === -1 ? active.index : kept, count - 1))
  const { virtualizer, width } = useBox(box, input, activeIndex)
  const last = lastDrawn(virtualizer, activeIndex) ?? count - 1
  useEffect(() => {
    if (count < total && last >= count - nearEnd) onNearEnd?.()
  }, [count, total, last, onNearEnd])
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    box.current?.querySelector<HTMLElement>(`[data-index="${String(activeIndex)}"]`)?.focus({ preventScroll: true })
  }, [activeIndex, active])
  const activate = (index: number) => {
    if (count === 0) return
    const next = Math.max(0, Math.min(index, count - 1))
    wantsFocus.current = true
    setActive({ key: keys[next] ?? '', index: next })
    virtualizer.scrollToIndex(next, { align: 'auto' })
    onActive?.(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isRow(event.target)) return
    const page = Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? guess.height) / height) - 1)
    const at = Number(event.target.dataset['index']) // where the focus is, which a screen may have put on another row
    const next = moveOf(event.key, { at, count, page })
    if (event.key === 'Enter') onOpen?.(at)
    else if (event.key === ' ') onActive?.(at)
    else if (next === undefined) return
    else activate(next)
    event.preventDefault()
  }
  return { box, virtualizer, width, activeIndex, activate, onKeyDown }
}

function useBox(box: RefObject<HTMLDivElement | null>, input: RowsInput, activeIndex: number) {
  const { keys, height, measured = false, above = 0 } = input
  const [width, setWidth] = useState(guess.width)
  const virtualizer: Box = useVirtualizer<HTMLDivElement, Element>({
    count: keys.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    getItemKey: index => keys[index] ?? index,
    overscan: 4,
    useFlushSync: false, // a frame of scrolling must not wait for the rows that it brings
    scrollPaddingStart: above,
    initialRect: guess,
    observeElementRect: (instance, tell) =>
      observeElementRect(instance, rect => {
        setWidth(rect.width || guess.width)
        tell(rect.height === 0 ? guess : rect)
      }),
    rangeExtractor: range => {
      const drawn = defaultRangeExtractor(range)
      return keys.length === 0 || drawn.includes(activeIndex) ? drawn : [...drawn, activeIndex].sort((a, b) => a - b)
    },
  })
  useEffect(() => {
    if (!measured) virtualizer.measure() // density changed
  }, [virtualizer, height, measured])
  return { virtualizer, width }
}

const lastDrawn = (virtualizer: Box, activeIndex: number): number | undefined =>
  virtualizer.getVirtualItems().findLast(({ index }) => index !== activeIndex)?.index

function moveOf(key: string, { at, count, page }: { at: number; count: number; page: number }): number | undefined {
  const moves: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: count - 1,
    PageDown: at + page,
    PageUp: at - page,
  }
  return moves[key]
}

const isRow = (target: EventTarget): target is HTMLElement =>
  target instanceof HTMLElement && target.dataset['index'] !== undefined

/** Whether a click went to a control inside a row, which then answers it instead of the row. */
export const hitsControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, input, select, textarea, [role="menu"]') !== null
