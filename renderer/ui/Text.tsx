import './layout.css'
import type { ReactNode } from 'react'
import type { Tone } from './tokens.ts'

type TextProps = {
  children: ReactNode
  size?: 'small' | 'body' | 'large' | undefined
  tone?: Tone | 'soft' | 'faint' | undefined
  strong?: boolean | undefined
  /** On one line, cut with dots where it doesn't fit. */
  cut?: boolean | undefined
}

/** Words in a line. A tone never stands alone: say in words what it means. */
export function Text({ children, size = 'body', tone = 'neutral', strong = false, cut = false }: TextProps) {
  return (
    <span
      className="wm-text"
      data-size={size}
      data-tone={tone}
      data-strong={strong || undefined}
      data-cut={cut || undefined}
    >
      {children}
    </span>
  )
}

/** A quieter remark. */
export function Muted({ children }: { children: ReactNode }) {
  return (
    <Text size="small" tone="faint">
      {children}
    </Text>
  )
}

/** What somebody wrote, with their line breaks, at a width that reads well. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="wm-prose">{children}</div>
}

/** A heading within a screen. */
export function Heading({ level, children }: { level: 2 | 3 | 4; children: ReactNode }) {
  const Tag = `h${String(level)}` as 'h2' | 'h3' | 'h4' // the three that `level` allows
  return (
    <Tag className="wm-heading" data-level={level}>
      {children}
    </Tag>
  )
}
