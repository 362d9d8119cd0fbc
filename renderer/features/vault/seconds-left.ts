import { useEffect, useState } from 'react'

/** Counts down from a number of seconds that is read anew now and then. Never below 0. */
export function useSecondsLeft(seconds: number): number {
  const [left, setLeft] = useState(seconds)
  const [read, setRead] = useState(seconds)
  if (read !== seconds) {
    setRead(seconds)
    setLeft(seconds)
  }
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return Math.max(0, left)
}
