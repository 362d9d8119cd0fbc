import type { PDFDocument, PDFObject } from 'mupdf'
import type { Copier } from './copy-objects.ts'
import type { PdfFile } from './pdf-file.ts'
import { dictionary, isDictionary, isList, parsePdf, type PdfReference, type PdfValue } from './pdf-value.ts'

/** What a bundle is to a screen reader: the tags of the pages that we made ourselves, gathered as those are copied. */
export type Structure = {
  /** The one element in which all others are. */
  at: PdfReference
  kids: PdfValue[]
  /** Which elements a page, or a link, has: by a number of its own in the whole file. */
  parents: [number, PdfValue][]
  nextKey: number
}

export const startStructure = (file: PdfFile): Structure => ({
  ...{ at: file.reserve(), kids: [], parents: [], nextKey: 0 },
})

export const structureRoot = (pdf: PDFDocument): PDFObject => pdf.getTrailer().get('Root', 'StructTreeRoot')

type Taken = { pdf: PDFDocument; copier: Copier; /** The index is read before what it lists. */ isFirst: boolean }
/** Takes the tags of one document in. Answers what is to be added to the numbers by which its pages name theirs. */
export function takeStructure(structure: Structure, { pdf, copier, isFirst }: Taken): number {
  const shift = structure.nextKey
  const root = structureRoot(pdf)
  const kids = copier.copy(root.get('K').resolve())
  structure.kids[isFirst ? 'unshift' : 'push'](...(isList(kids) ? kids : [kids]))
  const tree = parsePdf(root.get('ParentTree').resolve().toString(true, true))
  const numbers = isDictionary(tree) ? tree.get('Nums') : undefined
  if (!isList(numbers)) return shift
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const key = Number(numbers[at]) + shift
    structure.parents.push([key, copier.copyParsed(numbers[at + 1] ?? 'null')])
    structure.nextKey = Math.max(structure.nextKey, key + 1)
  }
  return shift
}

/** Writes everything that was taken in. Answers its root. */
export function writeStructure(file: PdfFile, { at, kids, parents, nextKey }: Structure): PdfReference {
  const numbers = parents.flatMap(([key, elements]): PdfValue[] => [String(key), elements])
  const tree = file.add(dictionary({ Nums: numbers }))
  const root = file.add(
    dictionary({ Type: '/StructTreeRoot', K: at, ParentTree: tree, ParentTreeNextKey: String(nextKey) }),
  )
  file.put(at, dictionary({ Type: '/StructElem', S: '/Document', P: root, K: kids }))
  return root
}

/** A number by which a page or a link names its elements, as it is in the whole file. */
export const shifted = (key: PdfValue | undefined, by: number): PdfValue | undefined =>
  typeof key === 'string' ? String(Number(key) + by) : key
