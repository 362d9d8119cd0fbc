import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icon-names.ts'

type WayProps = { icon: IconName; title: string; hint: string; onChoose: () => void }

/** One way on, in a list of them. */
export function Way({ icon, title, hint, onChoose }: WayProps) {
  return (
    <li>
      <button type="button" className="wm-door" onClick={onChoose}>
        <Icon name={icon} size={20} />
        <span className="wm-door-title">{title}</span>
        <span className="wm-door-hint">{hint}</span>
        <Icon name="chevron-right" />
      </button>
    </li>
  )
}
