import type { ReactNode } from 'react'
import type { PageSize } from '../../../shared/features/reading.ts'
import type { ReadingSession, ReadingSource } from '../../lib/reading.ts'
import type { Draw } from './draw-queue.ts'

export type DocumentViewerProps = {
  /** Give the component a key for each source: it opens the one it began with. */
  source: ReadingSource
  title: string
  /** Where to begin, and where somebody has read to: counted from 1. */
  page?: number | undefined
  onPage?: ((page: number) => void) | undefined
  /** Where the way back leads, such as "Documents". */
  backTo?: string
  /** Missing: it is a part of a screen, and leaves the keys to it. */
  onBack?: (() => void) | undefined
  /** What else can be done with it, in the bar. */
  actions?: ReactNode
  /** What to do where it can't be shown. */
  instead?: ReactNode
}

export type SideProps = {
  source: ReadingSource
  session: ReadingSession
  pages: readonly PageSize[]
  draw: Draw
  current: number
  goTo: (page: number) => void
  nameOf: (page: number) => string
}
