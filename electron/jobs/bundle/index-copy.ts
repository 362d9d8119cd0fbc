import * as mupdf from 'mupdf'
import type { BundleNumbers } from '../../../shared/rules/bundle-numbering.ts'
import { objectCopier } from './copy-objects.ts'
import { linkName } from './index-pages.ts'
import { putLinks, reserveLinks, withTags } from './links.ts'
import type { PdfFile } from './pdf-file.ts'
import { isDictionary, pdfNumber, type PdfDictionary, type PdfReference, type PdfValue } from './pdf-value.ts'
import { upright } from './sheet.ts'
import { structureRoot, takeStructure, type Structure } from './structure.ts'
import type { Stamp } from './stamp.ts'

type IndexParts = {
  file: PdfFile
  stamp: Stamp
  numbers: BundleNumbers
  structure: Structure
  tree: PdfReference
  destination: (page: number) => PdfValue
}

/** Puts the drawn index into the file with its structure, its numbers, and its links leading to their pages. */
export function copyIndex(
  drawn: Buffer,
  { file, stamp, numbers, structure, tree, destination }: IndexParts,
): PdfReference[] {
  const pdf = new mupdf.PDFDocument(drawn)
  const objects = Array.from({ length: pdf.countPages() }, (_, at) => pdf.findPage(at))
  const pages = objects.map(() => file.reserve())
  const links = objects.flatMap(page => reserveLinks(page, file))
  const known = new Map<number, PdfReference>([[structureRoot(pdf).asIndirect(), structure.at]])
  for (const [at, object] of objects.entries()) {
    known.set(object.asIndirect(), pages[at] ?? tree)
    known.set(object.get('Parent').asIndirect(), tree)
  }
  for (const link of links) known.set(link.object.asIndirect(), link.at)
  const copier = objectCopier(pdf, { file, keepAll: true, known })
  const shift = takeStructure(structure, { pdf, copier, isFirst: true })
  const targets = new Map(numbers.labels.map((_, page) => [linkName(page + 1), page]))
  putLinks(links, { file, known, shift, leadsTo: name => destination(targets.get(name) ?? 0) })
  const before = file.addStream(new Map(), Buffer.from('q\n')) // pdfkit turns the page upside down and leaves it so
  for (const [at, object] of objects.entries()) {
    const own = copier.copy(object.resolve())
    const page = isDictionary(own) ? own : new Map<string, PdfValue>()
    const number = file.addStream(
      new Map(),
      Buffer.from(`Q ${stamp.draw(numbers.labels[at] ?? '', upright)}`, 'latin1'),
    )
    const resources = copier.copy(object.get('Resources').resolve())
    const fonts = copier.copy(object.get('Resources', 'Font').resolve())
    file.put(
      pages[at] ?? tree,
      new Map([
        ...withTags(page, shift),
        ['Parent', tree],
        ['MediaBox', ['0', '0', pdfNumber(upright.width), pdfNumber(upright.height)]],
        ['Contents', [before, page.get('Contents') ?? 'null', number]],
        ['Resources', withFont(resources, fonts, stamp)],
      ] satisfies [string, PdfValue][]),
    )
  }
  pdf.destroy()
  return pages
}

/** What a page of ours draws with, and the font of its number. */
export const withFont = (resources: PdfValue, fonts: PdfValue, { font }: Stamp): PdfDictionary =>
  new Map([
    ...(isDictionary(resources) ? resources : []),
    ['Font', new Map([...(isDictionary(fonts) ? fonts : []), ['WmStamp', font]])],
  ])
