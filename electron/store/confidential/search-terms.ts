import type { IdentifierKind } from '../../../shared/features/identifiers.ts'
import { addressLines, postcode, withDoor, type AddressLine } from './address-lines.ts'
import { numberInWords } from './number-words.ts'

/**
 * What to look for of one value, beside the value itself. Of an address: its first line, every line with a number in it, the name of the
 * street however that is shortened, and the postcode with and without its space; a town alone is no term, since every paper of its
 * court would have it, nor is a door, or a street that every town has, without the other. Of a number its digits, of an e-mail address how it is said aloud, of a name its parts the other way round.
 */
export function searchTermsOf(kind: IdentifierKind, value: string): string[] {
  const terms = [value, ...termsBeside[kind](value)]
  return [...new Map(terms.toReversed().map(term => [term.toLowerCase(), term])).values()].toReversed()
}

const none = (): string[] => []
const termsBeside: Record<IdentifierKind, (value: string) => string[]> = {
  address: addressTerms,
  phone: value => [value.replaceAll(/\D/g, '')].filter(digits => digits.length >= 9),
  email: saidAloud,
  alias: value => [value.trim().split(/\s+/).toReversed().join(' ')],
  handle: none,
  vehicle: none,
}

/** With some or all of its signs as words. */
function saidAloud(value: string): string[] {
  const [name = '', domain = ''] = value.split('@')
  const dotted = (text: string): string => text.replaceAll('.', ' dot ')
  return [`${name} at ${domain}`, `${name} at ${dotted(domain)}`, `${dotted(name)} at ${dotted(domain)}`]
}

function addressTerms(value: string): string[] {
  const lines = addressLines(value)
  const codes = Array.from(value.matchAll(postcode), ([found]) => found.replaceAll(/\s/g, ''))
  const spaced = codes.map(code => `${code.slice(0, -3)} ${code.slice(-3)}`)
  const isTelling = (line: string, at: number) => /\d/.test(line) || (at === 0 && lines.length > 1 && !isPlain(line))
  const telling = [
    ...lines.map(({ line }) => line).filter(isTelling),
    ...lines.filter(({ door }) => door !== null).map(withDoor),
  ]
  const streets = lines.flatMap((line, at) => streetTerms(line, lines[at + 1]?.line ?? null))
  return [...telling, ...telling.flatMap(shortened), ...streets, ...codes, ...spaced]
}

/** Kinds of street as they are written out and shortened. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^ave?(?:nue)?$/i, 'avenue ave av'],
  [/^cl(?:ose)?$/i, 'close cl'],
  [/^(?:ct|court)$/i, 'court ct'],
  [/^cres(?:cent)?$/i, 'crescent cres'],
  [/^dr(?:ive)?$/i, 'drive dr'],
  [/^(?:gdns?|gardens?)$/i, 'gardens gdns gdn'],
  [/^gro?v?e?$/i, 'grove gr gro grv'],
  [/^(?:ln|la|lane)$/i, 'lane ln la'],
  [/^pl(?:ace)?$/i, 'place pl'],
  [/^(?:rd|road)$/i, 'road rd'],
  [/^sq(?:uare)?$/i, 'square sq'],
  [/^st(?:reet)?$/i, 'street st str'],
  [/^terr?(?:ace)?$/i, 'terrace terr ter'],
  [/^(?:wk|walk)$/i, 'walk wk'],
  [/^way$/i, 'way'],
  [/^(?:hill|mews|row|rise|parade|quay|wharf|yard)$/i, ''],
]

/** Streets that most towns have: their name alone leads nobody anywhere. */
const everywhere =
  /^(?:back|church|grange|green|high|king(?:’|')?s?|london|main|manor|market|mill|new|north|park|queen(?:’|')?s?|school|side|south|springfield|station|victoria|west|york) \S+$/i

const isKind = (word: string): boolean => kinds.some(([kind]) => kind.test(word))
/** The Street, The Green: plain words of every text. With the village that has one they lead to it. */
function isTheOnly(line: string): boolean {
  const [, word = ''] = /^the (\S+)$/i.exec(line) ?? []
  return isKind(word) || word.toLowerCase() === 'green'
}
/** A line that is a street and no house, and everywhere. A house may be called Victoria Court. */
export const isPlain = (line: string): boolean =>
  isTheOnly(line) || (everywhere.test(line) && /\s(?:ave?(?:nue)?|lane|ln|rd|road|st(?:reet)?)\.?$/i.test(line))

/** 12 Larch Lane: also as 12 Larch Ln. */
function shortened(line: string): string[] {
  const [, start = '', last = ''] = /^(.*\s)(\S+?)\.?$/.exec(line) ?? []
  const spellings = kinds.find(([kind]) => kind.test(last))?.[1] ?? ''
  return spellings === '' ? [] : spellings.split(' ').map(spelling => `${start}${spelling}`)
}

const houseNumber = /^(?:(?:no\b\.?|number)\s*)?(\d+)\s?([a-z]?)(?:\s?[-–/]\s?\d+\s?[a-z]?)?(?:\s+|$)/i

/** The street without its number: somebody may write that as a word, or leave it out. */
function streetTerms({ line, door }: AddressLine, place: string | null): string[] {
  const name = line.replace(houseNumber, '').replace(/\.$/, '')
  const isOnly = isTheOnly(name)
  const isStreet = isOnly || (/\s/.test(name) && isKind(name.split(/\s+/).at(-1) ?? ''))
  if (!isStreet) return []
  const spellings = [name, ...shortened(name)]
  if (!isOnly && !everywhere.test(name)) return spellings
  const [, number, letter = ''] = houseNumber.exec(line) ?? houseNumber.exec(door ?? '') ?? []
  return spellings.flatMap(spelling => [
    ...(number === undefined ? [] : withNumber(spelling, number, letter)),
    ...(isOnly && place !== null ? [`${spelling} ${place}`] : []),
  ])
}

/** Ways to say which house of a street it is, beside its number before it: twelve High Street; High Street, number 12. */
function withNumber(street: string, number: string, letter: string): string[] {
  const inWords = numberInWords(Number(number))
  const said = inWords === null ? [] : [`${inWords}${letter} ${street}`, `${street} number ${inWords}${letter}`]
  return [...said, `${street} no ${number}${letter}`, `${street} number ${number}${letter}`]
}
