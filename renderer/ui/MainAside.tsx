import './MainAside.css'
import type { ReactNode } from 'react'

/** A list that scrolls by itself, with short notes beside it; the notes come first where there is no room. */
export function MainAside({ main, aside }: { main: ReactNode; aside: ReactNode }) {
  return (
    <div className="wm-main-aside">
      <div className="wm-main-aside-aside">{aside}</div>
      <div className="wm-main-aside-main">{main}</div>
    </div>
  )
}
