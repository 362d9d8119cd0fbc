import './feedback.css'
import { useSyncExternalStore } from 'react'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { dismissToast, spoken, toasts, type ShownToast } from './toast.ts'

/** Where `toast` and `announce` come out. There from the start: a region added with its text is often not read. */
export function LiveRegions() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.get)
  const said = useSyncExternalStore(spoken.subscribe, spoken.get)
  return (
    <>
      <div role="status" aria-live="polite" className="wm-hidden">
        <span key={said.id}>{said.text}</span>
      </div>
      <div role="region" aria-label="Messages" aria-live="polite" className="wm-toasts">
        {shown.map(one => (
          <Toast key={one.id} {...one} />
        ))}
      </div>
    </>
  )
}

function Toast({ id, text, tone, action }: ShownToast) {
  return (
    <div className="wm-toast" data-tone={tone}>
      <Icon name={tone} size={18} />
      <p>{text}</p>
      {action && (
        <button
          type="button"
          className="wm-toast-action"
          onClick={() => {
            dismissToast(id)
            action.onSelect()
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton icon="close" label="Close message" size="small" onClick={() => dismissToast(id)} />
    </div>
  )
}
