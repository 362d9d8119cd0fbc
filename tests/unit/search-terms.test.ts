import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberInWords } from '../../electron/store/confidential/number-words.ts'
import { searchTermsOf } from '../../electron/store/confidential/search-terms.ts'
import { finderOf, searchable } from '../../shared/rules/find-terms.ts'

const finds = (address: string, text: string): boolean =>
  searchTermsOf('address', address).some(term => finderOf(term)?.(searchable(text)) === true)

const given = fc.record({
  number: fc.integer({ min: 1, max: 320 }),
  letter: fc.constantFrom('', 'a', 'B'),
  street: fc.constantFrom('High Street', 'The Street', 'The Green', 'Church Rd', 'Larch Lane', 'Hope St.', 'Back Lane', 'St Mark’s Close', 'Upper Mill Way'), // prettier-ignore
  /** What stands before it, and between number and street: in the address as it was typed, and in the text. */
  flat: fc.constantFrom('', 'Flat 3, ', 'Flat 3\n', 'Rose House, '),
  typed: fc.constantFrom(' ', ', ', '\n', ',\n', ';'),
  begins: fc.constantFrom('', 'at ', 'he wrote “', '(', 'number '),
  written: fc.constantFrom(' ', ', ', '\n', ' - '),
})

test('a house and its street are found, however the address was typed and the text writes them', () => {
  fc.assert(
    fc.property(given, ({ number, letter, street, flat, typed, begins, written }) => {
      const house = `${String(number)}${letter}`
      const address = `${flat}${house}${typed}${street}, Exampleton, EX1 9ZZ`
      expect(finds(address, `${begins}${house}${written}${street.toUpperCase()}, he said`)).toBe(true)
      const said = numberInWords(number)
      if (said !== null) expect(finds(address, `${begins}${said}${letter} ${street} and so on`)).toBe(true)
      expect(finds(address, `${begins}house 999, ordinary words in a street of the town, 12 Nov 2026`)).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('a number is said as people say it', () => {
  expect([1, 12, 20, 42, 99].map(numberInWords)).toEqual(['one', 'twelve', 'twenty', 'forty two', 'ninety nine'])
  expect([0, 100, 1.5].map(numberInWords)).toEqual([null, null, null])
})
