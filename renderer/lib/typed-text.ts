import { useEffect, useEffectEvent, useState } from 'react'

/**
 * A box whose words live in the address. What is typed shows at once and the address follows when the typing pauses:
 * it changes a moment later than a key is pressed, and a box that waited for it would lose letters.
 */
export function useTypedText(
  kept: string,
  keep: (text: string) => void,
  pauseMs = 120,
): [string, (text: string) => void] {
  const [text, setText] = useState(kept)
  const [seen, setSeen] = useState(kept)
  const [sent, setSent] = useState(kept)
  if (kept !== seen) {
    setSeen(kept)
    if (kept !== sent) setText(kept) // changed from elsewhere: a way back, or a button
  }
  const send = useEffectEvent((words: string) => {
    setSent(words)
    keep(words)
  })
  useEffect(() => {
    if (text === sent) return
    const timer = setTimeout(() => send(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text, sent, pauseMs])
  return [text, setText]
}
