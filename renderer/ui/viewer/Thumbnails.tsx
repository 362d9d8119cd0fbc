import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { PageSize } from '../../../shared/features/reading.ts'
import type { Draw } from './draw-queue.ts'
import type { SideProps } from './viewer-props.ts'
import { paint } from './paint.ts'
import { usePixelRatio } from './use-pixel-ratio.ts'

const width = 120
const between = 36
const tallest = 200

/** Every page as a small picture. Arrow keys move from one to the next. */
export function Thumbnails({ pages, draw, current, goTo, nameOf }: SideProps) {
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: pages.length,
    getScrollElement: () => box.current,
    estimateSize: at => heightOf(pages[at]) + between,
    overscan: 2,
  })
  useEffect(() => rows.scrollToIndex(current, { align: 'auto' }), [rows, current])
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.key === 'ArrowDown' ? current + 1 : event.key === 'ArrowUp' ? current - 1 : -1
    if (to < 0 || to >= pages.length) return
    event.preventDefault()
    goTo(to)
    setTimeout(() => box.current?.querySelector<HTMLElement>('[aria-current]')?.focus(), 60)
  }
  return (
    <div ref={box} className="wm-viewer-thumbs" onKeyDown={onKeyDown}>
      <div role="list" aria-label="Pages" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            role="listitem"
            aria-setsize={pages.length}
            aria-posinset={index + 1}
            className="wm-viewer-thumb"
            style={{ transform: `translateY(${String(start)}px)` }}
          >
            <button
              type="button"
              aria-label={nameOf(index)}
              aria-current={index === current ? 'page' : undefined}
              tabIndex={index === current ? 0 : -1}
              onClick={() => goTo(index)}
            >
              <Small page={index} size={pages[index]} draw={draw} />
              <span aria-hidden>{index + 1}</span>
            </button>
          </div>
        ))}
      </div>
    </div>
  )
}

const heightOf = (size: PageSize | undefined): number =>
  Math.min(tallest, ((size?.height ?? 842) / (size?.width ?? 595)) * width)

function Small({ page, size, draw }: { page: number; size: PageSize | undefined; draw: Draw }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  const ratio = usePixelRatio()
  const height = heightOf(size)
  const scale =
    (Math.min(width, (height * (size?.width ?? 595)) / (size?.height ?? 842)) / (size?.width ?? 595)) * ratio
  useEffect(() => {
    const stop = new AbortController()
    draw({ page, scale: Math.min(20, scale), turn: 0 }, { signal: stop.signal, later: true }).then(
      picture => {
        if (stop.signal.aborted) return
        paint(canvas.current, picture)
        setDrawn(true)
      },
      () => undefined, // the page itself says what is wrong with it
    )
    return () => stop.abort()
  }, [draw, page, scale])
  return <canvas ref={canvas} aria-hidden data-drawn={isDrawn || undefined} style={{ height }} />
}
