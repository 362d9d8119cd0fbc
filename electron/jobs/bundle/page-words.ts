/** A number, a name without its slash, or a string of which only the letters are counted. `shift` is what a list moves them by. */
export type Operand = number | string | { letters: number; shift: number }
export type Word = Operand | { operator: string }
type Reading = { readonly bytes: Buffer; at: number }

// What each byte is: 1 white space, 2 a delimiter, 0 anything else.
const kinds = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = 1
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = 2

/** Reads a page's drawing commands word by word. Null: there are no more. A list of text is one operand. */
export function wordsOf(bytes: Buffer): () => Word | null {
  const reading: Reading = { bytes, at: 0 }
  return () => nextWord(reading)
}

function nextWord(reading: Reading): Word | null {
  const { bytes } = reading
  skipSpace(reading)
  const code = bytes[reading.at]
  if (code === undefined) return null
  if (kinds[code] === 0) return startsNumber(code) ? plainNumber(reading) : operator(reading)
  reading.at += 1
  if (code === 47) return plainWord(reading)
  if (code === 40) return { letters: plainString(reading), shift: 0 }
  if (code === 91) return list(reading)
  if (code === 60 && bytes[reading.at] !== 60) return { letters: hexString(reading), shift: 0 }
  if (code === 60 || code === 62) reading.at += 1 // a dictionary's own marks
  return 0
}

const startsNumber = (code: number): boolean => (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 43

/** Read digit by digit: most of a page is numbers, and making a text of each takes longer than all else. */
function plainNumber(reading: Reading): number {
  const { bytes, at: from } = reading
  let at = bytes[from] === 45 ? from + 1 : from
  let digits = 0
  let point = -1
  for (; ; at += 1) {
    const code = bytes[at] ?? 32
    if (code >= 48 && code <= 57) digits = digits * 10 + code - 48
    else if (code === 46 && point < 0) point = at
    else if (kinds[code] !== 0) break
    else return Number.parseFloat(plainWord(reading)) || 0
  }
  if (at - from > mostDigits) return Number.parseFloat(plainWord(reading)) || 0
  reading.at = at
  const value = point < 0 ? digits : digits / (powers[at - point - 1] ?? 1)
  return bytes[from] === 45 ? 0 - value : value
}
/** As many as a number holds exactly, with its point and sign. */
const mostDigits = 15
const powers = Array.from({ length: mostDigits + 1 }, (_, power) => 10 ** power)

const operators = new Map<number, { operator: string }>()
/** The same object for the same operator. */
function operator(reading: Reading): { operator: string } {
  const { bytes, at: from } = reading
  let key = 0
  while (reading.at < bytes.length && kinds[bytes[reading.at] ?? 0] === 0) {
    key = key * 256 + (bytes[reading.at] ?? 0)
    reading.at += 1
  }
  const before = operators.get(key)
  if (before) return before
  const word = { operator: bytes.toString('latin1', from, reading.at) }
  if (reading.at - from <= longestOperator) operators.set(key, word)
  return word
}
const longestOperator = 3

function skipSpace(reading: Reading): void {
  const { bytes } = reading
  for (;;) {
    while (kinds[bytes[reading.at] ?? 255] === 1) reading.at += 1
    if (bytes[reading.at] !== 37) return
    while (reading.at < bytes.length && bytes[reading.at] !== 10 && bytes[reading.at] !== 13) reading.at += 1 // a comment
  }
}

function plainWord(reading: Reading): string {
  const { bytes, at: from } = reading
  while (reading.at < bytes.length && kinds[bytes[reading.at] ?? 0] === 0) reading.at += 1
  return bytes.toString('latin1', from, reading.at)
}

/** An escape counts as one letter. */
function plainString(reading: Reading): number {
  const { bytes } = reading
  let letters = 0
  for (let open = 1; reading.at < bytes.length; reading.at += 1) {
    const code = bytes[reading.at]
    if (code === 92) reading.at += 1
    else if (code === 40) open += 1
    else if (code === 41 && --open === 0) break
    letters += 1
  }
  reading.at += 1
  return letters
}

function hexString(reading: Reading): number {
  const { bytes, at: from } = reading
  while (reading.at < bytes.length && bytes[reading.at] !== 62) reading.at += 1
  reading.at += 1
  return (reading.at - from) / 2
}

function list(reading: Reading): Operand {
  let letters = 0
  let shift = 0
  for (;;) {
    skipSpace(reading)
    const code = reading.bytes[reading.at]
    if (code === undefined) return { letters, shift }
    if (kinds[code] === 0) {
      const moved = startsNumber(code) ? plainNumber(reading) : Number(plainWord(reading)) || 0
      if (moved < 0) shift += moved
      continue
    }
    reading.at += 1
    if (code === 93) return { letters, shift }
    if (code === 40) letters += plainString(reading)
    else if (code === 60) letters += hexString(reading)
  }
}
