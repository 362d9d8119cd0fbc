// PDF values as text and as a tree, so that what a source brings can be looked through before it is written.

/** A number, name, string or keyword is kept as it is written. */
export type PdfValue = string | PdfReference | readonly PdfValue[] | PdfDictionary
export type PdfReference = { readonly ref: number }
export type PdfDictionary = ReadonlyMap<string, PdfValue>

export const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && 'ref' in value
export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map
export const isList = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value)

export const dictionary = (entries: Readonly<Record<string, PdfValue | undefined>>): PdfDictionary =>
  new Map(Object.entries(entries).filter((entry): entry is [string, PdfValue] => entry[1] !== undefined))

/** Up to three decimals, never in scientific notation, which PDF does not know. */
export const pdfNumber = (value: number): string => String(Number(value.toFixed(3)))

/** A text string: plain where it is ASCII, else UTF-16 in hexadecimal. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0'))
  return `<feff${units.join('')}>`
}

/** As it stands in a file. */
export function printed(value: PdfValue): string {
  if (typeof value === 'string') return value
  if (isReference(value)) return `${value.ref} 0 R`
  if (isList(value)) return `[${value.map(printed).join(' ')}]`
  let text = '<<'
  for (const [name, item] of value) text += `/${name} ${printed(item)}`
  return `${text}>>`
}

const deepest = 100
const token = /[\s\0]*(<<|>>|\[|\]|\(|<[0-9A-Fa-f\s]*>|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+)/y

/** Reads one value as MuPDF prints it. Throws `RangeError` for what is nested too deeply or is no value. */
export function parsePdf(text: string): PdfValue {
  const alone = /^(\d+) \d+ R$/.exec(text)
  if (alone) return { ref: Number(alone[1]) }
  const reading = { text, at: 0 }
  return readValue(reading, next(reading), 0)
}

type Reading = { readonly text: string; at: number }
function next(reading: Reading): string {
  token.lastIndex = reading.at
  const found = token.exec(reading.text)?.[1]
  if (found === undefined) throw new RangeError('not a PDF value')
  reading.at = token.lastIndex
  return found === '(' ? `(${restOfString(reading)}` : found
}

function restOfString(reading: Reading): string {
  const from = reading.at
  for (let open = 1; open > 0; reading.at += 1) {
    const character = reading.text[reading.at]
    if (character === undefined) throw new RangeError('not a PDF value')
    if (character === '\\') reading.at += 1
    else if (character === '(') open += 1
    else if (character === ')') open -= 1
  }
  return reading.text.slice(from, reading.at)
}

function readValue(reading: Reading, first: string, depth: number): PdfValue {
  if (depth > deepest) throw new RangeError('nested too deeply')
  if (first === '[') return readList(reading, depth)
  if (first === '<<') return readDictionary(reading, depth)
  return first
}

function readList(reading: Reading, depth: number): PdfValue[] {
  const items: PdfValue[] = []
  for (let word = next(reading); word !== ']'; word = next(reading))
    if (word === 'R') items.push(reference(items))
    else items.push(readValue(reading, word, depth + 1))
  return items
}

function readDictionary(reading: Reading, depth: number): PdfDictionary {
  const entries = new Map<string, PdfValue>()
  let name = ''
  let values: PdfValue[] = []
  const keep = (): void => {
    if (name !== '' && values[0] !== undefined) entries.set(name, values[0])
  }
  for (let word = next(reading); word !== '>>'; word = next(reading))
    if (word.startsWith('/') && (name === '' || values.length > 0)) {
      keep()
      name = word.slice(1)
      values = []
    } else if (word === 'R') values.push(reference(values))
    else values.push(readValue(reading, word, depth + 1))
  keep()
  return entries
}

/** The two numbers before an R are taken back. */
function reference(before: PdfValue[]): PdfReference {
  before.pop()
  return { ref: Number(before.pop()) }
}
