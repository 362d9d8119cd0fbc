import { deflateSync } from 'node:zlib'

// PDFs written by hand for tests and benchmarks: what is in them is known to the letter.

export type MadePage = {
  /** Drawing commands. */
  content: string
  mediaBox?: readonly number[]
  cropBox?: readonly number[]
  rotate?: number
  userUnit?: number
  /** More of the page's dictionary, and of its resources, as they stand in a file. */
  extra?: string
  resources?: string
}
type MadePdf = {
  pages: readonly MadePage[]
  /** More of the catalogue, as it stands in a file. */
  catalog?: string
  /** Objects to refer to, by number from 10 000 on. */
  objects?: Readonly<Record<number, { entries: string; bytes?: Uint8Array }>>
}

export const a4 = [0, 0, 595.28, 841.89] as const

/** The whole file. Helvetica is /F1, object 3. */
export function madePdf({ pages, catalog = '', objects = {} }: MadePdf): Buffer {
  const pieces: Buffer[] = []
  const offsets = new Map<number, number>()
  let at = 0
  const put = (piece: Uint8Array | string): void => {
    const bytes = Buffer.from(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)
    pieces.push(bytes)
    at += bytes.length
  }
  const object = (number: number, entries: string, bytes?: Uint8Array): void => {
    offsets.set(number, at)
    put(`${String(number)} 0 obj\n${entries}\n`)
    if (bytes) {
      put('stream\n')
      put(bytes)
      put('\nendstream\n')
    }
    put('endobj\n')
  }
  put('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
  object(1, `<</Type/Catalog/Pages 2 0 R${catalog}>>`)
  object(3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>')
  for (const [index, page] of pages.entries()) {
    const packed = deflateSync(Buffer.from(page.content, 'latin1'))
    object(4 + 2 * index, pageEntries(page, 5 + 2 * index))
    object(5 + 2 * index, `<</Length ${String(packed.length)}/Filter/FlateDecode>>`, packed)
  }
  const kids = pages.map((_, index) => `${String(4 + 2 * index)} 0 R`).join(' ')
  object(2, `<</Type/Pages/Count ${String(pages.length)}/Kids[${kids}]>>`)
  for (const [number, { entries, bytes }] of Object.entries(objects)) object(Number(number), entries, bytes)
  put(endOf(offsets, at))
  return Buffer.concat(pieces)
}

function pageEntries(page: MadePage, contents: number): string {
  const box = (name: string, values: readonly number[] | undefined): string =>
    values ? `/${name}[${values.join(' ')}]` : ''
  const turn = page.rotate === undefined ? '' : `/Rotate ${String(page.rotate)}`
  const unit = page.userUnit === undefined ? '' : `/UserUnit ${String(page.userUnit)}`
  const boxes = box('MediaBox', page.mediaBox ?? a4) + box('CropBox', page.cropBox)
  const resources = `/Resources<</Font<</F1 3 0 R>>${page.resources ?? ''}>>`
  return `<</Type/Page/Parent 2 0 R${boxes}${turn}${unit}${resources}/Contents ${String(contents)} 0 R${page.extra ?? ''}>>`
}

function endOf(offsets: ReadonlyMap<number, number>, at: number): string {
  const size = Math.max(...offsets.keys()) + 1
  const entries = [...offsets]
    .sort(([one], [two]) => one - two)
    .map(([number, offset]) => `${String(number)} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
  return `xref\n0 1\n0000000000 65535 f \n${entries.join('')}trailer\n<</Size ${String(size)}/Root 1 0 R>>\nstartxref\n${String(at)}\n%%EOF\n`
}

/** Commands that write a line of Helvetica. */
export const writeText = (text: string, [x, y]: readonly [number, number], size = 12): string =>
  `BT /F1 ${String(size)} Tf ${String(x)} ${String(y)} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`
