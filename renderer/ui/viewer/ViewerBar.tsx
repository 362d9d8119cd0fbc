import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { IconButton } from '../IconButton.tsx'
import { zoomSteps, type Zoom } from './page-layout.ts'

export type ViewerTools = {
  count: number
  /** Counted from 0, as all pages here. */
  current: number
  labels: readonly string[] | null
  goTo: (page: number) => void
  zoom: Zoom
  percent: number
  setZoom: (zoom: Zoom) => void
  stepZoom: (by: 1 | -1) => void
  turnRight: () => void
  asText: boolean
  toggleText: () => void
  side: boolean
  toggleSide: () => void
  openSearch: () => void
}
type BarProps = { heading: ReactNode; tools: ViewerTools; actions: ReactNode }

/** Above the pages: the way back, what this is, and all that can be done with it. */
export function ViewerBar({ heading, tools, actions }: BarProps) {
  return (
    <div className="wm-viewer-bar">
      {heading}
      <div className="wm-viewer-tools" role="group" aria-label="Pages and zoom">
        <IconButton icon="side" label="Pages and bookmarks" pressed={tools.side} onClick={tools.toggleSide} />
        <PageField key={tools.current} tools={tools} />
        <ZoomTools tools={tools} />
        <IconButton icon="turn" label="Turn right" onClick={tools.turnRight} />
        <IconButton icon="words" label="Text only" pressed={tools.asText} onClick={tools.toggleText} />
        <IconButton icon="search" label="Find in this document" shortcut="Mod+F" onClick={tools.openSearch} />
        {actions}
      </div>
    </div>
  )
}

function PageField({ tools: { current, count, labels, goTo } }: { tools: ViewerTools }) {
  const shown = labels?.[current] ?? String(current + 1)
  const [typed, setTyped] = useState(shown)
  const go = () => {
    const page = pageOf(typed.trim(), labels, count)
    if (page === null) setTyped(shown)
    else goTo(page)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') go()
    if (event.key !== 'Escape' || typed === shown) return
    event.preventDefault()
    setTyped(shown)
  }
  return (
    <span className="wm-viewer-page">
      <input
        className="wm-input"
        aria-label={`Page, of ${String(count)}`}
        value={typed}
        size={4}
        autoComplete="off"
        spellCheck={false}
        onFocus={event => event.currentTarget.select()}
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={go}
      />
      <span aria-hidden>
        {labels && shown !== String(current + 1)
          ? `(${String(current + 1)} of ${String(count)})`
          : `of ${String(count)}`}
      </span>
    </span>
  )
}

/** By what the document calls it, else by its number. */
function pageOf(typed: string, labels: readonly string[] | null, count: number): number | null {
  const named = labels?.findIndex(label => label.toLowerCase() === typed.toLowerCase()) ?? -1
  if (named >= 0) return named
  const number = /^\d{1,6}$/.test(typed) ? Number(typed) : 0
  return number >= 1 && number <= count ? number - 1 : null
}

const fits: readonly [Zoom & string, string][] = [
  ['auto', 'Auto'],
  ['width', 'Fit width'],
  ['page', 'Fit page'],
]

function ZoomTools({ tools: { zoom, percent, setZoom, stepZoom } }: { tools: ViewerTools }) {
  const isStep = zoomSteps.some(step => step === zoom)
  return (
    <span className="wm-viewer-zoom">
      <IconButton
        icon="smaller"
        label="Smaller"
        shortcut="Mod+-"
        disabled={percent <= zoomSteps[0]}
        onClick={() => stepZoom(-1)}
      />
      <select
        className="wm-input"
        aria-label="Zoom"
        value={String(zoom)}
        onChange={({ currentTarget: { value } }) => setZoom(fits.find(([fit]) => fit === value)?.[0] ?? Number(value))}
      >
        {fits.map(([fit, words]) => (
          <option key={fit} value={fit}>
            {zoom === fit ? `${words}, ${String(percent)}%` : words}
          </option>
        ))}
        {typeof zoom === 'number' && !isStep && <option value={String(zoom)}>{`${String(zoom)}%`}</option>}
        {zoomSteps.map(step => (
          <option key={step} value={String(step)}>{`${String(step)}%`}</option>
        ))}
      </select>
      <IconButton
        icon="larger"
        label="Larger"
        shortcut="Mod+Plus"
        disabled={percent >= 400}
        onClick={() => stepZoom(1)}
      />
    </span>
  )
}
