import { truncateSync, writeFileSync, readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import * as mupdf from 'mupdf'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { PagePicture } from '../../shared/features/reading.ts'
import { chunkSize } from '../../electron/jobs/sealed-file.ts'
import { hostilePdfs } from '../support/hostile-pdfs.ts'
import { a4, madePdf, writeText, type MadePage } from '../support/made-pdf.ts'
import { opened, sealedBytes, testReader } from '../support/readings.ts'
import { refusal } from '../support/vault.ts'

const minutes = 5 * 60_000
const reader = testReader()
const others: ReturnType<typeof testReader>[] = []
const another = (...limits: Parameters<typeof testReader>) => {
  const made = testReader(...limits)
  others.push(made)
  return made
}
afterEach(() => others.splice(0).forEach(one => one.end()))
afterAll(() => reader.end())

const statement = (pages: number, more: Partial<MadePage> = {}): Buffer =>
  madePdf({
    pages: Array.from({ length: pages }, (_, at) => ({
      content: writeText(`Page ${String(at + 1)} of a statement`, [72, 700]),
      ...more,
    })),
  })
const dark = ({ packing, pixels: given }: PagePicture): number => {
  const pixels = packing === 'deflate' ? inflateRawSync(given) : given
  let count = 0
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) count += 1
  return count
}

test('a page is drawn to scale, and turned for the eye', { timeout: minutes }, async () => {
  const { readingId, kind, pages, labels } = await opened(reader, statement(3))
  expect({ kind, labels, many: pages.length }).toEqual({ kind: 'pdf', labels: null, many: 3 })
  expect(pages[0]?.width).toBeCloseTo(a4[2], 1)
  const upright = await reader.ask('reading.draw', { readingId, page: 2, scale: 2, turn: 0 })
  expect([upright.width, upright.height]).toEqual([1191, 1684])
  expect(upright.packing).toBe('deflate')
  expect(upright.pixels.length).toBeLessThan(1191 * 1684)
  expect(dark(upright)).toBeGreaterThan(500)
  const turned = await reader.ask('reading.draw', { readingId, page: 2, scale: 2, turn: 90 })
  expect([turned.width, turned.height]).toEqual([1684, 1191])
  expect(Math.abs(dark(turned) - dark(upright))).toBeLessThan(200)
  const huge = await reader.ask('reading.draw', { readingId, page: 0, scale: 20, turn: 0 })
  expect(huge.width * huge.height).toBeLessThan(16_100_000)
})

test('a page says its text, and words are found where they stand', { timeout: minutes }, async () => {
  const { readingId } = await opened(reader, statement(3))
  expect((await reader.ask('reading.text', { readingId, page: 1 })).text.trim()).toBe('Page 2 of a statement')
  const found = await reader.ask('reading.search', { readingId, words: 'STATEMENT', from: 0 })
  expect(found.next).toBe(null)
  expect(found.hits.map(({ page }) => page)).toEqual([0, 1, 2])
  const [box] = found.hits[0]?.boxes ?? []
  expect(box?.x).toBeGreaterThan(72)
  expect(box?.y).toBeGreaterThan(120)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(150)
  expect((await reader.ask('reading.search', { readingId, words: 'not there', from: 1 })).hits).toEqual([])
})

test('a long document is searched in slices', { timeout: minutes }, async () => {
  const { readingId } = await opened(reader, statement(1_500))
  const pages = new Set<number>()
  let slices = 0
  for (let from: number | null = 0; from !== null; slices += 1) {
    const slice: { hits: { page: number }[]; next: number | null } = await reader.ask('reading.search', {
      readingId,
      words: 'statement',
      from,
    })
    for (const { page } of slice.hits) pages.add(page)
    from = slice.next
  }
  expect(pages.size).toBe(1_500)
  expect(slices).toBeGreaterThan(1)
})

