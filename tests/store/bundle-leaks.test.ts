import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { v7 } from 'uuid'
import * as mupdf from 'mupdf'
import { describe, expect, test } from 'vitest'
import { buildBundle } from '../../electron/jobs/bundle/build-bundle.ts'
import { searchBundle } from '../../electron/jobs/bundle-check/search-bundle.ts'
import { readWholeSealed } from '../../electron/jobs/sealed-file.ts'
import { searchTermsOf } from '../../electron/store/confidential/search-terms.ts'
import type { IdentifierKind } from '../../shared/features/identifiers.ts'
import { bundleWork } from '../support/bundles.ts'
import { madePdf, writeText, type MadePage } from '../support/made-pdf.ts'
import { scratchFolder } from '../support/vault.ts'

// Somebody wants a confidential detail to leave in a bundle. What the engine does not take out, the search must find.

const quiet = { signal: new AbortController().signal, report: () => undefined }
const number = '07700 900123'
type Given = Parameters<typeof madePdf>[0]
type Sought = { value: string; kind: IdentifierKind }
const numberSought: Sought = { value: number, kind: 'phone' }

/** Builds a sealed bundle of one document, searches it, and takes apart what is in it. */
async function leaked(bytes: Buffer, { value, kind } = numberSought, title = 'A letter') {
  const folder = scratchFolder()
  const documents = [{ title, name: 'a.pdf', bytes }]
  const work = bundleWork(folder, { profile: 'general', title: 'Bundle', sections: [{ title: 'Section', documents }] })
  const [path, key] = [join(folder, 'sealed'), new Uint8Array(randomBytes(32))]
  const { size, sha256 } = await buildBundle({ ...work, to: { is: 'sealed', path, key } }, quiet)
  const file = { path, key, size, sha256 }
  const wanted = [{ identifierId: v7(), terms: searchTermsOf(kind, value) }]
  const { hits, withoutText, withPictures } = await searchBundle({ ...file, termsDigest: '', wanted }, quiet)
  return {
    found: hits.length > 0,
    hit: hits[0],
    withoutText,
    withPictures,
    inside: everythingIn(await readWholeSealed(file)),
  }
}

