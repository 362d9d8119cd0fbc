import { useEffect, useEffectEvent, useState } from 'react'
import type { ReadingHit } from '../../../shared/features/reading.ts'
import type { ReadingSession, ReadingSource } from '../../lib/reading.ts'

const mostHits = 2_000
const pauseMs = 200

export type PageSearch = {
  words: string
  setWords: (words: string) => void
  hits: readonly ReadingHit[]
  busy: boolean
  /** The hit that is looked at: an index, or -1 before there is one. */
  at: number
  step: (by: 1 | -1) => void
}
type Found = { words: string; hits: readonly ReadingHit[]; busy: boolean; at: ReadingHit | null }
type Searching = { source: ReadingSource; session: ReadingSession; current: number; onHit: (hit: ReadingHit) => void }

/** Looks for words through all pages, from the one that is read on, slice by slice: the first hit does not wait for the last page. */
export function usePageSearch({ source, session, current, onHit }: Searching): PageSearch {
  const [words, setWords] = useState('')
  const [found, setFound] = useState<Found>({ words: '', hits: [], busy: false, at: null })
  const [start, setStart] = useState(0)
  const wanted = words.trim()
  useEffect(() => {
    if (wanted === '') return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      const tell = (hits: readonly ReadingHit[], busy: boolean) => {
        if (stop.signal.aborted) return
        const first = hits.find(({ page }) => page >= start) ?? hits[0] ?? null
        setFound(before => ({ words: wanted, hits, busy, at: before.words === wanted ? (before.at ?? first) : first }))
      }
      tell([], true)
      const look = (from: number) => session.ask(readingId => source.search({ readingId, words: wanted, from }))
      void searchAll(start, { look, tell, signal: stop.signal })
    }, pauseMs)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [wanted, start, source, session])
  const { hits, at, busy } = found.words === wanted ? found : { hits: [], at: null, busy: wanted !== '' }
  const show = useEffectEvent(onHit)
  useEffect(() => {
    if (at) show(at)
  }, [at])
  const index = at ? hits.indexOf(at) : -1
  return {
    words,
    setWords(typed) {
      setWords(typed)
      setStart(current)
    },
    hits: wanted === '' ? [] : hits,
    busy,
    at: index,
    step: by => setFound(before => ({ ...before, at: hits.at((index + by) % hits.length) ?? before.at })),
  }
}

type Slice = Awaited<ReturnType<ReadingSource['search']>>
type Looking = {
  look: (from: number) => Promise<Slice>
  tell: (hits: readonly ReadingHit[], busy: boolean) => void
  signal: AbortSignal
}

/** From a page to the end, then from the first up to it. What is told is in the order of the pages. */
async function searchAll(start: number, { look, tell, signal }: Looking): Promise<void> {
  const after: ReadingHit[] = []
  const before: ReadingHit[] = []
  const part = async (into: ReadingHit[], first: number, end: number) => {
    for (let from: number | null = first; from !== null && from < end && !signal.aborted && into.length < mostHits;) {
      const slice: Slice = await look(from)
      into.push(...slice.hits.filter(({ page }) => page < end))
      from = slice.next
      tell([...before, ...after], true)
    }
  }
  try {
    await part(after, start, Infinity)
    await part(before, 0, start)
  } catch {
    // What was found so far stays; a page that ended the search says so where it is drawn.
  }
  tell([...before, ...after], false)
}