test('its own labels and bookmarks are told', { timeout: minutes }, async () => {
  const made = madePdf({
    pages: [{ content: '' }, { content: '' }],
    catalog: '/PageLabels<</Nums[0<</S/D/P(A)>>]>>/Outlines 10000 0 R',
    objects: {
      10000: { entries: '<</Type/Outlines/First 10001 0 R/Last 10001 0 R/Count 1>>' },
      10001: { entries: '<</Title(The second page)/Parent 10000 0 R/Dest[6 0 R/Fit]>>' },
    },
  })
  const { readingId, labels } = await opened(reader, made)
  expect(labels).toEqual(['A1', 'A2'])
  expect(await reader.ask('reading.outline', { readingId })).toEqual({ lines: [{ title: 'The second page', page: 1, depth: 0 }] }) // prettier-ignore
})

test('a locked document waits for its password', { timeout: minutes }, async () => {
  const pdf = new mupdf.PDFDocument(statement(1))
  const locked = pdf.saveToBuffer('encrypt=aes-256,user-password=right,owner-password=other').asUint8Array()
  const reply = await reader.open(await sealedBytes(Buffer.from(locked)))
  expect(reply).toMatchObject({ ok: true, value: { is: 'locked' } })
  const { readingId } = (reply as { value: { readingId: never } }).value // as just expected
  expect(await refusal(() => reader.ask('reading.draw', { readingId, page: 0, scale: 1, turn: 0 }))).toMatchObject({ code: 'file-unreadable' }) // prettier-ignore
  expect(await refusal(() => reader.ask('reading.unlock', { readingId, password: 'wrong' }))).toEqual({ code: 'invalid-input', details: { field: 'password', rule: 'document-password-wrong' } }) // prettier-ignore
  expect(await reader.ask('reading.unlock', { readingId, password: 'right' })).toMatchObject({ is: 'open', kind: 'pdf' }) // prettier-ignore
  expect((await reader.ask('reading.text', { readingId, page: 0 })).text).toContain('statement')
})

test('pictures and text are pages too', { timeout: minutes }, async () => {
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, 400, 200], false)
  pixmap.clear(90)
  const picture = await opened(reader, Buffer.from(pixmap.asPNG()))
  expect([picture.kind, picture.pages.length]).toEqual(['picture', 1])
  const drawn = await reader.ask('reading.draw', { readingId: picture.readingId, page: 0, scale: 1, turn: 0 })
  expect(drawn.width).toBe(2 * drawn.height)
  expect(dark(drawn)).toBe(drawn.width * drawn.height)

  // EXIF 6: the camera was held on its side.
  const jpeg = Buffer.from(pixmap.asJPEG(90, false))
  const exif = Buffer.from('ffe1002245786966000049492a00080000000100120103000100000006000000000000000000', 'hex')
  exif.writeUInt16BE(exif.length - 2, 2)
  const photo = await opened(reader, Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]))
  expect(photo.pages[0]?.height).toBeCloseTo(2 * (photo.pages[0]?.width ?? 0), 0)

  const text = await opened(reader, Buffer.from('A message from an unknown number.\n'.repeat(200)))
  expect(text.kind).toBe('text')
  expect(text.pages.length).toBeGreaterThan(1)
  expect((await reader.ask('reading.text', { readingId: text.readingId, page: 0 })).text).toContain('unknown number')
})

