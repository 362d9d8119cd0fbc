import './TaskLine.css'
import { Children, type ReactNode } from 'react'

/** A short list of tasks, one under the other. */
export function TaskRows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="wm-task-list">
      {Children.map(children, child => (
        <li>{child}</li>
      ))}
    </ul>
  )
}
