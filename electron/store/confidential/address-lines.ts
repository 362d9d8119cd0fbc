export const postcode = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi
const doorAlone = /^(?:flat|unit|room|apartment|apt|floor)\.?\s*\w{1,4}$/i
const numberAlone = /^(?:(?:no\b\.?|number)\s*)?\d{1,4}\s?[a-z]?(?:\s?[-–/]\s?\d{1,4}\s?[a-z]?)?$/i

/** `door` is what was typed before the line on its own: a flat, or the number of the house. */
export type AddressLine = { line: string; door: string | null }

/** An address line by line, however it was typed, without its postcode. A door alone is everywhere: it goes with the line after it. */
export function addressLines(value: string): AddressLine[] {
  const lines: AddressLine[] = []
  let door: string | null = null
  for (const part of value.split(/[\n,;]/)) {
    const line = part.replaceAll(postcode, '').trim()
    if (doorAlone.test(line) || numberAlone.test(line)) door = line
    else if (line !== '') {
      lines.push({ line, door })
      door = null
    }
  }
  return lines
}

/** 12 Larch Lane, also where the number was typed on a line of its own. */
export const withDoor = ({ line, door }: AddressLine): string =>
  door === null || /^\d/.test(line) ? line : `${door} ${line}`
