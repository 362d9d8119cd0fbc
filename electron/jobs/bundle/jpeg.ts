// The outside of a JPEG: its size, which way up it is, and everything in it that is not the picture.

const startsImage = 0xd8
const startsScan = 0xda
const exif = 0xe1
const endOfImage = 0xd9
const jfif = 0xe0
/**
 * What the picture needs of what programs put in: JFIF's density, a colour profile, and how Adobe stored the colours. Others use the same
 * markers for thumbnails, which may show what was cropped away since.
 */
const needed: ReadonlyMap<number, string> = new Map([
  [jfif, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
])
/** JFIF without the thumbnail that may follow. */
const jfifLength = 16

type Segment = { marker: number; from: number; to: number }

/** The segments before the picture's data, and where that begins. Null: not a JPEG. */
function segmentsOf(bytes: Uint8Array): { segments: Segment[]; scan: number } | null {
  if (bytes[0] !== 0xff || bytes[1] !== startsImage) return null
  const segments: Segment[] = []
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1 // a fill byte
      continue
    }
    if (marker === startsScan) return { segments, scan: at }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (length < 2) return null
    segments.push({ marker, from: at, to: at + 2 + length })
    at += 2 + length
  }
  return null
}

/** A comment, or what a program put in. */
const isBeside = (marker: number): boolean => marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)

/** A segment as it goes into a bundle. Null: it is not of the picture. */
function bareSegment(bytes: Uint8Array, { marker, from, to }: Segment): Uint8Array | null {
  const segment = bytes.subarray(from, to)
  if (!isBeside(marker)) return segment
  const name = needed.get(marker)
  if (name === undefined || Buffer.from(segment.subarray(4, 4 + name.length)).toString('latin1') !== name) return null
  if (marker !== jfif || to - from <= 2 + jfifLength) return segment
  const bare = Buffer.from(segment.subarray(0, 2 + jfifLength))
  bare.writeUInt16BE(jfifLength, 2)
  return bare.fill(0, jfifLength) // how large the thumbnail is
}

/** The same picture without what cameras and editors hide in it: where and when it was taken, with what, thumbnails, notes. */
export function bareJpeg(bytes: Uint8Array): Uint8Array {
  const found = segmentsOf(bytes)
  if (!found) return bytes
  const { kept, isWhole } = scansFrom(bytes, found.scan)
  const segments = found.segments.map(segment => bareSegment(bytes, segment))
  const isBare = segments.every((segment, at) => segment?.length === lengthOf(found.segments[at]))
  if (isBare && isWhole) return bytes
  return Buffer.concat([bytes.subarray(0, 2), ...segments.filter(segment => segment !== null), ...kept])
}

const lengthOf = (segment: Segment | undefined): number => (segment ? segment.to - segment.from : 0)

/** The picture's data to its end: phones put a second picture, or a film, after that, and comments may stand between two scans. */
function scansFrom(bytes: Uint8Array, scan: number): { kept: Uint8Array[]; isWhole: boolean } {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const kept: Uint8Array[] = []
  let from = scan
  for (let at = all.indexOf(0xff, scan); at >= 0 && at + 1 < all.length;) {
    const marker = all[at + 1] ?? 0
    if (marker === endOfImage) {
      kept.push(bytes.subarray(from, at + 2))
      return { kept, isWhole: kept.length === 1 && at + 2 === bytes.length }
    }
    if (isBeside(marker) && at + 4 <= all.length) {
      kept.push(bytes.subarray(from, at))
      from = at + 2 + all.readUInt16BE(at + 2)
    }
    at = all.indexOf(0xff, Math.max(from, at + (marker === 0xff ? 1 : 2)))
  }
  kept.push(bytes.subarray(from))
  return { kept, isWhole: kept.length === 1 }
}

/** How a camera was held: 1 to 8, as EXIF has it. 1 where it does not say. */
export function orientationOf(bytes: Uint8Array): number {
  const segment = segmentsOf(bytes)?.segments.find(({ marker }) => marker === exif)
  if (!segment) return 1
  const view = Buffer.from(bytes.buffer, bytes.byteOffset + segment.from + 4, segment.to - segment.from - 4)
  if (view.toString('latin1', 0, 6) !== 'Exif\0\0') return 1
  try {
    return orientationIn(view.subarray(6))
  } catch {
    return 1 // its own offsets lead outside
  }
}

function orientationIn(tiff: Buffer): number {
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const count = short(directory)
  for (let entry = directory + 2; entry < directory + 2 + 12 * count; entry += 12)
    if (short(entry) === 0x0112) {
      const orientation = short(entry + 8)
      return orientation >= 1 && orientation <= 8 ? orientation : 1
    }
  return 1
}
