import type { BundleProblemCode, BundleWork } from '../../../shared/features/bundle-work.ts'
import { CalendarDay } from '../../../shared/kernel/dates.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { labelSpan, type BundleNumbers } from '../../../shared/rules/bundle-numbering.ts'
import type { BundleProfile } from '../../../shared/rules/bundle-profiles.ts'
import { bundleWords } from '../../../shared/wording/bundles.ts'
import type { CopiedPage, Tagged } from './copy-pages.ts'
import { copyIndex, withFont } from './index-copy.ts'
import { layOutIndex, type IndexLayout } from './index-layout.ts'
import { drawIndex } from './index-pages.ts'
import { writeOutline, type Bookmark } from './outline.ts'
import type { PdfFile, Written } from './pdf-file.ts'
import { dictionary, isList, pdfNumber, pdfText, type PdfReference, type PdfValue } from './pdf-value.ts'
import { makeStamp, type Stamp } from './stamp.ts'
import { writeStructure, type Structure } from './structure.ts'

export type CopiedDocument = {
  title: string
  date: string | null
  /** What its problems are told under. */
  file: string
  notes: ReadonlySet<BundleProblemCode>
  pages: readonly CopiedPage[]
  /** Its own bookmarks, counted in its own pages from 0. */
  bookmarks: readonly Bookmark[]
}
type Copied = {
  work: BundleWork
  layout: IndexLayout
  numbers: BundleNumbers
  profile: BundleProfile
  file: PdfFile
  structure: Structure
  sections: readonly (readonly CopiedDocument[])[]
}

/** The index of a bundle without its numbers: how long it is, every number after it depends on. */
export const indexOf = (work: BundleWork): IndexLayout =>
  layOutIndex({
    title: work.title,
    court: work.court,
    caseNumber: work.caseNumber,
    hearing: work.hearingDate === null ? null : showDay(work.hearingDate),
    sections: work.sections.map(({ title, documents }) => ({
      title,
      documents: documents.map(document => ({
        title: document.title,
        date: document.date === null ? null : shownDate(document.date),
      })),
    })),
  })

/** Everything else that depends on a number: index, stamps, bookmarks, labels. Ends the file. */
export async function finishBundle(copiedIn: Copied): Promise<{ written: Written; pages: number }> {
  const { work, profile, file, structure, sections, layout, numbers } = copiedIn
  const stamp = makeStamp(file, profile.stamp)
  const tree = file.reserve()
  const copied = sections.flat().flatMap(({ pages }) => pages)
  const indexRoom: PdfReference[] = []
  const destination = (page: number): PdfValue => {
    const at = page < numbers.indexPages ? indexRoom[page] : copied[page - numbers.indexPages]?.at
    const height = page < numbers.indexPages ? null : copied[page - numbers.indexPages]?.placed.sheet.height
    return [at ?? tree, '/XYZ', '0', pdfNumber(height ?? 842), 'null']
  }
  const index = copyIndex(await drawIndex(layout, numbers), { file, stamp, numbers, structure, tree, destination })
  indexRoom.push(...index)
  writePages({ file, stamp, tree, copied, numbers })
  const pages = [...index, ...copied.map(({ at }) => at)]
  file.put(tree, dictionary({ Type: '/Pages', Count: String(pages.length), Kids: pages }))
  const tags = writeStructure(file, structure)
  const bookmarks = writeOutline(file, bookmarksFor(work, sections, numbers), destination)
  const root = file.add(catalog({ tree, bookmarks, structure: tags, numbers, first: index[0] ?? tree }))
  const written = file.end(root, file.add(dictionary({ Title: pdfText(work.title) })))
  return { pages: pages.length, written }
}

const shownDate = (date: string): string => {
  const day = CalendarDay.safeParse(date)
  return day.success ? showDay(day.data) : date
}

