import './DatedLine.css'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-names.ts'

type DatedLineProps = { when: string; icon: IconName; kind: string; children: ReactNode }

/** One event in a line of time: when, what kind, and its words. */
export function DatedLine({ when, icon, kind, children }: DatedLineProps) {
  return (
    <div className="wm-dated">
      <span className="wm-dated-when">{when}</span>
      <span className="wm-dated-mark">
        <Icon name={icon} label={kind} />
      </span>
      <span>{children}</span>
    </div>
  )
}
