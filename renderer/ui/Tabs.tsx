import './shell.css'
import { useId, type KeyboardEvent, type ReactNode } from 'react'

type TabsProps = {
  label: string
  items: readonly { id: string; label: string; count?: number | undefined }[]
  current: string
  onChange: (id: string) => void
  children: ReactNode
}

/** Views of one thing, one at a time. Arrow keys move between them. */
export function Tabs({ label, items, current, onChange, children }: TabsProps) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    const at = items.findIndex(item => item.id === current)
    const moves: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }
    const next = moves[event.key]
    const target = next === undefined ? undefined : items.at(next % items.length)
    if (!target) return
    event.preventDefault()
    onChange(target.id)
    document.getElementById(`${id}-${target.id}`)?.focus()
  }
  return (
    <>
      <div role="tablist" aria-label={label} className="wm-tabs" onKeyDown={onKeyDown}>
        {items.map(item => (
          <button
            key={item.id}
            id={`${id}-${item.id}`}
            type="button"
            role="tab"
            className="wm-tab"
            aria-selected={item.id === current}
            aria-controls={`${id}-panel`}
            tabIndex={item.id === current ? 0 : -1}
            onClick={() => onChange(item.id)}
          >
            {item.label}
            {item.count !== undefined && <span className="wm-tab-count">{item.count.toLocaleString('en-GB')}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`} className="wm-tab-panel">
        {children}
      </div>
    </>
  )
}
