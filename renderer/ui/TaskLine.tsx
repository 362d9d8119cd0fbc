import './TaskLine.css'
import type { ReactNode } from 'react'
import { StatusPill } from './Badge.tsx'
import type { IconName } from './icon-names.ts'
import { TickBox } from './TickBox.tsx'
import type { Tone } from './tokens.ts'

type TaskLineProps = {
  title: string
  /** When it is due or was done, with its tone. */
  due: { words: string; tone: Tone; icon: IconName } | null
  note?: ReactNode
  done: boolean
  /** Not to be ticked: the case is closed, or the task is no longer needed. */
  fixed?: boolean | undefined
  onToggle: () => void
}

/** One thing to do: a box to tick, its words, and when it is due. */
export function TaskLine({ title, due, note, done, fixed = false, onToggle }: TaskLineProps) {
  return (
    <div className="wm-task" data-done={done || undefined}>
      <TickBox label={title} done={done} fixed={fixed} onToggle={onToggle} />
      <div className="wm-task-words">
        <span className="wm-task-title">{title}</span>
        {note !== undefined && <span className="wm-task-note">{note}</span>}
      </div>
      {due && (
        <StatusPill tone={due.tone} icon={due.icon}>
          {due.words}
        </StatusPill>
      )}
    </div>
  )
}
