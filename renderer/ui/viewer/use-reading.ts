import { useCallback, useEffect, useMemo, useState } from 'react'
import type { OpenedReading, PageSize } from '../../../shared/features/reading.ts'
import { readingSession, type ReadingSession, type ReadingSource, type ReadingState } from '../../lib/reading.ts'
import { drawQueue, type Draw } from './draw-queue.ts'

/** Opens a source for as long as it is shown. `state` is what there is to see; `session` asks about it. */
export function useReading(source: ReadingSource): { state: ReadingState; session: ReadingSession; retry: () => void } {
  const [state, setState] = useState<ReadingState>({ is: 'opening' })
  const [session] = useState(() => readingSession(source, setState))
  useEffect(() => {
    session.begin()
    return session.end
  }, [session])
  const retry = useCallback(() => {
    setState({ is: 'opening' })
    session.begin()
  }, [session])
  return { state, session, retry }
}

type Pages = { pages: readonly PageSize[]; draw: Draw }
/** The sizes of all pages, put right as they are drawn, and what draws them. */
export function usePages(
  source: ReadingSource,
  session: ReadingSession,
  opened: OpenedReading & { is: 'open' },
): Pages {
  const [right, setRight] = useState<ReadonlyMap<number, PageSize>>(new Map())
  const pages = useMemo(() => opened.pages.map((size, at) => right.get(at) ?? size), [opened.pages, right])
  const draw = useMemo(
    () =>
      drawQueue(async asked => {
        const picture = await session.ask(readingId => source.draw({ readingId, ...asked }))
        const guessed = opened.pages[asked.page]
        if (guessed && !isNear(guessed, picture.size))
          setRight(before =>
            isNear(before.get(asked.page) ?? guessed, picture.size)
              ? before
              : new Map(before).set(asked.page, picture.size),
          )
        return picture
      }),
    [source, session, opened.pages],
  )
  return { pages, draw }
}

const isNear = (one: PageSize, other: PageSize): boolean =>
  Math.abs(one.width - other.width) < 0.5 && Math.abs(one.height - other.height) < 0.5
