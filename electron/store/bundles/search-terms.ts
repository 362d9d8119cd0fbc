import type { IdentifierKind } from '../../../shared/features/identifiers.ts'

const postcode = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi

/**
 * What to look for of one value. Of an address: the whole, its first line, every line with a number in it, and the postcode with and
 * without its space. A town alone is no term, since every paper of its court would have it.
 */
export function searchTermsOf(kind: IdentifierKind, value: string): string[] {
  if (kind !== 'address') return [value]
  const lines = value
    .split(/[\n,;]/)
    .map(line => line.replaceAll(postcode, '').trim())
    .filter(line => line !== '')
  const codes = Array.from(value.matchAll(postcode), ([found]) => found.replaceAll(/\s/g, ''))
  const spaced = codes.map(code => `${code.slice(0, -3)} ${code.slice(-3)}`)
  const telling = lines.filter((line, at) => (at === 0 && lines.length > 1) || /\d/.test(line))
  return [...new Set([value, ...telling, ...codes, ...spaced])]
}
