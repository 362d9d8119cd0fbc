import * as mupdf from 'mupdf'
import { drawPage, hitsOn, sizeOf, textOf } from './pages.ts'

const page = { at: 0, kind: 'pdf' } as const
const lines = Array.from(
  { length: 40 },
  (_, at) => `BT /F 11 Tf 72 ${String(760 - at * 16)} Td (Words that nobody reads) Tj ET`,
)

/** Draws and reads a page of nothing, so that the code which does has run before the first page that somebody waits for. */
export function warmUp(): object {
  const pdf = new mupdf.PDFDocument()
  const font = pdf.addSimpleFont(new mupdf.Font('Helvetica'))
  pdf.insertPage(-1, pdf.addPage([0, 0, 595, 842], 0, { Font: { F: font } }, lines.join('\n')))
  for (let times = 0; times < 3; times += 1) {
    sizeOf(pdf, page)
    drawPage(pdf, page, { scale: 1.5, turn: 0 })
  }
  textOf(pdf, page)
  hitsOn(pdf, page, 'nobody')
  pdf.destroy()
  return {}
}
