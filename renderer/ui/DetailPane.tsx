import './page.css'
import './record.css'
import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { IconButton } from './IconButton.tsx'

type DetailPaneProps = {
  title: ReactNode
  children: ReactNode
  subtitle?: ReactNode
  actions?: ReactNode
  onClose?: (() => void) | undefined
  footer?: ReactNode
}

/** Beside its buttons such a title would stand word under word. */
const isLong = (title: ReactNode): boolean => typeof title === 'string' && title.length > 60

/** One record beside its list. Escape closes it. */
export function DetailPane({ title, subtitle, actions, onClose, footer, children }: DetailPaneProps) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !onClose) return
    event.preventDefault() // so that a shortcut of the screen does not close one more
    onClose()
  }
  return (
    <section aria-labelledby={id} className="wm-detail" onKeyDown={onKeyDown}>
      <div className="wm-detail-bar" data-long={isLong(title) || undefined}>
        <div className="wm-detail-words">
          <h2 id={id}>{title}</h2>
          {subtitle !== undefined && <div className="wm-page-subtitle">{subtitle}</div>}
        </div>
        <div className="wm-section-actions">
          {actions}
          {onClose && <IconButton icon="close" label="Close details" shortcut="Escape" onClick={onClose} />}
        </div>
      </div>
      {/* Scrolls, so the keyboard must reach it also where nothing in it can be pressed. */}
      <div className="wm-detail-body" role="group" aria-labelledby={id} tabIndex={0}>
        {children}
      </div>
      {footer !== undefined && <div className="wm-dialog-footer">{footer}</div>}
    </section>
  )
}
