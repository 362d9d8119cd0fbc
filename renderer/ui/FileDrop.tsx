import './file-drop.css'
import { useState, type DragEvent, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'

type FileDropProps = {
  label: string
  children?: ReactNode
  onDrop: (files: File[]) => void
}

/** Where files are dropped. What is dropped beside it does nothing. The button inside is for everybody else. */
export function FileDrop({ label, children, onDrop }: FileDropProps) {
  const [over, setOver] = useState(false)
  const on = (event: DragEvent, isOver: boolean) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(isOver)
  }
  const drop = (event: DragEvent) => {
    on(event, false)
    onDrop([...event.dataTransfer.files])
  }
  return (
    <div
      role="group"
      aria-label={label}
      className="wm-file-drop"
      data-over={over || undefined}
      onDragEnter={event => on(event, true)}
      onDragOver={event => on(event, true)}
      onDragLeave={event => on(event, false)}
      onDrop={drop}
    >
      <Icon name="evidence" />
      <span>Drop files here, or</span>
      {children}
    </div>
  )
}
