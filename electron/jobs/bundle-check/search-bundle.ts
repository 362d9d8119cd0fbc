import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type * as z from 'zod'
import { bundleCalls, type BundlePlace } from '../../../shared/features/bundles.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { finderOf, searchable, type Finds } from '../../../shared/rules/find-terms.ts'
import { digestSealed, readSealed } from '../sealed-file.ts'
import type { JobContext } from '../serve-job.ts'
import { labelsOf, stampOn } from './numbers.ts'
import { canBeSearched, edgesOf, textsOf } from './page-texts.ts'
import { openBundle, readPage, readWhole, type ReadBundle } from './read-bundle.ts'
import { openSecondReader, type SecondReader } from './second-reader.ts'

const call = bundleCalls['bundles.search']
type Work = z.infer<typeof call.work>
type Done = z.infer<typeof call.done>
type Wanted = {
  identifierId: Work['wanted'][number]['identifierId']
  finders: readonly Finds[]
  pages: number[]
  places: Set<BundlePlace>
}

/**
 * Looks in a sealed bundle for what is confidential in its case: on its pages, in bookmarks, links, page labels and what the file says
 * of itself. Answers whose it is and where, never the values. What is in pictures is not seen. Holds one page at a time.
 */
export async function searchBundle(given: unknown, context: JobContext): Promise<Done> {
  const work = call.work.parse(given)
  const { size, termsDigest } = work
  if ((await digestSealed(work, { signal: context.signal, onProgress: () => undefined })) !== work.sha256)
    throw new AppError('file-unreadable', { rule: 'file-changed' })
  const wanted = work.wanted.map(({ identifierId, terms }): Wanted => {
    const finders = terms.flatMap(term => finderOf(term) ?? [])
    return { identifierId, finders, pages: [], places: new Set() }
  })
  const { pdf, close } = await openBundle({ size, read: (start, end) => readSealed(work, start, end) })
  const second = openSecondReader(work)
  try {
    const pages = await lookThrough(pdf, { wanted, second, context })
    const hits = wanted
      .filter(({ pages, places }) => pages.length + places.size > 0)
      .map(({ identifierId, pages, places }) => ({ identifierId, pages, places: [...places] }))
    return { termsDigest, hits, ...pages }
  } finally {
    second.close()
    await close()
  }
}

type Looking = { wanted: readonly Wanted[]; second: SecondReader; context: JobContext }
/** Notes what is found where. Answers the pages that can't be searched, or not as a whole. */
async function lookThrough(
  pdf: PDFDocumentProxy,
  looking: Looking,
): Promise<Pick<Done, 'withoutText' | 'withPictures'>> {
  const { second, context } = looking
  const whole = await readWhole(pdf)
  for (const [place, texts] of placesOf(whole)) look(looking, texts, found => found.places.add(place))
  const labels = labelsOf(whole.labels, pdf.numPages)
  const withoutText: number[] = []
  const withPictures: number[] = []
  let before = ''
  for (let number = 1; number <= pdf.numPages; number += 1) {
    context.signal.throwIfAborted()
    const page = await readPage(pdf, number)
    const stamp = stampOn(page, labels[number - 1] ?? '')?.piece
    const told = canBeSearched(page.pieces, stamp)
    if (!told) withoutText.push(number)
    else if (second.hasPicture(number)) withPictures.push(number)
    const more = !told || second.mayHoldMore(number) ? [second.wordsOf(number)] : []
    look(looking, [...textsOf(page.pieces), ...more], found => found.pages.push(number))
    const [begins, ends] = edgesOf(page.pieces, stamp)
    look(looking, [`${before} ${begins}`], ({ pages }) => {
      if ((pages.at(-1) ?? 0) < number - 1) pages.push(number) // it goes over from one page to the next
    })
    before = ends
    const addresses = page.links.flatMap(({ address }) => address ?? [])
    look(looking, addresses, found => found.places.add('links'))
    if (number % freedEvery === 0) await pdf.cleanup() // fonts of pages that are done with
    context.report({ done: number, total: pdf.numPages })
  }
  return { withoutText, withPictures }
}
const freedEvery = 200

function look({ wanted }: Looking, texts: readonly string[], note: (found: Wanted) => void): void {
  const given = texts.map(searchable)
  for (const one of wanted) if (one.finders.some(finds => given.some(finds))) note(one)
}

const placesOf = (read: Omit<ReadBundle, 'pages'>): [BundlePlace, string[]][] => [
  ['bookmarks', read.bookmarks.map(({ title }) => title)],
  ['details', [JSON.stringify(read.info), read.metadata ?? '']],
  ['labels', [...(read.labels ?? [])]],
]
