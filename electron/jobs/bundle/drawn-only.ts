import type { PDFDocument } from 'mupdf'
import { isDictionary, isReference, parsePdf, type PdfDictionary, type PdfValue } from './pdf-value.ts'

/** What a page may draw, without drawings and pictures that nothing on it draws: an editor's leavings, which anybody can dig out. */
export type DrawnOnly = (resources: PdfValue, content: Buffer) => PdfValue

type Known = { resources: PdfDictionary; drawings: PdfDictionary; mayBeShared: () => boolean }

/** For the pages of one document, many of which name the same resources. */
export function drawnOnly(pdf: PDFDocument): DrawnOnly {
  const known = new Map<number, Known>()
  const resolved = (value: PdfValue | undefined): PdfDictionary => {
    const read = isReference(value) ? parsePdf(pdf.newIndirect(value.ref).resolve().toString(true, true)) : value
    return isDictionary(read) ? read : new Map<string, PdfValue>()
  }
  const look = (value: PdfValue): Known => {
    const before = isReference(value) ? known.get(value.ref) : undefined
    if (before) return before
    const resources = resolved(value)
    const drawings = resolved(resources.get('XObject'))
    let shared: boolean | null = null
    // A drawing without resources of its own, or letters that are drawings, may draw what only the page names.
    const mayBeShared = (): boolean =>
      (shared ??=
        [...drawings.values()].some(one => isBareForm(resolved(one))) ||
        [...resolved(resources.get('Font')).values()].some(font => resolved(font).get('Subtype') === '/Type3'))
    const found = { resources, drawings, mayBeShared }
    if (isReference(value)) known.set(value.ref, found)
    return found
  }
  return (value, content) => {
    const { resources, drawings, mayBeShared } = look(value)
    // A name may be written in several ways where it has a # in it.
    const isDrawn = (name: string): boolean => name.includes('#') || content.includes(`/${name}`)
    const drawn = [...drawings].filter(([name]) => isDrawn(name))
    if (drawn.length === drawings.size || content.includes('#') || mayBeShared()) return value
    return new Map([...resources, ['XObject', new Map(drawn)]])
  }
}

const isBareForm = (drawing: PdfDictionary): boolean => drawing.get('Subtype') === '/Form' && !drawing.has('Resources')
