import type { ReadBundle } from './read-bundle.ts'

/** What pdf.js tells of every file, and a title. Anything else is somebody's name, a program's or a date. */
const harmless = new Set(['PDFFormatVersion', 'Language', 'EncryptFilterName', 'IsLinearized', 'IsAcroFormPresent',
  'IsXFAPresent', 'IsCollectionPresent', 'IsSignaturesPresent', 'Title', 'Trapped']) // prettier-ignore

/** Whether the file holds what can't be seen on its pages. Earlier versions each end with a mark of their own. */
export function hasHiddenData(read: ReadBundle, bytes: Buffer): boolean {
  const telling = Object.entries(read.info).some(
    ([name, value]) => !harmless.has(name) && value !== null && value !== '',
  )
  const parts = read.attachments > 0 || read.scripts || read.fields || read.layers || read.metadata !== null
  const whole = read.info['IsCollectionPresent'] === true || read.info['IsSignaturesPresent'] === true
  const versions = count(bytes, 'startxref') - (read.info['IsLinearized'] === true ? 1 : 0)
  return telling || parts || whole || versions > 1 || pagesOfHiddenData(read).length > 0
}

/** Pages with notes, fields or actions. */
export const pagesOfHiddenData = ({ pages }: ReadBundle): number[] =>
  pages.flatMap(({ annotations, hasActions }, at) => (annotations.length > 0 || hasActions ? [at + 1] : []))

function count(bytes: Buffer, word: string): number {
  let found = 0
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + word.length)) found += 1
  return found
}
