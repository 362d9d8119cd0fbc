import type { PDFDocument } from 'mupdf'
import { isDictionary, isReference, parsePdf, type PdfDictionary, type PdfValue } from './pdf-value.ts'

/** A page's own entries, with those that it inherits. Read in one piece, since every question to MuPDF has its cost. */
export type PageEntries = PdfDictionary

const inheritable = ['MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Resources'] as const
const nothing: PageEntries = new Map()

/** The entries of every page. One that can't be read has none. */
export function readPages(pdf: PDFDocument): PageEntries[] {
  const inherited = new Map<number, PageEntries>()
  const fromParent = (parent: PdfValue | undefined): PageEntries => {
    if (!isReference(parent)) return nothing
    const before = inherited.get(parent.ref) ?? inheritedFrom(pdf, parent.ref)
    inherited.set(parent.ref, before)
    return before
  }
  return Array.from({ length: pdf.countPages() }, (_, at) => {
    const own = ownEntries(pdf, at)
    return new Map([...fromParent(own.get('Parent')), ...own])
  })
}

/** One page's entries, read anew. */
export function readPage(pdf: PDFDocument, at: number): PageEntries {
  const own = ownEntries(pdf, at)
  const parent = own.get('Parent')
  return new Map([...(isReference(parent) ? inheritedFrom(pdf, parent.ref) : nothing), ...own])
}

function ownEntries(pdf: PDFDocument, at: number): PageEntries {
  try {
    const page = pdf.findPage(at)
    const resolved = page.resolve()
    const own = parsePdf(resolved.toString(true, true))
    resolved.destroy()
    page.destroy()
    return isDictionary(own) ? own : nothing
  } catch {
    return nothing // drawn as a picture, if it can be drawn at all
  }
}

function inheritedFrom(pdf: PDFDocument, parent: number): PageEntries {
  const node = pdf.newIndirect(parent)
  const found = inheritable.flatMap((name): [string, PdfValue][] => {
    const value = node.getInheritable(name)
    return value.isNull() ? [] : [[name, parsePdf(value.toString(true, true))]]
  })
  return new Map(found)
}
