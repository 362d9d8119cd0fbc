import './line-group.css'
import { useId, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { useShortcut } from './shortcuts.ts'

const stops = '[data-line-stop]'

/** Groups of lines, one column of them. The arrow keys go from line to line, over the ends of the groups. */
export function LineGroups({ children }: { children: ReactNode }) {
  useShortcut('ArrowDown', 'To the first line', () => document.querySelector<HTMLElement>(stops)?.focus())
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || !(event.target instanceof Element)) return
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>(stops)]
    const line = event.target.closest('li[data-line]')
    const at = all.findIndex(stop => stop.closest('li[data-line]') === line)
    event.preventDefault()
    all[Math.max(0, Math.min(all.length - 1, at + step))]?.focus()
  }
  return (
    <div className="wm-line-groups" onKeyDown={move}>
      {children}
    </div>
  )
}

type GroupProps = {
  title: string
  /** How many there are in all, whether or not they are shown. */
  count: number
  /** Said beside the count: 3 overdue. */
  note?: ReactNode
  hint?: ReactNode
  /** How many are not shown, and what shows more of them. */
  more?: { left: number; busy: boolean; onMore: () => void } | undefined
  children: ReactNode
}

/** Lines of one kind under their heading, with how many there are. */
export function LineGroup({ title, count, note, hint, more, children }: GroupProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="wm-line-group">
      <div className="wm-line-group-bar">
        <h2 id={id}>
          {title} <span className="wm-line-count">{count.toLocaleString('en-GB')}</span>
        </h2>
        {note !== undefined && <span className="wm-line-group-note">{note}</span>}
      </div>
      {hint !== undefined && <p className="wm-line-group-hint">{hint}</p>}
      <ul aria-labelledby={id}>{children}</ul>
      {more && more.left > 0 && (
        <div className="wm-line-more">
          <Button kind="quiet" size="small" busy={more.busy} onClick={more.onMore}>
            Show more ({more.left.toLocaleString('en-GB')} left)<span className="wm-hidden">: {title}</span>
          </Button>
        </div>
      )}
    </section>
  )
}

type LineProps = {
  /** What stands in front: a time, a box to tick. */
  lead?: ReactNode
  title: ReactNode
  /** Whose or where, on the line of the title. */
  about?: ReactNode
  under?: ReactNode
  end?: ReactNode
  onOpen: () => void
}

/** One line, which leads to what it tells of wherever it is clicked. What can be done in it lies above that. */
export function Line({ lead, title, about, under, end, onOpen }: LineProps) {
  return (
    <li className="wm-line" data-line>
      <div className="wm-line-lead">{lead}</div>
      <div className="wm-line-words">
        <span className="wm-line-top">
          <LineLink main onOpen={onOpen}>
            {title}
          </LineLink>
          {about !== undefined && <span className="wm-line-about">{about}</span>}
        </span>
        {under !== undefined && <div className="wm-line-under">{under}</div>}
      </div>
      {end !== undefined && <div className="wm-line-end">{end}</div>}
    </li>
  )
}

type LinkProps = { children: ReactNode; onOpen: () => void; main?: boolean }

/** A way to a record, in words. `main`: of the whole line. */
export function LineLink({ children, onOpen, main = false }: LinkProps) {
  const open = (event: MouseEvent) => {
    event.preventDefault() // the address is the router's
    onOpen()
  }
  return (
    <a href="#" className="wm-line-link" data-line-stop={main || undefined} onClick={open}>
      {children}
    </a>
  )
}
