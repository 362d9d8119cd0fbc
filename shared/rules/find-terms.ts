/** A text as it is searched: made once, however many terms are looked for in it. */
export type Searchable = {
  /** Words with single spaces between and around them. */
  words: string
  /** The same without the spaces. */
  compact: string
  /** Both with the letters that pass for digits taken for those. */
  figureWords: string
  figures: string
  /** The digits of numbers that are said aloud. */
  said: string
}
/** Whether a term is in a text, however it is spaced, cased or punctuated there. */
export type Finds = (text: Searchable) => boolean

export function searchable(text: string): Searchable {
  const words = ` ${asWords(text)} `
  const figureWords = asFigures(words)
  const figures = figureWords.replaceAll(' ', '')
  return { words, figureWords, compact: words.replaceAll(' ', ''), figures, said: asSaid(words) }
}

// How long a term must be to be looked for other than as words of its own: with spaces anywhere in it, inside what was run
// together, and there with letters for digits. Shorter ones stand by chance in many texts, as does one whose last word is short:
// "hope st" begins "I hope still".
const [shortestTorn, shortestInside, shortestInFigures, shortestEnd] = [4, 6, 8, 4]

/** Null for what is too short to search for: it would be everywhere. */
export function finderOf(term: string): Finds | null {
  const words = asWords(term)
  const compact = words.replaceAll(' ', '')
  if (compact.length < 2) return null
  if (/^\d{9,}$/.test(compact)) {
    const known = compact.slice(-9) // with or without its country
    return ({ figures, said }) => figures.includes(known) || said.includes(known)
  }
  const whole = ` ${words} `
  if (compact.length < shortestTorn) return text => text.words.includes(whole)
  const hasFigure = /\d/.test(compact)
  const wanted = hasFigure ? asFigures(compact) : compact
  const wordsOf = (text: Searchable): string => (hasFigure ? text.figureWords : text.words)
  const torn = Array.from(wanted).join(' ?')
  // 12 High Street is not in 112 High Street.
  const begins = /^\d/.test(compact) ? '(?<!\\d)' : ''
  const last = words.split(' ').at(-1) ?? ''
  if (compact.length >= shortestInside && last !== words && last.length < shortestEnd && !/\d/.test(last)) {
    const atEnd = new RegExp(`${begins}${torn} `, 'u')
    return text => atEnd.test(wordsOf(text))
  }
  const apart = new RegExp(` ${torn} `, 'u')
  const inside = compact.length >= shortestInside ? new RegExp(begins + compact, 'u') : null
  const inFigures = hasFigure && compact.length >= shortestInFigures ? new RegExp(begins + wanted, 'u') : null
  return text =>
    apart.test(wordsOf(text)) || inside?.test(text.compact) === true || inFigures?.test(text.figures) === true
}

const passing: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', z: '2', s: '5', b: '8' }
/** Folded words with the letters that people, and bad scans, write for digits taken for those: a letter O for a zero. */
export const asFigures = (words: string): string => words.replace(/[oilzsb]/g, letter => passing[letter] ?? letter)

const digitWords: Readonly<Record<string, string>> = {
  ...{ zero: '0', oh: '0', o: '0', nought: '0', one: '1', two: '2', three: '3', four: '4', five: '5' },
  ...{ six: '6', seven: '7', eight: '8', nine: '9' },
}
const times: Readonly<Record<string, number>> = { double: 2, treble: 3, triple: 3 }
const spokenDigit = new RegExp(`(?:(double|treble|triple) )?\\b(${Object.keys(digitWords).join('|')}|\\d)\\b`, 'g')
/** Oh seven seven double oh: 07700. */
const asSaid = (words: string): string =>
  words
    .replace(spokenDigit, (_, many: string | undefined, digit: string) =>
      (digitWords[digit] ?? digit).repeat(times[many ?? ''] ?? 1),
    )
    .replaceAll(' ', '')

const asWords = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * A text in small plain letters and digits: no accents, no marks that are not seen, digits of any script as 0 to 9, Greek and
 * Cyrillic letters that look like Latin ones as those, and ł, ø or ß as who has no such key types them.
 */
export const foldText = (text: string): string =>
  isAscii.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/[\p{M}\p{Cf}]/gu, '')
        .toLowerCase()
        .replace(/[^\p{ASCII}]/gu, character => lookalikes.get(character) ?? digitOf(character))
const isAscii = /^\p{ASCII}*$/u

const lookalikes: ReadonlyMap<string, string> = new Map([
  ...Array.from(
    'авгеорсхукмнтіјѕԁɡһӏαειοκντυχρłøđħıð',
    (letter, at) => [letter, 'abreopcxykmhtijsdghlaeiokvtuxplodhid'[at] ?? letter] as const,
  ),
  ...Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }),
])

const isDigit = /^\p{Nd}$/u
/** A digit of any script as one of ours: each script has its ten in a row, from zero on. Anything else stays as it is. */
function digitOf(character: string): string {
  if (!isDigit.test(character)) return character
  const code = character.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && isDigit.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}
