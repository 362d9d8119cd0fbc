import * as mupdf from 'mupdf'
import type { BundleProfile } from '../../../shared/rules/bundle-profiles.ts'
import { objectCopier } from './copy-objects.ts'
import { fontBytes } from './fonts.ts'
import type { PdfFile } from './pdf-file.ts'
import { pdfNumber, type PdfValue } from './pdf-value.ts'
import { numberStart, type Sheet } from './sheet.ts'

export type Stamp = {
  /** The one font that every stamp uses. */
  font: PdfValue
  /** The commands that write this label on a sheet, with the font under the name WmStamp. */
  draw: (label: string, sheet: Sheet) => string
}
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZivxlcdm'

/** Puts the letters that labels are made of into the file, once. */
export function makeStamp(file: PdfFile, { corner, points }: BundleProfile['stamp']): Stamp {
  const font = new mupdf.Font('Arimo-Bold', fontBytes('bold'))
  const holder = new mupdf.PDFDocument()
  const embedded = holder.addSimpleFont(font, 'Latin')
  holder.insertPage(-1, holder.addPage([0, 0, 9, 9], 0, { Font: { F: embedded } }, `BT /F 9 Tf (${letters}) Tj ET`))
  holder.subsetFonts()
  const copy = objectCopier(holder, { file }).copy(embedded)
  const widths = new Map(Array.from(letters, letter => [letter, font.advanceGlyph(font.encodeCharacter(letter))]))
  holder.destroy()
  return {
    font: copy,
    draw(label, sheet) {
      const width = points * Array.from(label).reduce((sum, letter) => sum + (widths.get(letter) ?? 0), 0)
      const [x, y] = numberStart(sheet, corner, { width, points })
      const at = `1 0 0 1 ${pdfNumber(x)} ${pdfNumber(y)} Tm`
      return `/Artifact <</Type/Pagination>> BDC q 0 g BT /WmStamp ${points} Tf ${at} (${label}) Tj ET Q EMC\n`
    },
  }
}
