import { madePdf, writeText } from './made-pdf.ts'

/** A page with something in its dictionary that a tool may stumble over. */
export const pageWith = (extra: string, content = writeText('seen', [72, 700])) => ({ content, extra })
/** Documents that are out to harm whoever opens them, by what is wrong with them. */
export const hostilePdfs: [string, Buffer][] = [
  ['a script', madePdf({ pages: [pageWith('/AA<</O<</S/JavaScript/JS(app.alert\\(1\\))>>>>')], catalog: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' })], // prettier-ignore
  ['a launch action', madePdf({ pages: [pageWith('/Annots[<</Type/Annot/Subtype/Link/Rect[9 9 90 90]/A<</S/Launch/F(calc.exe)>>>>]')] })], // prettier-ignore
  ['an attachment', madePdf({ pages: [pageWith('')], catalog: '/Names<</EmbeddedFiles<</Names[(a) 10000 0 R]>>>>', objects: { 10000: { entries: '<</Type/Filespec/F(a.txt)/EF<</F 10001 0 R>>>>' }, 10001: { entries: '<</Type/EmbeddedFile/Length 6>>', bytes: Buffer.from('secret') } } })], // prettier-ignore
  ['a page tree that contains itself', Buffer.from(madePdf({ pages: [pageWith('')] }).toString('latin1').replace('/Kids[4 0 R]', '/Kids[2 0 R]'), 'latin1')], // prettier-ignore
  ['resources that contain themselves', madePdf({ pages: [pageWith('', '/X Do')].map(made => ({ ...made, resources: '/XObject<</X 10000 0 R>>' })), objects: { 10000: { entries: '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 10000 0 R>>>>/Length 5>>', bytes: Buffer.from('/X Do') } } })], // prettier-ignore
  ['a giant page', madePdf({ pages: [{ ...pageWith(''), mediaBox: [0, 0, 400_000, 400_000] }] })],
  ['a page without size', madePdf({ pages: [{ ...pageWith(''), mediaBox: [0, 0, 0, 0] }] })],
  ['a page with a box that is no box', madePdf({ pages: [{ ...pageWith(''), mediaBox: [9, 9, 9] }] })],
  ['commands that are no commands', madePdf({ pages: [pageWith('', `q q q ((((( << [[[ ${'Q '.repeat(4_000)} 1e99 0 0 1e99 0 0 cm BT /F1 1e30 Tf`)] })], // prettier-ignore
  ['a picture of other sizes than its data', madePdf({ pages: [{ content: 'q 500 0 0 500 50 50 cm /I Do Q', resources: '/XObject<</I 10000 0 R>>' }], objects: { 10000: { entries: '<</Type/XObject/Subtype/Image/Width 9000/Height 9000/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/Length 9>>', bytes: Buffer.from('not flate') } } })], // prettier-ignore
  ['an outline that contains itself', madePdf({ pages: [pageWith('')], catalog: '/Outlines 10000 0 R', objects: { 10000: { entries: '<</Type/Outlines/First 10001 0 R/Last 10001 0 R>>' }, 10001: { entries: '<</Title(again)/Parent 10000 0 R/Next 10001 0 R/First 10001 0 R>>' } } })], // prettier-ignore
]