test.each([
  ['nothing', Buffer.alloc(0), 'file-empty'],
  ['a Word document', Buffer.from('PK\x03\x04 word'), 'kind-not-shown'],
  ['a WebP picture', Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1'), 'picture-not-shown'],
  ['a HEIC picture', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'picture-not-shown'],
  ['a film', Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0isomiso2', 'latin1'), 'kind-not-shown'],
  ['bytes of no kind', Buffer.from([1, 2, 0, 3, 4]), 'kind-not-shown'],
  ['a text without end', Buffer.alloc(3 * 1024 ** 2, 'words '), 'text-too-long'],
  ['a PDF that is none', Buffer.from('%PDF-1.7 and nothing else'), /document-damaged|no-pages/],
])('%s is not shown, and the sentence says why', async (_name, bytes, rule) => {
  const { code, details } = await refusal(() => opened(reader, bytes))
  expect(code).toBe('file-unreadable')
  expect(details['rule']).toMatch(rule)
})

test('a picture that would unpack beyond all memory is refused by its size alone', async () => {
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452000186a0000186a00802000000', 'hex')
  const { details } = await refusal(() => opened(reader, Buffer.concat([header, Buffer.alloc(64)])))
  expect(details['rule']).toMatch(/picture-too-large|document-damaged/)
})

test('a file that was changed or cut in the vault is not shown', { timeout: minutes }, async () => {
  const noise = Buffer.alloc(4 * chunkSize, 'x')
  const made = madePdf({ pages: [{ content: writeText('seen', [72, 700]) }], objects: { 10000: { entries: `<</Length ${String(noise.length)}>>`, bytes: noise } } }) // prettier-ignore
  const cut = await sealedBytes(made)
  truncateSync(cut.path, 2 * chunkSize)
  expect(await reader.open(cut)).toMatchObject({ ok: false, error: { details: { rule: 'file-cut' } } })
  const changed = await sealedBytes(made)
  const bytes = readFileSync(changed.path)
  bytes[100] = (bytes[100] ?? 0) ^ 1
  writeFileSync(changed.path, bytes)
  expect(await reader.open(changed)).toMatchObject({ ok: false, error: { details: { rule: 'file-changed' } } })
  expect(await reader.open({ ...changed, path: `${changed.path}-gone` })).toMatchObject({ ok: false, error: { details: { rule: 'file-missing' } } }) // prettier-ignore
})

test('a few are kept open; one that was closed to make room says so, and its bytes are read no more', async () => {
  const [first] = [await opened(reader, statement(1)), await opened(reader, statement(1))]
  await opened(reader, statement(1))
  await opened(reader, statement(1))
  const asked = await refusal(() => reader.ask('reading.text', { readingId: first.readingId, page: 0 }))
  expect(asked).toEqual({ code: 'not-found', details: { rule: 'reading-closed' } })
})

test.each(hostilePdfs)(
  'planted: %s: whatever it does, the next document opens',
  { timeout: minutes },
  async (_name, bytes) => {
    const one = await opened(reader, bytes).catch(() => null)
    if (one) {
      const { readingId } = one
      const asks = [
        reader.ask('reading.draw', { readingId, page: 0, scale: 1, turn: 0 }),
        reader.ask('reading.text', { readingId, page: 0 }),
        reader.ask('reading.search', { readingId, words: 'seen', from: 0 }),
        reader.ask('reading.outline', { readingId }),
      ]
      await Promise.allSettled(asks)
    }
    const { readingId } = await opened(reader, statement(1))
    expect((await reader.ask('reading.text', { readingId, page: 0 })).text).toContain('statement')
  },
)

test(
  'one that is stuck is ended; what waited behind it is told apart, and the next ask starts anew',
  { timeout: minutes },
  async () => {
    const impatient = another({ patience: 8_000 })
    const { readingId } = await opened(impatient, statement(4_000))
    const stuck = another({ patience: 1 })
    const reply = await stuck.open(await sealedBytes(statement(1)))
    expect(reply).toMatchObject({ ok: false, error: { code: 'unavailable', details: { rule: 'service-ended' } } })
    expect((await impatient.ask('reading.text', { readingId, page: 3_999 })).text).toContain('4000')
    impatient.end()
    const after = await refusal(() => impatient.ask('reading.text', { readingId, page: 0 }))
    expect(after).toEqual({ code: 'not-found', details: { rule: 'reading-closed' } })
    expect((await opened(impatient, statement(1))).pages.length).toBe(1)
  },
)

test('one that fills the memory is ended, and the next ask starts anew', { timeout: minutes }, async () => {
  const small = another({ memoryLimit: 1024 ** 2 })
  const reply = await small.open(await sealedBytes(statement(1)))
  expect(reply).toMatchObject({ ok: false, error: { code: 'unavailable', details: { rule: 'service-ended' } } })
})
