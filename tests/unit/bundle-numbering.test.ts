import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelSpan, numberBundle, sectionLetter } from '../../shared/rules/bundle-numbering.ts'

const general = { numbering: 'whole-bundle', indexNumbers: 'counted' } as const
const family = { numbering: 'by-section', indexNumbers: 'roman' } as const
const counts = fc.array(fc.array(fc.nat(6), { maxLength: 5 }), { minLength: 1, maxLength: 40 })

test('a general bundle is counted through from its very first page', () => {
  const { labels, sections, ranges } = numberBundle(general, 2, [[2, 1], [3]])
  expect(labels).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
  expect(sections[0]?.documents[1]).toEqual({ firstPage: 5, pages: 1, first: '5', last: '5' })
  expect(ranges).toEqual([{ from: 0, style: 'decimal', prefix: '' }])
})

test('a family bundle begins anew in each section, after an index in Roman numbers', () => {
  const { labels, sections, ranges } = numberBundle(family, 2, [[2, 1], [], [3]])
  expect(labels).toEqual(['i', 'ii', 'A1', 'A2', 'A3', 'C1', 'C2', 'C3'])
  expect(sections.map(section => labelSpan(section))).toEqual(['A1–A3', '', 'C1–C3'])
  expect(ranges).toEqual([
    { from: 0, style: 'roman', prefix: '' },
    { from: 2, style: 'decimal', prefix: 'A' },
    { from: 5, style: 'decimal', prefix: 'C' },
  ])
})

test('sections after Z go on with AA', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(sectionLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

test('every page has one label, documents follow each other, and ranges say the same as labels', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(general, family),
      fc.integer({ min: 1, max: 5 }),
      counts,
      (profile, index, sections) => {
        const numbers = numberBundle(profile, index, sections)
        const total = index + sections.flat().reduce((sum, pages) => sum + pages, 0)
        expect(numbers.labels).toHaveLength(total)
        expect(new Set(numbers.labels).size).toBe(total)
        let next = index + 1
        for (const document of numbers.sections.flatMap(({ documents }) => documents)) {
          expect(document.firstPage).toBe(next)
          next += document.pages
          if (document.pages > 0) expect(document.first).toBe(numbers.labels[document.firstPage - 1])
          if (document.pages > 0) expect(document.last).toBe(numbers.labels[next - 2])
        }
        if (profile === general) expect(numbers.labels).toEqual(numbers.labels.map((_, page) => String(page + 1)))
        for (const [at, { from, prefix, style }] of numbers.ranges.entries()) {
          const until = numbers.ranges[at + 1]?.from ?? total
          if (style === 'decimal')
            expect(numbers.labels.slice(from, until)).toEqual(
              Array.from({ length: until - from }, (_, page) => `${prefix}${String(page + 1)}`),
            )
        }
      },
    ),
  )
})
