import type { FoundDocument } from '../../../shared/features/bundles.ts'

type Documents = readonly FoundDocument[]
/** Pages of one document, or of the index where `title` is null. */
export type PagesOf = { title: string | null; pages: number[] }

const holds =
  (page: number) =>
  ({ firstPage, pages }: FoundDocument): boolean =>
    page >= firstPage && page < firstPage + pages

/** What is printed on a page of a version: "B12" on its 40th. Pages of the index are called by their place. */
export function stampOf(documents: Documents, page: number): string {
  const own = documents.find(holds(page))
  const [, section = '', number] = /^(\D*)(\d+)$/.exec(own?.label ?? '') ?? []
  if (!own || number === undefined) return String(page)
  return section + String(Number(number) + page - own.firstPage)
}

/** The same pages by the document that each is of, in their order. */
export function byDocument(documents: Documents, pages: readonly number[]): PagesOf[] {
  const found: PagesOf[] = []
  for (const page of pages) {
    const title = documents.find(holds(page))?.title ?? null
    const last = found.at(-1)
    if (last?.title === title) last.pages.push(page)
    else found.push({ title, pages: [page] })
  }
  return found
}
