import bidiFactory from 'bidi-js'
import LineBreaker from 'linebreak'
import { fontFor, openFont, type FontId } from './fonts.ts'

/** A piece of a line in one font and one direction, letters in reading order. `x` counts from where the line starts. */
export type Run = { text: string; font: FontId; x: number; width: number }
export type Line = { runs: readonly Run[]; width: number; isRightToLeft: boolean }
export type LaidOut = { lines: readonly Line[]; /** Letters that no font has. */ missing: boolean }
export type TextStyle = { font: FontId; points: number; width: number }

const bidi = bidiFactory()
const box = '\u25a1'
const invisible = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufe0e\ufe0f\ufeff]/g

/** Breaks a text into lines no wider than the style's, in whatever scripts it is written. Line breaks in it are kept. */
export function layOut(text: string, style: TextStyle): LaidOut {
  const { shown, missing } = printable(text, style.font)
  const lines = shown.split('\n').flatMap(paragraph => paragraphLines(paragraph, style))
  return { lines, missing }
}

/** What most titles are made of: one font, one direction, and letters as wide as they are. */
const plain = /^[\x20-\x7e\n]*$/

/** Letters that no font has become boxes. */
function printable(text: string, font: FontId): { shown: string; missing: boolean } {
  if (plain.test(text)) return { shown: text, missing: false }
  let missing = false
  const tidy = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, '    ').replace(invisible, '')
  const shown = Array.from(tidy, letter => {
    if (letter === '\n' || isJoiner(letter) || fontFor(letter.codePointAt(0) ?? 0, font) !== null) return letter
    missing = true
    return fontFor(0x25a1, font) === null ? '?' : box
  }).join('')
  return { shown, missing }
}
/** Joins or parts its neighbours, or says their direction, and is not seen. */
const isJoiner = (letter: string): boolean => /[\u200c-\u200f\u202a-\u202e\u2066-\u2069]/.test(letter)

function paragraphLines(text: string, style: TextStyle): Line[] {
  if (plain.test(text)) return brokenLines(text, style).map(({ from, to }) => plainLine(text.slice(from, to), style))
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text)
  const isRightToLeft = ((paragraphs[0]?.level ?? 0) & 1) === 1
  return brokenLines(text, style).map(({ from, to }) => lineOf({ text, levels, from, to, isRightToLeft }, style))
}

function plainLine(text: string, { font, points }: TextStyle): Line {
  const shown = text.trimEnd()
  const width = pieceWidth(shown, font, points)
  return { runs: shown === '' ? [] : [{ text: shown, font, x: 0, width }], width, isRightToLeft: false }
}

type Span = { from: number; to: number }
/** "3 March 2026": a date is not parted at the end of a line. */
const date = /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: \d{4})?\b/g
function brokenLines(text: string, style: TextStyle): Span[] {
  const breaker = new LineBreaker(text)
  const lines: Span[] = []
  let from = 0
  let fits = 0
  const whole = Array.from(text.matchAll(date), ({ 0: { length }, index }) => ({ from: index, to: index + length }))
  const isInside = (at: number): boolean => whole.some(span => span.from < at && at < span.to)
  const width = (to: number): number => widthOf(text.slice(from, to).trimEnd(), style)
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    if (isInside(found.position)) continue
    if (width(found.position) > style.width && fits > from) {
      lines.push({ from, to: fits })
      from = fits
    }
    while (width(found.position) > style.width) {
      const to = cutInside(text, from, style)
      if (to >= found.position) break
      lines.push({ from, to })
      from = to
    }
    fits = found.position
  }
  if (from < text.length || lines.length === 0) lines.push({ from, to: text.length })
  return lines
}

/** Where a word that is wider than a whole line is cut: between letters as people see them, one at least. */
function cutInside(text: string, from: number, style: TextStyle): number {
  let to = from
  for (const { index, segment } of new Intl.Segmenter('en').segment(text.slice(from))) {
    const end = from + index + segment.length
    if (to > from && widthOf(text.slice(from, end), style) > style.width) return to
    to = end
  }
  return to
}

/** The pieces of one font each, in reading order. A letter without a font of its own stays with the one before. */
function pieces(text: string, wanted: FontId): { text: string; font: FontId }[] {
  if (plain.test(text)) return [{ text, font: wanted }]
  const found: { text: string; font: FontId }[] = []
  for (const letter of text) {
    const last = found.at(-1)
    const isNeutral = isJoiner(letter) || /[\s\p{M}]/u.test(letter)
    const own = isNeutral && last ? keeping(letter, last.font) : null
    const font = own ?? fontFor(letter.codePointAt(0) ?? 0, wanted) ?? last?.font ?? wanted
    if (last?.font === font) last.text += letter
    else found.push({ text: letter, font })
  }
  return found
}
const keeping = (letter: string, font: FontId): FontId | null =>
  isJoiner(letter) || openFont(font).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? font : null