/** Every object and every unpacked stream that is no picture, with texts in UTF-16 made readable. */
function everythingIn(bytes: Buffer): string {
  const pdf = new mupdf.PDFDocument(bytes)
  const pieces: string[] = []
  for (let at = 1; at < pdf.countObjects(); at += 1) {
    const object = pdf.newIndirect(at)
    pieces.push(object.resolve().toString(true, true))
    const isPicture = object.get('Subtype').toString() === '/Image'
    if (object.isStream())
      pieces.push(
        Buffer.from((isPicture ? object.readRawStream() : object.readStream()).asUint8Array()).toString('latin1'),
      )
  }
  return pieces
    .join('\n')
    .replace(/<feff([0-9a-f]+)>/gi, (_, hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le'))
}
const page = (content: string, more: Partial<MadePage> = {}): MadePage => ({ content, ...more })
const made = (pages: MadePage[], more: Omit<Given, 'pages'> = {}): Buffer => madePdf({ pages, ...more })
const words = writeText('nothing of that kind', [72, 700])
const annotation = (kind: string, more: string): Partial<MadePage> => ({
  extra: `/Annots[<</Type/Annot/Subtype/${kind}/Rect[72 600 300 640]${more}>>]`,
})

const hidden: [string, Buffer][] = [
  ['a note behind its icon', made([page(words, annotation('Text', `/Contents(${number})`))])],
  ['the author of a mark', made([page(words, annotation('Highlight', `/T(${number})/QuadPoints[72 640 300 640 72 600 300 600]`))])], // prettier-ignore
  ['the value of a field that shows another', made([page(words, annotation('Widget', `/FT/Tx/T(a)/V(${number})/DA(/F1 12 Tf)/AP<</N 10000 0 R>>`))], { catalog: '/AcroForm<</Fields[]>>', objects: { 10000: { entries: '<</Type/XObject/Subtype/Form/BBox[0 0 228 40]/Length 1>>', bytes: Buffer.from(' ') } } })], // prettier-ignore
  ['the name of a field', made([page(words, annotation('Widget', `/FT/Tx/T(${number})/V(x)/DA(/F1 12 Tf)`))])],
  ['a link to a telephone', made([page(words, annotation('Link', `/A<</S/URI/URI(tel:+447700900123)>>`))])],
  ['metadata', made([page(words)], { catalog: '/Metadata 10000 0 R', objects: { 10000: { entries: '<</Type/Metadata/Subtype/XML/Length 12>>', bytes: Buffer.from(number) } } })], // prettier-ignore
  ['metadata of a picture', made([page(`${words} q 9 0 0 9 72 72 cm /I Do Q`, { resources: '/XObject<</I 10000 0 R>>' })], { objects: { 10000: { entries: '<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Metadata 10001 0 R/Length 1>>', bytes: Buffer.from('x') }, 10001: { entries: '<</Type/Metadata/Subtype/XML/Length 12>>', bytes: Buffer.from(number) } } })], // prettier-ignore
  ['page labels', made([page(words)], { catalog: `/PageLabels<</Nums[0<</P(${number})>>]>>` })],
  ['the name of an attachment', made([page(words)], { catalog: `/Names<</EmbeddedFiles<</Names[(${number}) 10000 0 R]>>>>`, objects: { 10000: { entries: `<</Type/Filespec/F(${number})/EF<</F 10001 0 R>>>>` }, 10001: { entries: '<</Type/EmbeddedFile/Length 1>>', bytes: Buffer.from('x') } } })], // prettier-ignore
  ['what stands for the text when it is copied', made([page(`/Span <</ActualText(${number})>> BDC ${words} EMC`)])],
  ['the same in UTF-16 and hexadecimal', made([page(`/Span <</ActualText <feff003000370037003000300020003900300030003100320033>>> BDC ${words} EMC`)])], // prettier-ignore
  ['the same, named in the resources', made([page(`/Span /M BDC ${words} EMC`, { resources: `/Properties<</M<</ActualText(${number})>>>>` })])], // prettier-ignore
  ['the same, of a name that is the key too', made([page(`/Span /ActualText BDC ${words} EMC`, { resources: `/Properties<</ActualText<</E(${number})/Anything(${number})>>>>` })])], // prettier-ignore
  ['the same within a drawing', made([page('/X Do', { resources: '/XObject<</X 10000 0 R>>' })], { objects: { 10000: { entries: `<</Type/XObject/Subtype/Form/BBox[0 0 500 800]/Resources<</Font<</F1 3 0 R>>>>/Length ${String(72 + words.length)}>>`, bytes: Buffer.from(`/Span <</Alt(${number})/MCID 1>> BDC ${words} EMC`.padEnd(72 + words.length)) } } })], // prettier-ignore
  ['the same at a single point', made([page(`/Span <</Alt(${number})>> DP ${words}`)])],
  ['alternative text in the tags', made([page(`/P <</MCID 0>> BDC ${words} EMC`)], { catalog: `/MarkInfo<</Marked true>>/StructTreeRoot<</Type/StructTreeRoot/K<</Type/StructElem/S/P/Alt(${number})/ActualText(${number})>>>>` })], // prettier-ignore
  ['a remark among the drawing commands', made([page(`${words} % ${number}\n`)])],
  ['a note of a program in the resources', made([page(words, { resources: `/ExtGState<</G<</Type/ExtGState/Note(${number})>>>>` })])], // prettier-ignore
  ['a drawing that no page draws', made([page(words, { resources: '/XObject<</X 10000 0 R>>' })], { objects: { 10000: { entries: '<</Type/XObject/Subtype/Form/BBox[0 0 500 800]/Resources<</Font<</F1 3 0 R>>>>/Length 60>>', bytes: Buffer.from(writeText(number, [72, 700]).padEnd(60)) } } })], // prettier-ignore
  ['a bookmark', made([page(words)], { catalog: '/Outlines 10000 0 R', objects: { 10000: { entries: '<</First 10001 0 R/Last 10001 0 R/Count 1>>' }, 10001: { entries: `<</Title(${number})/Parent 10000 0 R/Dest[4 0 R/Fit]>>` } } })], // prettier-ignore
]
const pictured = (filter: string, bytes: Buffer): Buffer =>
  made([page(`${words} q 9 0 0 9 72 72 cm /I Do Q`, { resources: '/XObject<</I 10000 0 R>>' })], { objects: { 10000: { entries: `<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/${filter}/Length ${String(bytes.length)}>>`, bytes } } }) // prettier-ignore
const box = (type: string, content: Buffer): Buffer => {
  const head = Buffer.from(`....${type}`)
  head.writeUInt32BE(content.length + 8)
  return Buffer.concat([head, content])
}
const jpegWith = (start: string): Buffer => Buffer.concat([Buffer.from(`ffd8${start}`, 'hex'), Buffer.from(number), Buffer.from('ffda00020000ffd9', 'hex')]) // prettier-ignore
const stream2000 = Buffer.concat([Buffer.from('ff4fff510004abcdff64', 'hex'), Buffer.from([0, 14]), Buffer.from(number), Buffer.from('ff90000a00000000000000ff', 'hex')]) // prettier-ignore
hidden.push(
  ['the comment of a JPEG 2000', pictured('JPXDecode', stream2000)],
  ['a box of a JPEG 2000', pictured('JPXDecode', Buffer.concat([box('jP  ', Buffer.from('0d0a870a', 'hex')), box('uuid', Buffer.from(number)), box('jp2c', stream2000)]))], // prettier-ignore
  ['the comment of a JPEG', pictured('DCTDecode', jpegWith('fffe000e'))],
  [
    'the thumbnail of a JPEG, as it was before it was cropped',
    pictured('DCTDecode', jpegWith('ffe0001c4a46494600010200000100010202')),
  ],
  ['the other kind of thumbnail', pictured('DCTDecode', jpegWith('ffe000134a46585800'))],
  ['the list of further pictures in a JPEG', pictured('DCTDecode', jpegWith('ffe200124d504600'))],
  ['a comment between the scans of a JPEG', pictured('DCTDecode', Buffer.concat([Buffer.from('ffd8ffda00021234fffe000e', 'hex'), Buffer.from(number), Buffer.from('ffda00020000ffd9', 'hex')]))], // prettier-ignore
)
test.each(hidden)('%s is not in the bundle, or is found', async (_name, bytes) => {
  const { found, inside } = await leaked(bytes)
  expect(found || !/900123|900 123/.test(inside)).toBe(true)
})

const at = (text: string, x: number, y = 600): string => writeText(text, [x, y])
const shown: [string, string | MadePage][] = [
  ['each letter by itself', Array.from(number.replace(' ', ''), (digit, index) => at(digit, 72 + index * 8)).join('')],
  ['its end drawn before its beginning', at('900123', 130) + at('07700', 90)],
  ['other words drawn in between', at('07700', 90) + at('Elsewhere on the page', 72, 200) + at('900123', 130)],
  ['the letters drawn backwards', Array.from('321009 00770', (digit, index) => at(digit, 200 - index * 8)).join('')],
  ['with much room inside', at('07700', 72) + at('      -     ', 110) + at('900123', 300)],
  ['over a line break with a hyphen', at('07700-', 500) + at('900123', 72, 586)],
  ['with letters for digits', at('O77OO 9OO123', 72)],
  ['run into a word', at('tel07700900123now', 72)],
  ['in white', `1 g ${at(number, 72)} 0 g`],
  ['as letters that are not drawn', `BT /F1 12 Tf 3 Tr 72 600 Td (${number}) Tj ET`],
  ['under a picture', `${at(number, 72)} 0 g 60 580 300 60 re f`],
  ['turned on its side', `BT /F1 12 Tf 0 1 -1 0 72 300 Tm (${number}) Tj ET`],
  ['clipped away', `q 0 0 5 5 re W n ${at(number, 72)} Q`],
  ['tiny', `BT /F1 0.1 Tf 72 600 Td (${number}) Tj ET`],
  ['painted as a pattern', page('/Pattern cs /P scn 0 0 500 800 re f', { resources: '/Pattern<</P 10000 0 R>>' })],
  ['painted through a mask', page('/G gs 0 0 500 800 re f', { resources: '/ExtGState<</G<</SMask<</S/Luminosity/G 10001 0 R>>>>>>' })], // prettier-ignore
  ['in a field', page(words, annotation('Widget', `/FT/Tx/T(a)/V(${number})/DA(/F1 12 Tf 0 g)`))],
  ['as text put on the page', page(words, annotation('FreeText', `/Contents(${number})/DA(/F1 12 Tf 0 g)`))],
] // prettier-ignore
const own = '/Resources<</Font<</F1 3 0 R>>>>'
const drawing = (entries: string, commands: string) => ({
  entries: `<<${entries}/BBox[0 0 500 800]${own}/Length ${String(commands.length)}>>`,
  bytes: Buffer.from(commands),
})
const drawings: Given['objects'] = {
  10000: drawing('/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/XStep 500/YStep 800', at(number, 72)),
  10001: drawing('/Type/XObject/Subtype/Form/Group<</S/Transparency/CS/DeviceGray>>', `1 g ${at(number, 72)}`),
}
test.each(shown)('a number is found %s', async (_name, given) => {
  const catalog = '/AcroForm<</Fields[]/NeedAppearances true>>'
  const { found } = await leaked(
    made([typeof given === 'string' ? page(given) : given], { catalog, objects: drawings }),
  )
  expect(found).toBe(true)
})

/** A page whose letters beyond ASCII come from a font with a table of what they are. */
const lettered = (text: string): Buffer => {
  const letters = Array.from(text)
  const table = letters.map((letter, index) => `<${hex(index + 1)}> <${utf16(letter)}>`).join('\n')
  const map = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${String(letters.length)} beginbfchar\n${table}\nendbfchar endcmap end`
  return made([page(`BT /F2 12 Tf 72 600 Td <${letters.map((_letter, index) => hex(index + 1)).join('')}> Tj ET`, { resources: '/Font<</F2 10000 0 R>>' })], { objects: { 10000: { entries: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 10001 0 R>>' }, 10001: { entries: `<</Length ${String(map.length)}>>`, bytes: Buffer.from(map) } } }) // prettier-ignore
}
const hex = (value: number): string => value.toString(16).padStart(2, '0')
const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

const home: Sought = { value: 'Rose Cottage\nFlat 3, 12 Larch Lane\nExampleton\nEX1 9ZZ', kind: 'address' }
const spellings: [string, Sought, string][] = [
  ['full width', numberSought, '０７７００９００１２３'],
  ['Arabic digits', numberSought, '٠٧٧٠٠٩٠٠١٢٣'],
  ['digits of another script', numberSought, '०७७००९००१२३'],
  ['marks that are not seen', numberSought, '077\u00ad00 90\u200b0123'],
  ['a ligature', { value: 'Field Office', kind: 'alias' }, 'ﬁeld oﬃce'],
  ['letters of another script', home, '12 Lаrch Lаnе'],
  ['accents', home, 'Rosé Cottáge'],
  ['capitals', home, '12 LARCH LANE'],
  ['a shortened street', home, '12 Larch Ln.'],
  ['no number', home, 'she lives in Larch Lane now'],
  ['the number as a word', home, 'twelve, Larch Lane'],
  ['a break inside a word', home, '12 Lar- ch Lane'],
  ['a postcode in lower case', home, 'at ex19zz'],
  ['a postcode with a dash', home, 'EX1-9ZZ'],
  ['a postcode torn apart', home, 'E X 1 9 Z Z'],
  ['a postcode with letters for digits', home, 'EXl 9ZZ'],
  ['a short postcode torn apart', { value: '1 A Street, E1 6AN', kind: 'address' }, 'at E1-6 AN now'],
  ['an address as it is said aloud', { value: 'alex.e@example.org', kind: 'email' }, 'alex dot e at example dot org'],
  ['an address with brackets', { value: 'alex.e@example.org', kind: 'email' }, 'alex.e [at] example [dot] org'],
  ['a name the other way round', { value: 'Hidden Newname', kind: 'alias' }, 'NEWNAME, Hidden'],
]
const addressOf = (value: string): Sought => ({ value, kind: 'address' })
const ordinary = addressOf('12\nHigh Street\nExampleton\nEX1 9ZZ')
const inVillage = addressOf('3b, The Street, Little Sampling')
const everyTown: [string, Sought, string][] = [
  ['a number typed apart', ordinary, 'at 12 High Street, Exampleton'],
  ['a number typed apart, and the street shortened', ordinary, '12, High St.'],
  ['a number as a word', ordinary, 'she lives at twelve, High Street'],
  ['a number after the street', ordinary, 'High Street, no. 12'],
  ['a number with a letter for a digit', ordinary, 'l2 High Street'],
  ['a number run into what stands before it', ordinary, 'moved to12High Street'],
  ['a flat before it', addressOf('Flat 3, 12 High Street, Exampleton'), '12 High Street'],
  ['a flat of a house', addressOf('Flat 3, Victoria Court, 9 High Street, Exampleton'), 'in Victoria Court'],
  ['a street of plain words', inVillage, '3b The Street'],
  ['a street of plain words with a word for its number', inVillage, 'three b, The Street'],
  ['a street of plain words with its village', inVillage, 'The Street, Little Sampling'],
  ['a house of plain words', addressOf('The Willows, The Avenue, Exampleton'), 'came to the Willows'],
  ['a shortened street at the end', addressOf('7 Hope Street, Exampleton'), 'waited in Hope St.'],
]
test.each([...spellings, ...everyTown])('is found in %s', async (_name, sought, written) => {
  expect((await leaked(lettered(written), sought)).found).toBe(true)
})

test.each([
  ['said aloud', 'oh seven seven, double oh, nine zero zero one two three'],
  ['said aloud in part', '077 double 0, nine double oh 123'],
])('a number is found %s', async (_name, written) => {
  expect((await leaked(made([page(at(written, 40))]))).found).toBe(true)
})

test('a number that goes over from one page to the next is found on the second', async () => {
  const { hit } = await leaked(made([page(at('Ring her on 07700', 72)), page(at('900123 at night', 72))]))
  expect(hit?.pages).toEqual([3])
})

test.each<[string, Sought, string]>([
  [
    'a town, a street of the same kind, and other numbers',
    home,
    'Exampleton, 3 Birch Lane, Flat 3, EX1 8ZZ, cottage roses',
  ],
  ['words with the letters of a postcode in them', home, 'index 19, 22 and apex 1922'],
  ['a street that every town has, and another house of it', ordinary, 'police in High Street, 112 High Street, 12 Nov'],
  ['a numbered paragraph', addressOf('12 The St, Exampleton'), '12. The statement says that he stood in the street.'],
  [
    'plain words that are a street',
    inVillage,
    'He waited in the street for 3 hours, on 3 nights. The street was dark.',
  ],
  [
    'words that begin as a shortened street does',
    addressOf('7 Hope Street, Exampleton'),
    'I hope still to see 7 of them',
  ],
])('is not found in %s', async (_name, sought, written) => {
  expect((await leaked(lettered(written), sought)).found).toBe(false)
})

describe('what the search can’t see', () => {
  test('a page whose letters nobody can tell is named, as one without words is', async () => {
    const untold = lettered('Rose Cottage')
      .toString('latin1')
      .replace(/<00[0-9a-f]{2}>/g, '<e001>') // private letters
    const { found, withoutText } = await leaked(Buffer.from(untold, 'latin1'), home)
    expect({ found, withoutText }).toEqual({ found: false, withoutText: [2] })
  })

  test('a page with a picture beside its text is named, one with a letterhead or the same picture alone is not', async () => {
    const grey = { entries: '<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>', bytes: Buffer.from('x') } // prettier-ignore
    const within = { entries: '<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</I 10000 0 R>>>>/Length 33>>', bytes: Buffer.from('q 300 0 0 300 72 200 cm /I Do Q  \n') } // prettier-ignore
    const resources = '/XObject<</I 10000 0 R/D 10001 0 R>>'
    const drawn = [`${words} q 300 0 0 300 72 200 cm /I Do Q`, `${words} q 90 0 0 40 72 760 cm /I Do Q`, 'q 300 0 0 300 72 200 cm /I Do Q', `${words} /D Do`, words] // prettier-ignore
    const { withoutText, withPictures } = await leaked(made(drawn.map(content => page(content, { resources })), { objects: { 10000: grey, 10001: within } })) // prettier-ignore
    expect({ withoutText, withPictures }).toEqual({ withoutText: [4], withPictures: [2, 5] })
  })

  test('a detail in the title of a document is found in the index and among the bookmarks', async () => {
    const { hit } = await leaked(made([page(words)]), numberSought, `Letter about ${number.replace(' ', '-')}`)
    expect(hit).toMatchObject({ pages: [1], places: ['bookmarks'] })
  })
})
