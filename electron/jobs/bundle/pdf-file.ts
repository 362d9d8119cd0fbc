import { createHash } from 'node:crypto'
import { dictionary, pdfNumber, printed, type PdfDictionary, type PdfReference, type PdfValue } from './pdf-value.ts'

/** Takes bytes in order, and may keep none of them: they are overwritten afterwards. */
export type Sink = (bytes: Uint8Array) => void
/** A finished file: its size in bytes and its SHA-256. */
export type Written = { size: number; sha256: string }
export type PdfFile = {
  /** A number for an object that is written later. */
  reserve: () => PdfReference
  put: (at: PdfReference, value: PdfValue) => void
  putStream: (at: PdfReference, entries: PdfDictionary, bytes: Uint8Array) => void
  add: (value: PdfValue) => PdfReference
  addStream: (entries: PdfDictionary, bytes: Uint8Array) => PdfReference
  /** Writes the table of objects. The file's id is a digest of its contents: same input, same bytes. */
  end: (root: PdfReference, info: PdfReference) => Written
}

const stagingSize = 1 << 20

/**
 * Writes a PDF straight to where it goes, object by object: MuPDF.js can only save into its own memory, which a bundle of scans
 * would fill several times over.
 */
export function startPdf(sink: Sink): PdfFile {
  const out = staged(sink)
  const offsets: number[] = [0]
  const reserve = (): PdfReference => ({ ref: offsets.push(-1) - 1 })
  const begin = ({ ref }: PdfReference): void => {
    offsets[ref] = out.position()
    out.text(`${ref} 0 obj\n`)
  }
  const put: PdfFile['put'] = (at, value) => {
    begin(at)
    out.text(`${printed(value)}\nendobj\n`)
  }
  const putStream: PdfFile['putStream'] = (at, entries, bytes) => {
    begin(at)
    out.text(`${printed(new Map([...entries, ['Length', String(bytes.length)]]))}\nstream\n`)
    out.bytes(bytes)
    out.text('\nendstream\nendobj\n')
  }
  out.text('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
  return {
    reserve,
    put,
    putStream,
    add(value) {
      const at = reserve()
      put(at, value)
      return at
    },
    addStream(entries, bytes) {
      const at = reserve()
      putStream(at, entries, bytes)
      return at
    },
    end(root, info) {
      const start = out.position()
      out.text(`xref\n0 ${offsets.length}\n0000000000 65535 f \n`)
      for (const offset of offsets.slice(1)) out.text(line(offset))
      const id = `<${out.digest().slice(0, 32)}>`
      const trailer = dictionary({ Size: pdfNumber(offsets.length), Root: root, Info: info, ID: [id, id] })
      out.text(`trailer\n${printed(trailer)}\nstartxref\n${start}\n%%EOF\n`)
      return { sha256: out.digest(), size: out.position() }
    },
  }
}

const line = (offset: number): string =>
  offset < 0 ? '0000000000 00001 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`

function staged(sink: Sink) {
  const stage = Buffer.allocUnsafe(stagingSize)
  const hash = createHash('sha256')
  let filled = 0
  let written = 0
  const pass = (bytes: Uint8Array): void => {
    hash.update(bytes)
    sink(bytes)
    written += bytes.length
  }
  const flush = (): void => {
    if (filled > 0) pass(stage.subarray(0, filled))
    filled = 0
  }
  const bytes = (given: Uint8Array): void => {
    if (given.length > stagingSize - filled) flush()
    if (given.length > stagingSize) {
      pass(given)
      return
    }
    stage.set(given, filled)
    filled += given.length
  }
  return {
    flush,
    bytes,
    text(given: string) {
      if (given.length > stagingSize - filled) flush()
      if (given.length > stagingSize) bytes(Buffer.from(given, 'latin1'))
      else filled += stage.write(given, filled, 'latin1')
    },
    position: () => written + filled,
    digest() {
      flush()
      return hash.copy().digest('hex')
    },
  }
}
