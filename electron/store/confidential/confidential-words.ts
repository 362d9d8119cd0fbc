import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { IdentifierKind } from '../../../shared/features/identifiers.ts'
import { asFigures, foldText } from '../../../shared/rules/find-terms.ts'
import { addressLines, postcode, withDoor } from './address-lines.ts'
import { isPlain } from './search-terms.ts'

/** A value that texts may not show, and the code that stands for it there. */
export type ConfidentialValue = { code: string; kind: IdentifierKind; value: string }
/** Takes confidential values out of a text. The same text comes back when there is none in it. */
export type Conceal = ((text: string) => string) & {
  /** Whether letters and digits that were typed could be a part of such a value. */
  mayHold: (plain: string) => boolean
}

/** Shorter than this, letters and digits alone, a value would be found in half of all texts. A postcode may have five: E8 3QX. */
const [shortest, shortestMixed] = [6, 5]
const startLength = 4
export const codePattern = /\[confidential [a-z-]+ ([0-9A-F]{10})\]/g
const words: Record<IdentifierKind, string> = {
  phone: 'phone',
  email: 'e-mail',
  handle: 'handle',
  address: 'address',
  vehicle: 'vehicle',
  alias: 'name',
}

/**
 * What is looked for apart from the whole value: of an address also all but its postcode, its street with the number, or without one
 * the house, and its postcode. A town alone is none: every record of it would be unreadable.
 */
export function partsOf(kind: IdentifierKind, value: string): string[] {
  if (kind !== 'address') return [value]
  const codes = (value.match(postcode) ?? []).slice(0, 1)
  const lines = addressLines(value).map(withDoor)
  const whole = codes.length > 0 && lines.length > 1 ? [lines.join(', ')] : []
  const house = lines.slice(0, lines.length > 2 - codes.length ? 1 : 0).filter(line => !isPlain(line))
  const [street] = [...lines.filter(hasDigit), ...house]
  return [...new Set([value, ...whole, ...(street === undefined ? [] : [street]), ...codes])]
}

export const concealNothing: Conceal = Object.assign((text: string) => text, { mayHold: () => false })
/** A concealer for these values: it finds them whatever their spacing, punctuation and case, a phone number also as +44. */
export function concealerFor(values: readonly ConfidentialValue[]): Conceal {
  const codes = new Map(
    values.flatMap(value => patternsOf(value).map(pattern => [asFigures(pattern), { value, pattern }] as const)),
  )
  if (codes.size === 0) return concealNothing
  const starts = new Set([...codes.keys()].flatMap(pattern => startsOf(pattern)))
  const longest = Math.max(...[...codes.keys()].map(pattern => pattern.length))
  const patterns = { codes, starts, longest }
  const conceal = (text: string) => {
    if (text.length < shortestMixed) return text
    const shown = concealIn(text, tokensOf(text), patterns)
    return shown.includes('%') ? concealIn(shown, tokensOf(shown.replaceAll(escaped, '   ')), patterns) : shown
  }
  const all = [...codes.keys()].join(' ')
  const mayHold = (plain: string) => tokensOf(plain).some(token => all.includes(figuresOf(token)))
  return Object.assign(conceal, { mayHold })
}

/** A sign as it stands in the address of a page: 12%20Larch%20Lane. */
const escaped = /%[\da-f]{2}/gi

type Pattern = { value: ConfidentialValue; pattern: string }
type Patterns = { codes: ReadonlyMap<string, Pattern>; starts: ReadonlySet<string>; longest: number }
type Token = { from: number; to: number; text: string }

function concealIn(text: string, tokens: readonly Token[], patterns: Patterns): string {
  let [shown, reached] = ['', 0]
  for (let index = 0; index < tokens.length; index += 1) {
    const found = mayStart(tokens[index], patterns) ? longestAt(tokens, index, patterns) : null
    if (!found) continue
    const [first, last] = [tokens[index], tokens[found.last]]
    if (!first || !last) continue
    shown += `${text.slice(reached, withPlus(text, first, found.value))}[confidential ${words[found.value.kind]} ${found.value.code}]`
    reached = last.to
    index = found.last
  }
  return reached === 0 ? text : shown + text.slice(reached)
}

