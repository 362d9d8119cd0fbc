import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { PageSize, ReadingHit, Turn } from '../../../shared/features/reading.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import type { Draw } from './draw-queue.ts'
import { turnedBox, type Room } from './page-layout.ts'
import { paint } from './paint.ts'

export type PageLook = { turn: Turn; ratio: number; asText: boolean }
export type PageProps = {
  page: number
  name: string
  size: PageSize
  place: Room & { top: number; scale: number }
  inSight: boolean
  look: PageLook
  draw: Draw
  readText: (page: number) => Promise<string>
  hits: readonly ReadingHit[]
  hit: ReadingHit | null
}

/** One page: its picture, what was found on it, and its words for whoever can't see the picture. */
export function PageView({ page, name, size, place, inSight, look, draw, readText, hits, hit }: PageProps) {
  const { canvas, error, isDrawn, retry } = usePicture(draw, { page, scale: place.scale, inSight }, look)
  const text = usePageText(readText, page, isDrawn || look.asText)
  const { top, width, height, scale } = place
  const box = { width, height, transform: `translate(-50%, ${String(top)}px)` }
  return (
    <div role="group" aria-label={name} aria-busy={!isDrawn && !error} className="wm-page-sheet" style={box}>
      <canvas ref={canvas} aria-hidden data-drawn={isDrawn || undefined} hidden={look.asText} />
      {!look.asText && <Marks hits={hits} hit={hit} size={size} scale={scale} turn={look.turn} />}
      {look.asText ? (
        <div
          className="wm-page-text"
          style={{ fontSize: lettersAt(scale) }}
          tabIndex={0}
          role="group"
          aria-label={`Text of ${name}`}
        >
          {text === '' ? <em>No text on this page: it is a picture.</em> : text}
        </div>
      ) : (
        <div className="wm-hidden">{text === '' ? 'No text on this page: it is a picture.' : text}</div>
      )}
      {error && !look.asText && (
        <div className="wm-page-problem" role="alert">
          <Icon name="warning" size={24} />
          <p>{sentenceFor(error)}</p>
          <Button size="small" icon="refresh" onClick={retry}>
            Try this page again
          </Button>
        </div>
      )}
    </div>
  )
}

/** Letters grow with the page, but are never smaller than the window's own. */
const lettersAt = (scale: number): string => `calc(var(--text-body) * ${String(Math.max(1, scale * (72 / 96)))})`

type MarksProps = Pick<PageProps, 'hits' | 'hit' | 'size'> & { scale: number; turn: Turn }
function Marks({ hits, hit, size, scale, turn }: MarksProps) {
  return hits.flatMap(one =>
    one.boxes.map((box, index) => {
      const { x, y, width, height } = turnedBox(box, size, turn)
      const at = { left: x * scale, top: y * scale, width: width * scale, height: height * scale }
      return (
        <span
          key={`${keyOf(one)}-${String(index)}`}
          className="wm-page-hit"
          data-current={one === hit || undefined}
          style={at}
        />
      )
    }),
  )
}
const keyOf = ({ boxes: [first] }: ReadingHit): string => `${String(first?.x)} ${String(first?.y)}`

type Scaled = { page: number; scale: number; inSight: boolean }
type Picture = { isDrawn: boolean; error: AppError | null }
const pauseMs = 60

/** Draws on a canvas. While a new size is on its way the last picture stays, stretched. */
function usePicture(draw: Draw, { page, scale, inSight }: Scaled, { turn, ratio, asText }: PageLook) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [{ isDrawn, error }, setPicture] = useState<Picture>({ isDrawn: false, error: null })
  const [tries, setTries] = useState(0)
  const isSeen = useEffectEvent(() => inSight)
  const [shownTurn, setShownTurn] = useState(turn)
  if (shownTurn !== turn) {
    setShownTurn(turn) // stretched the other way round it would only confuse
    setPicture({ isDrawn: false, error: null })
  }
  useEffect(() => {
    if (asText) return
    const stop = new AbortController()
    const ask = () =>
      draw({ page, scale: Math.min(20, scale * ratio), turn }, { signal: stop.signal, later: !isSeen() }).then(
        picture => {
          if (stop.signal.aborted) return
          paint(canvas.current, picture)
          setPicture({ isDrawn: true, error: null })
        },
        (cause: unknown) => {
          if (!stop.signal.aborted) setPicture({ isDrawn: false, error: AppError.from(cause) })
        },
      )
    const isBlank = canvas.current?.dataset['drawn'] === undefined
    const timer = setTimeout(() => void ask(), isBlank ? 0 : pauseMs)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [draw, page, scale, ratio, turn, tries, asText])
  return { canvas, isDrawn, error, retry: () => setTries(tries + 1) }
}

/** The words of a page once there is time for them; null before. */
function usePageText(readText: (page: number) => Promise<string>, page: number, enabled: boolean): string | null {
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    if (!enabled || text !== null) return
    let current = true
    readText(page).then(
      found => current && setText(found),
      () => undefined, // the page itself says what is wrong with it
    )
    return () => {
      current = false
    }
  }, [readText, page, enabled, text])
  return text
}
