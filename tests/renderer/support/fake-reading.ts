import { ReadingId } from '../../../shared/kernel/ids.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Handlers } from './fake-bridge.ts'

export const readingId = ReadingId.parse('01900000-0000-4000-8010-000000000001')
const a4 = { width: 595, height: 842 }

/** A document of so many pages, each with its number in words that can be found. */
export const fakeReading = (pages: number, labels: string[] | null = null): Handlers => ({
  'documents.open': () => ({
    is: 'open',
    readingId,
    kind: 'pdf',
    pages: Array.from({ length: pages }, () => a4),
    labels,
  }),
  'reading.draw': () => ({ packing: 'none', width: 1, height: 1, pixels: new Uint8Array(4), size: a4 }),
  'reading.text': ({ page }) => ({ text: `Words of page ${String(page + 1)}` }),
  'reading.outline': () => ({ lines: [] }),
  'reading.search': ({ words, from }) => {
    if (!'words of page'.includes(words.toLowerCase())) return { hits: [], next: null }
    const hits = [{ page: from, boxes: [{ x: 72, y: 100, width: 50, height: 12 }] }]
    return { hits, next: from + 1 < pages ? from + 1 : null }
  },
})

export const refused = (rule: string, code: 'file-unreadable' | 'unavailable' | 'not-found' = 'file-unreadable') =>
  new AppError(code, { rule })