/** Where a number begins: +44 is kept as 0, and a plus before that would make another number of it. */
const withPlus = (text: string, { from }: Token, { kind }: ConfidentialValue): number =>
  kind === 'phone' && text[from - 1] === '+' && text[from] !== '0' ? from - 1 : from

/** Most words begin like no value, and every answer of the store goes through here: only the others are folded. */
function mayStart(token: Token | undefined, { starts }: Patterns): boolean {
  const first = token?.text.charAt(0).toLowerCase() ?? ''
  return first > '\u007f' || starts.has(asFigures(first))
}

function longestAt(tokens: readonly Token[], index: number, { codes, starts, longest }: Patterns) {
  let [joined, plain] = ['', '']
  let found: { last: number; value: ConfidentialValue } | null = null
  for (let last = index; last < tokens.length && joined.length < longest; last += 1) {
    plain += plainOf(tokens[last]?.text ?? '')
    joined = asFigures(plain)
    if (!starts.has(joined.slice(0, startLength))) break
    const known = codes.get(joined)
    if (known && isLike(plain, known.pattern)) found = { last, value: known.value }
  }
  return found
}

/** Letters pass for digits within a number, not alone: 558112 is no BS8 1LZ, and bliss is no B1 1SS. */
const isLike = (plain: string, pattern: string): boolean =>
  plain === pattern || (hasDigit(plain) && hasDigit(pattern) && (hasLetter(plain) || !hasLetter(pattern)))
const hasDigit = (plain: string): boolean => /\d/.test(plain)
const hasLetter = (plain: string): boolean => /\D/.test(plain)

const withinWord = String.raw`\p{L}\p{M}\u00ad\u200b-\u200d\u2060`
const token = new RegExp(String.raw`(?:\p{L}[${withinWord}]*)|\p{N}+`, 'gu')
const wordToWord = [new RegExp(`[${withinWord}]$`, 'u'), new RegExp(`^[${withinWord}]`, 'u')] as const
const digitToDigit = [/\p{N}$/u, /^\p{N}/u] as const
/** Whether two pieces of a text would run into one word or number. */
export const runTogether = (before: string, after: string): boolean =>
  [wordToWord, digitToDigit].some(([end, start]) => end.test(before) && start.test(after))

/** Letters apart from digits: a number may be run into a word. */
const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(token), ({ 0: found, index }) => ({ from: index, to: index + found.length, text: found }))
const figuresOf = (token: Token | undefined): string => (token ? asFigures(plainOf(token.text)) : '')
/** Letters and digits alone, as values are compared. */
export const plainOf = (text: string): string => foldText(text).replaceAll(/[^\p{L}\p{N}]/gu, '')
const startsOf = (pattern: string): string[] =>
  Array.from({ length: Math.min(startLength, pattern.length) }, (_, index) => pattern.slice(0, index + 1))

/** All that a value can look like once only letters and digits are left of it. */
export function patternsOf({ kind, value }: Pick<ConfidentialValue, 'kind' | 'value'>): string[] {
  const written = [plainOf(value), ...(kind === 'phone' ? phoneForms(value) : [])]
  const least = (pattern: string) => (hasDigit(pattern) && hasLetter(pattern) ? shortestMixed : shortest)
  return [...new Set(written)].filter(pattern => pattern.length >= least(pattern))
}

/** How a number is spaced, at home and from abroad. None where it is no number. */
export function phoneSpellings(value: string): string[] {
  const number = parsePhoneNumberFromString(value, 'GB')
  return number ? [number.formatNational(), number.formatInternational()] : []
}

/** A British number is written from 0, from 44 and from 0044; a spreadsheet drops its first 0. */
export function phoneForms(value: string): string[] {
  const number = parsePhoneNumberFromString(value, 'GB')
  if (!number) return []
  const { countryCallingCode, nationalNumber } = number
  const abroad = [`${countryCallingCode}${nationalNumber}`, `00${countryCallingCode}${nationalNumber}`]
  return [...abroad, `0${nationalNumber}`, ...(nationalNumber.length < 9 ? [] : [nationalNumber])]
}
