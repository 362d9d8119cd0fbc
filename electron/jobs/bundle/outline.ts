import type { PDFDocument } from 'mupdf'
import type { PdfFile } from './pdf-file.ts'
import { dictionary, pdfText, type PdfReference, type PdfValue } from './pdf-value.ts'

/** A bookmark: where it leads, counted in pages of the bundle from 0. */
export type Bookmark = { title: string; page: number; isOpen: boolean; below: readonly Bookmark[] }

const deepest = 12
const mostOfOneSource = 2_000
const longestTitle = 300

/** A document's own bookmarks, as they will lead in the bundle. Damaged ones are none. */
export function bookmarksOf(pdf: PDFDocument, firstPage: number): Bookmark[] {
  const pages = pdf.countPages()
  let left = mostOfOneSource
  type Item = { title: string | undefined; page?: number; down?: Item[] }
  const read = (items: readonly Item[] | undefined, depth: number): Bookmark[] =>
    depth > deepest || !items
      ? []
      : items.flatMap(({ title, page, down }) => {
          const below = left-- > 0 ? read(down, depth + 1) : []
          const name = (title ?? '').replace(/\s+/g, ' ').trim().slice(0, longestTitle)
          // One that leads nowhere, or out of the document, still leads to what stands below it.
          const at = page !== undefined && page >= 0 && page < pages ? page + firstPage : below[0]?.page
          return name === '' || at === undefined || left < 0 ? below : [{ title: name, page: at, isOpen: false, below }]
        })
  try {
    return read((pdf.loadOutline() as Item[] | null) ?? undefined, 0) // its type names more than is read here
  } catch {
    return []
  }
}

/** Writes the bookmarks. Each keeps the reader's zoom and leads to the top of its page. Null: there are none. */
export function writeOutline(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  destination: (page: number) => PdfValue,
): PdfReference | null {
  if (bookmarks.length === 0) return null
  const root = file.reserve()
  const { first, last } = writeLevel(file, { bookmarks, parent: root, destination })
  const Count = String(shownBelow(bookmarks))
  file.put(root, dictionary({ Type: '/Outlines', First: first, Last: last, Count }))
  return root
}

type Level = { bookmarks: readonly Bookmark[]; parent: PdfReference; destination: (page: number) => PdfValue }
function writeLevel(
  file: PdfFile,
  { bookmarks, parent, destination }: Level,
): { first: PdfReference | undefined; last: PdfReference | undefined } {
  const references = bookmarks.map(() => file.reserve())
  for (const [index, { title, page, below, isOpen }] of bookmarks.entries()) {
    const at = references[index]
    if (!at) continue
    const inside = writeLevel(file, { bookmarks: below, parent: at, destination })
    const count = isOpen ? shownBelow(below) : -below.length
    file.put(
      at,
      dictionary({
        Title: pdfText(title),
        Parent: parent,
        Dest: destination(page),
        Prev: references[index - 1],
        Next: references[index + 1],
        First: inside.first,
        Last: inside.last,
        Count: below.length > 0 ? String(count) : undefined,
      }),
    )
  }
  return { first: references[0], last: references.at(-1) }
}

const shownBelow = (bookmarks: readonly Bookmark[]): number =>
  bookmarks.reduce((sum, { isOpen, below }) => sum + 1 + (isOpen ? shownBelow(below) : 0), 0)
