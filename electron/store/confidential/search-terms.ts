import type { IdentifierKind } from '../../../shared/features/identifiers.ts'

/**
 * What to look for of one value, beside the value itself. Of an address: its first line, every line with a number in it, the name of the
 * street however that is shortened, and the postcode with and without its space; a town alone is no term, since every paper of its
 * court would have it. Of a number its digits, of an e-mail address how it is said aloud, of a name its parts the other way round.
 */
export function searchTermsOf(kind: IdentifierKind, value: string): string[] {
  return [...new Set([value, ...termsBeside[kind](value)])]
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

const postcode = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi
/** A door within a house is everywhere: it is looked for with its street. */
const doorAlone = /^(?:flat|unit|room|apartment|apt|floor)\.?\s*\w{1,4}$/i

function addressTerms(value: string): string[] {
  const lines = value
    .split(/[\n,;]/)
    .map(line => line.replaceAll(postcode, '').trim())
    .filter(line => line !== '' && !doorAlone.test(line))
  const codes = Array.from(value.matchAll(postcode), ([found]) => found.replaceAll(/\s/g, ''))
  const spaced = codes.map(code => `${code.slice(0, -3)} ${code.slice(-3)}`)
  const telling = lines.filter((line, at) => (at === 0 && lines.length > 1) || /\d/.test(line))
  return [...telling, ...telling.flatMap(shortened), ...lines.flatMap(streetTerms), ...codes, ...spaced]
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
  /^(?:church|grange|green|high|king(?:’|')?s?|london|main|manor|mill|new|north|park|queen(?:’|')?s?|school|south|springfield|station|victoria|west|york) \S+$/i

/** 12 Larch Lane: also as 12 Larch Ln. */
function shortened(line: string): string[] {
  const [, start = '', last = ''] = /^(.*\s)(\S+?)\.?$/.exec(line) ?? []
  const spellings = kinds.find(([kind]) => kind.test(last))?.[1] ?? ''
  return spellings === '' ? [] : spellings.split(' ').map(spelling => `${start}${spelling}`)
}

/** The street without its number: somebody may write that as a word, or leave it out. */
function streetTerms(line: string): string[] {
  const name = line.replace(/^(?:no\.?\s*)?\d+\s?[a-z]?(?:\s?[-–/]\s?\d+\s?[a-z]?)?\s+/i, '').replace(/\.$/, '')
  const isStreet = /\s/.test(name) && kinds.some(([kind]) => kind.test(name.split(/\s+/).at(-1) ?? ''))
  return isStreet && !everywhere.test(name) ? [name, ...shortened(name)] : []
}
