import type { Numbered } from './numbers.ts'
import { canBeSearched } from './page-texts.ts'
import type { ReadBundle, ReadPage } from './read-bundle.ts'

/** A4 in points, and 2 mm. */
const a4 = [595.28, 841.89] as const
const tolerance = 5.67

const pagesWhere = ({ pages }: ReadBundle, isWrong: (page: ReadPage, at: number) => boolean): number[] =>
  pages.flatMap((page, at) => (isWrong(page, at) ? [at + 1] : []))

export const wrongSize = (read: ReadBundle): number[] =>
  pagesWhere(read, ({ width, height }) => {
    const [short, long] = [Math.min(width, height), Math.max(width, height)]
    return Math.abs(short - a4[0]) > tolerance || Math.abs(long - a4[1]) > tolerance
  })

/** Pages most of whose letters don't stand level. Two or three words along the side of a picture are no matter. */
export const wronglyTurned = (read: ReadBundle): number[] =>
  pagesWhere(read, ({ pieces }) => {
    const letters = (turned: boolean): number =>
      pieces
        .filter(({ angle }) => Math.abs(angle) > 20 === turned)
        .reduce((sum, { text }) => sum + text.trim().length, 0)
    return letters(true) > 20 && letters(true) > letters(false)
  })

/** Pages with no text but their number, and those whose letters nobody can tell. */
export const withoutText = (read: ReadBundle, { stamps }: Numbered): number[] =>
  pagesWhere(read, ({ pieces }, at) => !canBeSearched(pieces, stamps[at]?.piece))
