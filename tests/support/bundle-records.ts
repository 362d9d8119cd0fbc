import { BundleDraft, type BundleSection } from '../../shared/features/bundles.ts'

type Given = Partial<{ [Key in keyof BundleDraft]: unknown }>
/** A bundle as the builder would hand it over; fields given replace the usual ones. */
export const aBundle = (given: Given = {}): BundleDraft =>
  BundleDraft.parse({
    title: 'Example and Sample',
    profile: 'general',
    court: 'Exampleton County Court',
    caseNumber: 'EX26P00001',
    hearingId: null,
    hearingDay: '2026-12-03',
    sections: [{ title: 'Statements', entries: [] }],
    ...given,
  })

type Entry = BundleSection['entries'][number]
export const aDocumentEntry = (id: string, title = 'A letter', date: string | null = '1 Nov 2026'): Entry => ({
  ...{ is: 'document', id: id as never, fileId: null, title, date },
})
