import type { ReactNode } from 'react'

/** A text with the words that were searched for marked. Never reads the text as HTML. */
export function Highlight({ text, query }: { text: string; query: string | readonly string[] }) {
  const words = (typeof query === 'string' ? query.split(/\s+/) : query)
    .filter(word => word !== '')
    .map(word => word.toLowerCase())
  return <>{words.length === 0 ? text : markWords(text, words)}</>
}

function markWords(text: string, words: readonly string[]): ReactNode[] {
  const lower = text.toLowerCase()
  const parts: ReactNode[] = []
  let from = 0
  while (from < text.length) {
    const hits = words
      .map(word => ({ at: lower.indexOf(word, from), length: word.length }))
      .filter(({ at }) => at !== -1)
    const next = hits.sort((a, b) => a.at - b.at || b.length - a.length)[0]
    if (!next) break
    if (next.at > from) parts.push(text.slice(from, next.at))
    parts.push(<mark key={next.at}>{text.slice(next.at, next.at + next.length)}</mark>)
    from = next.at + next.length
  }
  parts.push(text.slice(from))
  return parts
}

/** A snippet from the store, which sets found words between two marks that nobody can type. */
export function Snippet({ text, marks = ['\u0002', '\u0003'] }: { text: string; marks?: readonly [string, string] }) {
  const [start, end] = marks
  return (
    <>
      {text.split(start).map((part, index) => {
        const at = part.indexOf(end)
        if (index === 0 || at === -1) return part
        return (
          // The parts of one snippet never change places.
          <span key={index}>
            <mark>{part.slice(0, at)}</mark>
            {part.slice(at + end.length)}
          </span>
        )
      })}
    </>
  )
}
