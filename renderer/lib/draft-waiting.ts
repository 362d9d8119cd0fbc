import { useEffect, useState } from 'react'
import { readKeptDraft } from './drafts.ts'

/** Whether half-typed words wait under this key. Asked anew whenever the form that writes them is closed. */
export function useDraftWaiting(key: string, formIsOpen: boolean): boolean {
  const [waiting, setWaiting] = useState(false)
  useEffect(() => {
    if (formIsOpen) return
    let current = true
    void readKeptDraft(key)
      .catch(() => null)
      .then(draft => {
        if (current) setWaiting(draft !== null)
      })
    return () => {
      current = false
    }
  }, [key, formIsOpen])
  return waiting && !formIsOpen
}