type Writing = {
  file: PdfFile
  stamp: Stamp
  tree: PdfReference
  copied: readonly CopiedPage[]
  numbers: BundleNumbers
}
/** A page of evidence is its contents as one thing to draw, and its number; one of ours keeps its contents as they are. */
function writePages({ file, stamp, tree, copied, numbers }: Writing): void {
  const fonts = file.add(dictionary({ WmStamp: stamp.font }))
  const before = file.addStream(new Map(), Buffer.from('q\n')) // pdfkit turns the page upside down and leaves it so
  for (const [index, page] of copied.entries()) {
    const { sheet, matrix } = page.placed
    const number = stamp.draw(numbers.labels[numbers.indexPages + index] ?? '', sheet)
    const common = {
      Type: '/Page',
      Parent: tree,
      MediaBox: ['0', '0', pdfNumber(sheet.width), pdfNumber(sheet.height)],
    }
    if ('tagged' in page) {
      const stamped = file.addStream(new Map(), Buffer.from(`Q ${number}`, 'latin1'))
      file.put(page.at, dictionary({ ...common, ...taggedEntries(page.tagged, { before, stamped, stamp }) }))
      continue
    }
    const { drawing, group } = page
    const commands = `q ${matrix.map(pdfNumber6).join(' ')} cm /WmPage Do Q\n${number}`
    file.put(
      page.at,
      dictionary({
        ...common,
        Resources: dictionary({ XObject: dictionary({ WmPage: drawing }), Font: fonts }),
        Contents: file.addStream(new Map(), Buffer.from(commands, 'latin1')),
        Group: group,
      }),
    )
  }
}

type Around = { before: PdfReference; stamped: PdfReference; stamp: Stamp }
const taggedEntries = (
  { contents, resources, fonts, structParents, links }: Tagged,
  { before, stamped, stamp }: Around,
): Record<string, PdfValue | undefined> => ({
  Contents: [before, ...(isList(contents) ? contents : [contents]), stamped],
  Resources: withFont(resources, fonts, stamp),
  StructParents: structParents,
  Annots: links.length === 0 ? undefined : [...links],
  Tabs: '/S',
})

/** Scales of very large pages need more decimals than places do. */
const pdfNumber6 = (value: number): string => value.toFixed(8).replace(/\.?0+$/, '')

/** Sections, their documents, and below those their own bookmarks, each with its label. */
function bookmarksFor({ sections }: BundleWork, copied: Copied['sections'], numbers: BundleNumbers): Bookmark[] {
  const inside = numbers.sections.map((section, at): Bookmark => {
    const below = section.documents.map((document, index): Bookmark => {
      const own = copied[at]?.[index]
      const page = document.firstPage - 1
      const title = `${own?.title ?? ''} (${labelSpan(document)})`
      return { title, page, isOpen: false, below: moved(own?.bookmarks ?? [], page) }
    })
    const name = sections[at]?.title ?? ''
    const lettered = section.letter === '' ? name : `${section.letter}. ${name}`
    const title = section.pages > 0 ? `${lettered} (${labelSpan(section)})` : lettered
    return { title, page: section.pages > 0 ? section.firstPage - 1 : 0, isOpen: true, below }
  })
  return [{ title: bundleWords.index, page: 0, isOpen: false, below: [] }, ...inside]
}

const moved = (bookmarks: readonly Bookmark[], by: number): Bookmark[] =>
  bookmarks.map(bookmark => ({ ...bookmark, page: bookmark.page + by, below: moved(bookmark.below, by) }))

type CatalogParts = {
  tree: PdfReference
  bookmarks: PdfReference | null
  structure: PdfValue
  numbers: BundleNumbers
  first: PdfReference
}
/** Opens on the first page at 100% with the bookmarks beside it. Evidence brings no tags of its own, hence "suspects". */
const catalog = ({ tree, bookmarks, structure, numbers, first }: CatalogParts): PdfValue =>
  dictionary({
    Type: '/Catalog',
    Pages: tree,
    Outlines: bookmarks ?? undefined,
    PageMode: '/UseOutlines',
    PageLayout: '/SinglePage',
    OpenAction: [first, '/XYZ', 'null', 'null', '1'],
    Lang: '(en-GB)',
    ViewerPreferences: dictionary({ DisplayDocTitle: 'true' }),
    MarkInfo: dictionary({ Marked: 'true', Suspects: 'true' }),
    StructTreeRoot: structure,
    PageLabels: dictionary({
      Nums: numbers.ranges.flatMap(({ from, style, prefix }) => [String(from), labelStyle(style, prefix)]),
    }),
  })

const labelStyle = (style: 'decimal' | 'roman', prefix: string): PdfValue =>
  dictionary({ S: style === 'roman' ? '/r' : '/D', P: prefix === '' ? undefined : pdfText(prefix) })
