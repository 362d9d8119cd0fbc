import type { PDFDocument } from 'mupdf'
import { objectCopier } from './copy-objects.ts'
import type { CopiedPage } from './copy-pages.ts'
import { putLinks, reserveLinks } from './links.ts'
import type { PdfFile } from './pdf-file.ts'
import { isDictionary, parsePdf, type PdfDictionary, type PdfReference, type PdfValue } from './pdf-value.ts'
import { placeOnSheet, upright } from './sheet.ts'
import { shifted, structureRoot, takeStructure, type Structure } from './structure.ts'

type Into = {
  file: PdfFile
  structure: Structure
  /** Where a citation leads, by its name. */
  leadsTo: (name: string) => PdfValue
}
/** Copies the pages of a paper that we made, with their tags: nothing on them is anybody's but ours, so nothing is left out. */
export function copyPaperPages(pdf: PDFDocument, { file, structure, leadsTo }: Into): CopiedPage[] {
  const objects = Array.from({ length: pdf.countPages() }, (_, at) => pdf.findPage(at))
  const pages = objects.map(() => file.reserve())
  const known = new Map<number, PdfReference>([[structureRoot(pdf).asIndirect(), structure.at]])
  for (const [at, object] of objects.entries()) known.set(object.asIndirect(), pages[at] ?? structure.at)
  const links = objects.map(page => reserveLinks(page, file))
  for (const { object, at } of links.flat()) known.set(object.asIndirect(), at)
  const copier = objectCopier(pdf, { file, keepAll: true, known })
  const shift = takeStructure(structure, { pdf, copier, isFirst: false })
  putLinks(links.flat(), { file, known, shift, leadsTo })
  const placed = placeOnSheet(upright, [1, 0, 0, 1, 0, 0])
  return objects.map((object, at) => {
    const own = parsePdf(object.resolve().toString(true, true))
    const entries: PdfDictionary = isDictionary(own) ? own : new Map()
    return {
      at: pages[at] ?? structure.at,
      placed,
      tagged: {
        contents: copier.copyParsed(entries.get('Contents') ?? []),
        resources: copier.copy(object.get('Resources').resolve()),
        fonts: copier.copy(object.get('Resources', 'Font').resolve()),
        structParents: shifted(entries.get('StructParents'), shift),
        links: (links[at] ?? []).map(link => link.at),
      },
    }
  })
}
