import './shell.css'
import { useRef, type MouseEvent, type ReactNode } from 'react'

type AppShellProps = { rail: ReactNode; children: ReactNode; header?: ReactNode; notice?: ReactNode }

/** The frame of the unlocked app: rail, header, main. Stands still while screens change in `main`. */
export function AppShell({ rail, header, notice, children }: AppShellProps) {
  const main = useRef<HTMLElement>(null)
  const skip = (event: MouseEvent) => {
    event.preventDefault() // the address is the router's
    main.current?.focus()
  }
  return (
    <div className="wm-shell">
      <a href="#main" className="wm-skip" onClick={skip}>
        Skip to the main part
      </a>
      {rail}
      <div className="wm-shell-right">
        {notice}
        {header !== undefined && <header className="wm-shell-header">{header}</header>}
        <main ref={main} id="main" tabIndex={-1} className="wm-main">
          {children}
        </main>
      </div>
    </div>
  )
}
