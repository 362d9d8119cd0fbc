import type { Piece } from './read-bundle.ts'

/**
 * The words of a page in the order in which the file draws them, and in the order in which they stand there: whoever draws the end
 * of a number before its beginning, or something else in between, is found by the second.
 */
export function textsOf(pieces: readonly Piece[]): string[] {
  const drawn = textOf(pieces)
  const standing = textOf(asTheyStand(pieces))
  return standing === drawn ? [drawn] : [drawn, standing]
}

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join(' ')

const edge = 60
/** The first and the last words of a page, without its number. */
export function edgesOf(pieces: readonly Piece[], stamp: Piece | undefined): [string, string] {
  const text = textOf(pieces.filter(piece => piece !== stamp))
  return [text.slice(0, edge), text.slice(-edge)]
}

/** Line by line from the top, each from the left. Letters of one line may stand a little higher or lower. */
function asTheyStand(pieces: readonly Piece[]): Piece[] {
  const lines: { y: number; pieces: Piece[] }[] = []
  for (const piece of pieces.toSorted((one, other) => other.y - one.y)) {
    const line = lines.at(-1)
    if (line && line.y - piece.y < 0.5 * Math.max(piece.height, 4)) line.pieces.push(piece)
    else lines.push({ y: piece.y, pieces: [piece] })
  }
  return lines.flatMap(line => line.pieces.toSorted((one, other) => one.x - other.x))
}

/** Letters that a font draws without telling which they are: private ones, controls, and the mark for an unknown one. */
const untold = /[\p{Co}\p{Cc}\p{Cn}�]/gu
const mostUntold = 0.1

/** Whether a page has words beside its number, and tells which letters they are made of. */
export function canBeSearched(pieces: readonly Piece[], stamp: Piece | undefined): boolean {
  const text = textOf(pieces.filter(piece => piece !== stamp)).replace(/\s/g, '')
  return text !== '' && (text.match(untold)?.length ?? 0) <= mostUntold * text.length
}
