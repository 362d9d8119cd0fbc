import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  codePattern,
  concealerFor,
  partsOf,
  type ConfidentialValue,
} from '../../electron/store/confidential/confidential-words.ts'

const code = 'A1B2C3D4E5'
const phone: ConfidentialValue = { code, kind: 'phone', value: '07700 900123' }
const concealed = '[confidential phone A1B2C3D4E5]'

describe('confidential values in texts', () => {
  test.each([
    'Ring 07700 900123 after six.',
    'Ring 07700900123 after six.',
    'Ring 0770-090-0123 after six.',
    'Ring (07700) 900 123 after six.',
    'Ring +44 7700 900123 after six.',
    'Ring 0044 7700 900123 after six.',
  ])('a number is found however it is written: %s', text => {
    expect(concealerFor([phone])(text)).toMatch(/^Ring \(?\[confidential phone A1B2C3D4E5\] after six\.$/)
  })

  test.each(['Ring 07700 900124.', 'Log 107700900123.', 'Log 077009001234.', 'Ring 07700 900.', ''])(
    'what is no such number stays: %s',
    text => expect(concealerFor([phone])(text)).toBe(text),
  )

  test('an address is found whole, by its street and by its postcode', () => {
    const value = '12 Sample Street, Exampleton, EX1 2MP'
    const conceal = concealerFor(partsOf('address', value).map(part => ({ code, kind: 'address', value: part })))
    for (const text of [value, '12 sample street', 'ex12mp', value.replaceAll(', ', '\n')])
      expect(conceal(`He waited at ${text} again`)).toBe(`He waited at [confidential address ${code}] again`)
    expect(conceal('He waited in Exampleton')).toBe('He waited in Exampleton')
  })

  test.each(['12\nSample Street, Exampleton', 'Flat 3, 12 Sample Street', 'No. 12, Sample Street'])(
    'the street of an address goes with its number, wherever that was typed: %j',
    value => {
      const parts = partsOf('address', value)
      expect(parts).toHaveLength(2)
      expect(parts[1]).toMatch(/^(?:No. )?12 Sample Street$/)
    },
  )

  test('accents and case make no other name, and two values in one text are both found', () => {
    const alias: ConfidentialValue = { code: 'FFFFFFFFFF', kind: 'alias', value: 'Zoë Müller' }
    expect(concealerFor([phone, alias])('ZOE MULLER has 07700900123')).toBe(
      `[confidential name FFFFFFFFFF] has ${concealed}`,
    )
  })

  test('whatever stands around it, a number never remains', () => {
    const around = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(around, around, (before, after) => {
        const shown = concealerFor([phone])(`${before} 07700 900123 ${after}`)
        expect(shown).toContain(concealed)
        expect(shown.replaceAll(codePattern, '')).not.toContain('900123')
      }),
    )
  })

  test('a value too short to be told from ordinary words is left', () => {
    expect(concealerFor([{ code, kind: 'handle', value: '@al7' }])('al7 wrote')).toBe('al7 wrote')
  })
})

describe('a value is found', () => {
  const found = (kind: ConfidentialValue['kind'], value: string, text: string): string =>
    concealerFor(partsOf(kind, value).map(part => ({ code, kind, value: part })))(text)

  test.each([
    ['phone', '07700 900123', '7700900123'],
    ['phone', '07700 900123', 'O77OO 9OOl23'],
    ['phone', '07700 900123', '٠٧٧٠٠ ٩٠٠١٢٣'],
    ['phone', '07700 900123', '0\u200b7\u2060700900\u202f123'],
    ['address', '12 Sample Street, London, E8 3QX', 'e83qx'],
    ['address', '12 Sample Street, London, E8 3QX', 'https://maps.example/?q=12%20Sample%20Street'],
    ['address', 'Nova Cottage\nMill Lane\nExampleton EX1 2MP', 'outside Nova Cottage again'],
    ['address', 'Nova Cottage, Mill Lane, Exampleton, EX1 2MP', 'at nova cottage, MILL LANE, Exampleton'],
    ['address', '12 Sample Street EX1 2MP', 'at 12 Sample Street'],
    ['address', 'Flat 12, 3 Sample Street, EX1 2MP', 'at 3 Sample Street'],
    ['email', 'nova@example.org', 'mailto?to=nova%40example.org'],
    ['alias', 'Łukasz Strauß', 'LUKASZ STRAUSS'],
    ['alias', 'Yıldız Øster', 'yildiz oster'],
    ['vehicle', 'AB12 OCD', 'AB120CD'],
  ] as const)('%s %s in %j', (kind, value, text) => {
    const shown = found(kind, value, text)
    expect(shown).toContain(`${code}]`)
    expect(shown.replaceAll(codePattern, '')).not.toMatch(/\d{3}|sample|nova|mill|strau|oster/i)
  })

  test.each([
    ['address', '1 Example Road, Bristol, BS8 1LZ', 'Log 558112 of 5581 12'],
    ['address', '1 Example Road, Birmingham, B1 1SS', 'No bliss in 81155'],
    ['alias', 'Bob Bliss', 'It cost 80881155'],
    ['phone', '07700 900123', '5% of 100%, and 107700900123'],
    ['address', 'Exampleton, Devon', 'He was in Exampleton, near Plymouth'],
    ['address', 'Exampleton, EX1 2MP', 'He was in Exampleton'],
    ['address', 'High Street, Exampleton, EX1 2MP', 'The High Street'],
    ['address', 'Flat 12, 3 Sample Street, EX1 2MP', 'Another Flat 12'],
    ['vehicle', 'A1', 'The A1 to London'],
  ] as const)('and what only looks like it is not: %s %s in %j', (kind, value, text) =>
    expect(found(kind, value, text)).toBe(text),
  )
})
