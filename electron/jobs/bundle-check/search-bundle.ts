import { createHash } from 'node:crypto'
import type * as z from 'zod'
import { bundleCalls, type BundlePlace } from '../../../shared/features/bundles.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { finderOf, searchable, type Searchable } from '../../../shared/rules/find-terms.ts'
import { readSealed } from '../sealed-file.ts'
import type { JobContext } from '../serve-job.ts'
import { findNumbers } from './numbers.ts'
import { withoutText } from './pages.ts'
import { readBundle, type ReadBundle } from './read-bundle.ts'

const call = bundleCalls['bundles.search']
type Done = z.infer<typeof call.done>

/**
 * Looks in a sealed bundle for what is confidential in its case: on its pages, in bookmarks, links, page labels and what the file says
 * of itself. Answers whose it is and where, never the values. What is in pictures is not seen.
 */
export async function searchBundle(given: unknown, { signal, report }: JobContext): Promise<Done> {
  const { path, key, size, sha256, termsDigest, wanted } = call.work.parse(given)
  const bytes = await readSealed({ path, key, size }, 0, size)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new AppError('file-unreadable', { rule: 'file-changed' })
  const read = await readBundle(new Uint8Array(bytes), (done, total) => {
    signal.throwIfAborted()
    report({ done, total })
  })
  const pages = read.pages.map(({ pieces }) => searchable(pieces.map(({ text }) => text).join(' ')))
  const places = placesOf(read)
  const hits = wanted.flatMap(({ identifierId, terms }) => {
    const finders = terms.flatMap(term => finderOf(term) ?? [])
    const found = (text: Searchable): boolean => finders.some(finds => finds(text))
    const onPages = pages.flatMap((text, at) => (found(text) ? [at + 1] : []))
    const elsewhere = places.flatMap(([place, texts]) => (texts.some(found) ? [place] : []))
    return onPages.length + elsewhere.length === 0 ? [] : [{ identifierId, pages: onPages, places: elsewhere }]
  })
  return { termsDigest, hits, withoutText: withoutText(read, findNumbers(read)) }
}

function placesOf(read: ReadBundle): [BundlePlace, Searchable[]][] {
  const links = read.pages.flatMap(page => page.links.flatMap(({ address }) => address ?? []))
  return [
    ['bookmarks', read.bookmarks.map(({ title }) => searchable(title))],
    ['links', links.map(searchable)],
    ['details', [searchable(`${JSON.stringify(read.info)} ${read.metadata ?? ''}`)]],
    ['labels', (read.labels ?? []).map(searchable)],
  ]
}
