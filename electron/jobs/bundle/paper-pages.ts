import type { PDFDocument } from 'mupdf'
import { objectCopier } from './copy-objects.ts'
import type { CopiedPage } from './copy-pages.ts'
import type { PdfFile } from './pdf-file.ts'
import { isDictionary, parsePdf, type PdfDictionary, type PdfReference } from './pdf-value.ts'
import { placeOnSheet, upright } from './sheet.ts'
import { shifted, structureRoot, takeStructure, type Structure } from './structure.ts'

/** Copies the pages of a paper that we made, with their tags: nothing on them is anybody's but ours, so nothing is left out. */
export function copyPaperPages(
  pdf: PDFDocument,
  { file, structure }: { file: PdfFile; structure: Structure },
): CopiedPage[] {
  const objects = Array.from({ length: pdf.countPages() }, (_, at) => pdf.findPage(at))
  const pages = objects.map(() => file.reserve())
  const known = new Map<number, PdfReference>([[structureRoot(pdf).asIndirect(), structure.at]])
  for (const [at, object] of objects.entries()) known.set(object.asIndirect(), pages[at] ?? structure.at)
  const copier = objectCopier(pdf, { file, keepAll: true, known })
  const shift = takeStructure(structure, { pdf, copier, isFirst: false })
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
      },
    }
  })
}
