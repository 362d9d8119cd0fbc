// The outside of a JPEG 2000: boxes, of which a picture needs four, around or without them a stream of markers.

const neededBoxes = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c'])
const [startOfStream, startOfTile, comment] = [0xff4f, 0xff90, 0xff64]

/** The same picture without what cameras and programs write beside it: where it was taken, with what, notes. */
export function bareJpx(bytes: Buffer): Buffer {
  if (bytes.length > 2 && bytes.readUInt16BE(0) === startOfStream) return withoutComments(bytes)
  if (bytes.toString('latin1', 4, 8) !== 'jP  ') return bytes
  const kept: Buffer[] = []
  for (let at = 0; at + 8 <= bytes.length;) {
    const { type, head, end } = boxAt(bytes, at)
    if (end < at + head) return bytes // damaged: the reader's to judge
    if (type === 'jp2c') kept.push(box(type, withoutComments(bytes.subarray(at + head, end))))
    else if (neededBoxes.has(type)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat(kept)
}

/** A length of 1 stands in eight bytes behind the type; one of 0 goes on to the end. */
function boxAt(bytes: Buffer, at: number): { type: string; head: number; end: number } {
  const short = bytes.readUInt32BE(at)
  const head = short === 1 ? 16 : 8
  const length = short === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : short
  return {
    type: bytes.toString('latin1', at + 4, at + 8),
    head,
    end: short === 0 ? bytes.length : Math.min(bytes.length, at + length),
  }
}

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8, type.padStart(8), 'latin1')
  head.writeUInt32BE(content.length + 8, 0)
  return Buffer.concat([head, content])
}

/** Comments stand in front of the first tile. */
function withoutComments(stream: Buffer): Buffer {
  const kept = [stream.subarray(0, 2)]
  for (let at = 2; at + 4 <= stream.length;) {
    const marker = stream.readUInt16BE(at)
    const end = at + 2 + stream.readUInt16BE(at + 2)
    if (marker === startOfTile || marker < 0xff00) return Buffer.concat([...kept, stream.subarray(at)])
    if (marker !== comment) kept.push(stream.subarray(at, end))
    at = end
  }
  return stream
}
