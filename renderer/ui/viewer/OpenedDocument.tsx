import { useCallback, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react'
import type { OpenedReading, PageSize, Turn } from '../../../shared/features/reading.ts'
import type { ReadingSession } from '../../lib/reading.ts'
import type { DocumentViewerProps } from './viewer-props.ts'
import { layOutPages, pageAt, percentOf, stepFrom, type Room, type Zoom } from './page-layout.ts'
import { PageView, type PageLook, type PageProps } from './PageView.tsx'
import { usePageScroll, type PageScroll } from './use-page-scroll.ts'
import { usePageSearch, type PageSearch } from './use-page-search.ts'
import { usePixelRatio } from './use-pixel-ratio.ts'
import { usePages } from './use-reading.ts'
import { useViewerKeys } from './use-viewer-keys.ts'
import { useWheelZoom } from './use-wheel-zoom.ts'
import { ViewerBar, type ViewerTools } from './ViewerBar.tsx'
import { ViewerSearch } from './ViewerSearch.tsx'
import { ViewerSide } from './ViewerSide.tsx'

type OpenedProps = DocumentViewerProps & {
  opened: OpenedReading & { is: 'open' }
  session: ReadingSession
  heading: ReactNode
}

/** A document that is open: the bar, what is beside the pages, and the pages near to what is read. */
export function OpenedDocument({ source, page = 1, onPage, onBack, actions, opened, session, heading }: OpenedProps) {
  const { pages, draw } = usePages(source, session, opened)
  const [zoom, setZoom] = useState<Zoom>('auto')
  const [turn, setTurn] = useState<Turn>(0)
  const [asText, setAsText] = useState(false)
  const [side, setSide] = useState(false)
  const [searching, setSearching] = useState(false)
  const layoutIn = useCallback((room: Room) => layOutPages({ pages, zoom, turn, room }), [pages, zoom, turn])
  const scroll = usePageScroll(layoutIn, Math.min(page, pages.length) - 1)
  const { layout, current, goTo, box } = scroll
  const search = usePageSearch({
    ...{ source, session, current },
    onHit: ({ page: at, boxes }) => goTo(at, boxes[0]?.y),
  })
  const nameOf = (at: number) => pageName(opened.labels, pages.length, at)
  const readText = useCallback(
    async (at: number) => (await session.ask(readingId => source.text({ readingId, page: at }))).text,
    [session, source],
  )
  useTellPage(current, current + 1 === page ? undefined : onPage)
  useWheelZoom(box, by => setZoom(stepFrom(percentOf(layout), by)))
  const tools: ViewerTools = {
    ...{
      count: pages.length,
      current,
      labels: opened.labels,
      goTo,
      zoom,
      percent: percentOf(layout),
      setZoom,
      asText,
      side,
    },
    stepZoom: by => setZoom(stepFrom(percentOf(layout), by)),
    turnRight: () => setTurn(turnAfter(turn)),
    toggleText: () => setAsText(!asText),
    toggleSide: () => setSide(!side),
    openSearch: () => setSearching(true),
  }
  const closeSearch = () => {
    setSearching(false)
    search.setWords('')
    box.current?.focus()
  }
  useViewerKeys({ tools, search, onClose: searching ? closeSearch : onBack, alone: onBack !== undefined })
  const ratio = usePixelRatio()
  const look: PageLook = useMemo(() => ({ turn, ratio, asText }), [turn, ratio, asText])
  return (
    <>
      <ViewerBar heading={heading} tools={tools} actions={actions} />
      {searching && <ViewerSearch search={search} onClose={closeSearch} />}
      <div className="wm-viewer-body">
        {side && <ViewerSide {...{ source, session, pages, draw, current, goTo, nameOf }} />}
        <Sheets {...{ scroll, pages, nameOf, look, search, draw, readText }} />
      </div>
    </>
  )
}

type SheetsProps = Pick<PageProps, 'look' | 'draw' | 'readText'> & {
  scroll: PageScroll
  pages: readonly PageSize[]
  nameOf: (page: number) => string
  search: PageSearch
}

/** The pages near to what is read, each in its place in the height of all. */
function Sheets({ scroll, pages, nameOf, search, ...rest }: SheetsProps) {
  const { box, layout, current, onScroll } = scroll
  return (
    <div
      ref={box}
      className="wm-viewer-pages"
      data-own-place
      role="group"
      aria-label={`Pages, ${nameOf(current)}`}
      tabIndex={0}
      onScroll={onScroll}
    >
      <div className="wm-viewer-sheets" style={{ height: layout.height, minWidth: layout.width }}>
        {nearPages(scroll).map(at => {
          const size = pages[at]
          const shown = layout.sizes[at]
          return size && shown ? (
            <PageView
              key={at}
              page={at}
              name={nameOf(at)}
              size={size}
              place={{ ...shown, top: layout.tops[at] ?? 0, scale: layout.scales[at] ?? layout.scale }}
              inSight={isInSight(scroll, at)}
              hits={search.hits.filter(hit => hit.page === at)}
              hit={search.hits[search.at] ?? null}
              {...rest}
            />
          ) : null
        })}
      </div>
    </div>
  )
}

/** Those in sight, one above and one below. */
function nearPages({ layout, top, room }: PageScroll): number[] {
  const first = Math.max(0, pageAt(layout, top) - 1)
  const last = Math.min(layout.tops.length - 1, pageAt(layout, top + room.height) + 1)
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

const isInSight = ({ layout, top, room }: PageScroll, at: number): boolean =>
  at >= pageAt(layout, top) && at <= pageAt(layout, top + room.height)

const turnAfter = (turn: Turn): Turn => (turn === 0 ? 90 : turn === 90 ? 180 : turn === 180 ? 270 : 0)

/** "Page 3 of 12", with what the document itself calls it where that is something else. */
function pageName(labels: readonly string[] | null, count: number, at: number): string {
  const label = labels?.[at] ?? ''
  const number = `Page ${String(at + 1)} of ${String(count)}`
  return label === '' || label === String(at + 1) ? number : `${number}, ${label}`
}

/** Tells where somebody has read to once they stay there. */
function useTellPage(current: number, onPage: ((page: number) => void) | undefined): void {
  const tell = useEffectEvent((page: number) => onPage?.(page))
  useEffect(() => {
    const timer = setTimeout(() => tell(current + 1), 250)
    return () => clearTimeout(timer)
  }, [current])
}
