import './states.css'
import { useEffect, useState } from 'react'
import { patienceMs } from './tokens.ts'

type LoadingStateProps = {
  label: string
  shape?: 'list' | 'form' | 'text' | 'detail' | undefined
  rows?: number | undefined
}

/** Grey shapes of what is coming. Nothing is drawn at first: most answers are here sooner. */
export function LoadingState({ label, shape = 'list', rows = shape === 'list' ? 8 : 4 }: LoadingStateProps) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="wm-loading" data-shape={shape} role="status" aria-busy>
      {late && (
        <>
          <span className="wm-hidden">{label}</span>
          {Array.from({ length: rows }, (_, row) => (
            <span key={row} className="wm-bone" style={{ width: `${String(92 - ((row * 17) % 40))}%` }} aria-hidden />
          ))}
        </>
      )}
    </div>
  )
}
