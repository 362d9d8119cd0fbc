import './layout.css'
import type { ReactNode } from 'react'

type Gap = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
type StackProps = { children: ReactNode; gap?: Gap | undefined; align?: 'start' | 'stretch' | 'center' | undefined }

const space = (gap: Gap): string => `${String(gap * 4)}px`

/** One under the other. */
export function Stack({ children, gap = 4, align = 'stretch' }: StackProps) {
  return (
    <div className="wm-stack" style={{ gap: space(gap), alignItems: align }}>
      {children}
    </div>
  )
}

type RowProps = {
  children: ReactNode
  gap?: Gap | undefined
  align?: 'start' | 'center' | 'end' | 'baseline' | undefined
  justify?: 'start' | 'end' | 'between' | undefined
  wrap?: boolean | undefined
}

/** Side by side. Wraps unless told not to. */
export function Row({ children, gap = 2, align = 'center', justify = 'start', wrap = true }: RowProps) {
  const justifyContent = justify === 'between' ? 'space-between' : justify
  return (
    <div
      className="wm-row"
      style={{ gap: space(gap), alignItems: align, justifyContent, flexWrap: wrap ? 'wrap' : 'nowrap' }}
    >
      {children}
    </div>
  )
}

/** A list with what is selected in it beside it. Below 900 px the detail covers the list. */
export function Split({ list, detail, wide = false }: SplitProps) {
  const open = detail !== null && detail !== undefined && detail !== false
  return (
    <div className="wm-split" data-open={open || undefined}>
      <div className="wm-split-list">{list}</div>
      {open && (
        <div className="wm-split-detail" data-wide={wide || undefined}>
          {detail}
        </div>
      )}
    </div>
  )
}

/** `wide`: the detail is a form or two versions side by side. */
type SplitProps = { list: ReactNode; detail: ReactNode; wide?: boolean | undefined }

/** Takes the height that is left, for a table or list that scrolls by itself. */
export function Fill({ children }: { children: ReactNode }) {
  return <div className="wm-fill">{children}</div>
}

/** A screen: its header stays, its body scrolls. `fill` leaves the scrolling to a table or list inside. */
export function Screen({ header, children, fill = false, narrow = false }: ScreenProps) {
  return (
    <div className="wm-screen">
      {header}
      <div className="wm-screen-body" data-fill={fill || undefined} data-narrow={narrow || undefined}>
        {children}
      </div>
    </div>
  )
}
type ScreenProps = { header?: ReactNode; children: ReactNode; fill?: boolean; narrow?: boolean }

/** Pushes what follows to the far end of a Row. */
export function Spacer() {
  return <div className="wm-spacer" />
}
