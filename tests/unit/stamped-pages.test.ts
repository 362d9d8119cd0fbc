import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byDocument, stampOf } from '../../renderer/features/bundles/stamped-pages.ts'
import { numberBundle } from '../../shared/rules/bundle-numbering.ts'

const counts = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }), { minLength: 1, maxLength: 30 })

test('a page is called by what is stamped on it, in every way of numbering', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('by-section' as const, 'whole-bundle' as const),
      fc.constantFrom('counted' as const, 'roman' as const),
      counts,
      (numbering, indexNumbers, sections) => {
        const numbers = numberBundle({ numbering, indexNumbers }, 2, sections)
        const documents = numbers.sections
          .flatMap(section => section.documents)
          .map(({ firstPage, pages, first }, at) => ({
            ...{ entry: String(at), title: `Paper ${String(at)}`, label: first, firstPage, pages },
            ...{ fileId: null, newest: true },
          }))
        const evidence = numbers.labels.slice(2)
        expect(evidence.map((_, at) => stampOf(documents, at + 3))).toEqual(evidence)
        const grouped = byDocument(
          documents,
          numbers.labels.map((_, at) => at + 1),
        )
        expect(grouped[0]).toEqual({ title: null, pages: [1, 2] })
        expect(grouped.slice(1).map(({ pages }) => pages.length)).toEqual(documents.map(({ pages }) => pages))
      },
    ),
  )
})
