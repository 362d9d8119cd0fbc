import * as mupdf from 'mupdf'
import { expect, test } from 'vitest'
import { bareJpeg } from '../../electron/jobs/bundle/jpeg.ts'

mupdf.setLog(null)
const segment = (marker: number, content: string): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, Buffer.from(content, 'latin1')])
}
const jfif = 'JFIF\0\x01\x02\0\0\x01\0\x01'
const profile = segment(0xe2, 'ICC_PROFILE\0\x01\x01colours')

/** A picture as MuPDF writes it, without the segments of its own that come before its tables. */
function picture(): Buffer {
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, 40, 30], false)
  pixmap.clear(90)
  const bytes = Buffer.from(pixmap.asJPEG(80, false))
  return bytes.subarray(bytes.indexOf(Buffer.from([0xff, 0xdb])))
}
const jpeg = (...segments: Buffer[]): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, picture()])

test('a JPEG keeps its density, profile and colours, and loses both kinds of thumbnail and lists of further pictures', () => {
  const given = jpeg(segment(0xe0, `${jfif}\x02\x01THUMBS`), segment(0xe0, 'JFXX\0\x13THUMBS'), profile, segment(0xe2, 'MPF\0THUMBS'), segment(0xee, 'Adobe\0d\0\0\0\0\x01'), segment(0xee, 'OtherTHUMBS')) // prettier-ignore
  const bare = bareJpeg(given)
  expect(Buffer.from(bare)).toEqual(jpeg(segment(0xe0, `${jfif}\0\0`), profile, segment(0xee, 'Adobe\0d\0\0\0\0\x01')))
  const image = new mupdf.Image(bare)
  expect([image.getWidth(), image.getHeight()]).toEqual([40, 30])
})

test('a JPEG with nothing beside its picture is handed on as it is', () => {
  const given = jpeg(segment(0xe0, `${jfif}\0\0`), profile)
  expect(bareJpeg(given)).toBe(given)
})
