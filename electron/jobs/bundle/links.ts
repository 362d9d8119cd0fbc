import type { PDFObject } from 'mupdf'
import type { PdfFile } from './pdf-file.ts'
import { isDictionary, parsePdf, type PdfDictionary, type PdfReference, type PdfValue } from './pdf-value.ts'
import { shifted } from './structure.ts'

/** A link of a page that we made, and where it will stand in the file. */
export type OwnLink = { object: PDFObject; at: PdfReference }

export function reserveLinks(page: PDFObject, file: PdfFile): OwnLink[] {
  const found: OwnLink[] = []
  page.get('Annots').forEach(object => void found.push({ object, at: file.reserve() }))
  return found
}

type Putting = {
  file: PdfFile
  known: ReadonlyMap<number, PdfReference>
  shift: number
  leadsTo: (name: string) => PdfValue
}
/** Writes links whose names were given before anybody knew the pages they lead to. */
export function putLinks(links: readonly OwnLink[], { file, known, shift, leadsTo }: Putting): void {
  for (const { object, at } of links) {
    const kept = withTags(mapped(entriesOf(object, ['A']), known), shift)
    file.put(at, new Map([...kept, ['Dest', leadsTo(object.get('A', 'D').asString())]]))
  }
}

/** The same entries, its tags named as in the whole file. */
export const withTags = (entries: PdfDictionary, shift: number): PdfDictionary =>
  new Map(
    [...entries].map(([name, value]): [string, PdfValue] =>
      name === 'StructParents' || name === 'StructParent' ? [name, shifted(value, shift) ?? value] : [name, value],
    ),
  )

function entriesOf(object: PDFObject, without: readonly string[]): PdfDictionary {
  const parsed = parsePdf(object.resolve().toString(true, true))
  return isDictionary(parsed) ? new Map([...parsed].filter(([name]) => !without.includes(name))) : new Map()
}

/** Links refer to nothing but what is known already. */
const mapped = (entries: PdfDictionary, known: ReadonlyMap<number, PdfReference>): PdfDictionary =>
  new Map(
    [...entries].map(([name, value]): [string, PdfValue] =>
      typeof value === 'object' && 'ref' in value ? [name, known.get(value.ref) ?? 'null'] : [name, value],
    ),
  )