const pieceWidth = (text: string, font: FontId, points: number): number => {
  const { layout, unitsPerEm } = measured(font)
  return (layout(text) * points) / unitsPerEm
}
const widthOf = (text: string, { font, points }: TextStyle): number =>
  pieces(text, font).reduce((sum, piece) => sum + pieceWidth(piece.text, piece.font, points), 0)

/** fontkit throws where a mark has no place on the letter that it stands by, as chance may have it. */
function canShape(text: string, id: FontId): boolean {
  try {
    openFont(id).layout(text)
    return true
  } catch {
    return false
  }
}

/** A run that can be drawn, whole and word by word: without its marks where those can't be placed, else as question marks. */
function drawable(text: string, id: FontId): string {
  const isFine = (run: string) => [run, ...run.split(/(?<= )/)].every(part => canShape(part, id))
  if (isFine(text)) return text
  const bare = text.replaceAll(/\p{M}/gu, '')
  return isFine(bare) ? bare : text.replaceAll(/\S/gu, '?')
}

type Measure = { layout: (text: string) => number; unitsPerEm: number }
const measures = new Map<FontId, Measure>()
/** Widths of words are kept: lines are measured again and again as they grow. */
function measured(id: FontId): Measure {
  const known = measures.get(id)
  if (known) return known
  const font = openFont(id)
  const words = new Map<string, number>()
  const wordWidth = (word: string): number => {
    const before = words.get(word)
    if (before !== undefined) return before
    const width = canShape(word, id)
      ? font.layout(word).advanceWidth
      : font.glyphsForString(word).reduce((sum, { advanceWidth }) => sum + advanceWidth, 0)
    if (words.size < 20_000) words.set(word, width)
    return width
  }
  const layout = (text: string): number => text.split(/(?<= )/).reduce((sum, word) => sum + wordWidth(word), 0)
  const measure = { layout, unitsPerEm: font.unitsPerEm }
  measures.set(id, measure)
  return measure
}

type Stretch = Span & { text: string; levels: Uint8Array; isRightToLeft: boolean }
/** The line's pieces in the order they are seen, each with its place. */
function lineOf({ text, levels, from, to, isRightToLeft }: Stretch, { font, points }: TextStyle): Line {
  const end = from + text.slice(from, to).trimEnd().length
  const stretches: { level: number; text: string }[] = []
  for (let at = from; at < end; at += 1) {
    const level = levels[at] ?? 0
    const last = stretches.at(-1)
    if (last?.level === level) last.text += text[at] ?? ''
    else stretches.push({ level, text: text[at] ?? '' })
  }
  const inOrder = stretches.flatMap(stretch =>
    pieces(stretch.text, font).map(piece => ({
      ...piece,
      text: stretch.level & 1 ? fromRight(piece.text) : piece.text,
      level: stretch.level,
    })),
  )
  let x = 0
  const runs = asSeen(inOrder).map(piece => {
    const text = drawable(piece.text, piece.font)
    const width = pieceWidth(text, piece.font, points)
    const run: Run = { text, font: piece.font, x, width }
    x += width
    return run
  })
  return { runs, width: x, isRightToLeft }
}

/** Brackets turn round. Shaping turns round what it knows to be written from the right, and nothing else. */
function fromRight(text: string): string {
  const letters = Array.from(text, letter => bidi.getMirroredCharacter(letter) ?? letter)
  const isShaped = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text)
  return (isShaped ? letters : letters.reverse()).join('')
}

/** Rule L2 of Unicode's bidirectional algorithm, over whole pieces. */
function asSeen<Piece extends { level: number }>(pieces: readonly Piece[]): Piece[] {
  const seen = [...pieces]
  const highest = Math.max(0, ...seen.map(({ level }) => level))
  for (let level = highest; level > 0; level -= 1)
    for (let from = 0; from < seen.length; from += 1) {
      let to = from
      while ((seen[to]?.level ?? -1) >= level) to += 1
      if (to > from + 1) seen.splice(from, to - from, ...seen.slice(from, to).reverse())
      from = Math.max(from, to)
    }
  return seen
}
