import * as mupdf from 'mupdf'
import { BundleWork } from '../../../shared/features/bundle-work.ts'
import { bundleProfileOn } from '../../../shared/rules/bundle-profiles.ts'
import { copyPages } from './copy-pages.ts'
import { finishBundle } from './finish-bundle.ts'
import { madeSource } from './inputs.ts'
import { startPdf } from './pdf-file.ts'
import { startStructure } from './structure.ts'
import { drawText } from './text-pages.ts'

const sentence = 'Words that nobody reads, so that the code which sets them has run before. '
const documents = 60
const pages = 6

/** Builds a bundle of nothing that goes nowhere: an engine that has run once is three times as quick. */
export async function prepareBundles(): Promise<void> {
  const profile = bundleProfileOn('general', null)
  if (!profile) return
  mupdf.setLog(null)
  const file = startPdf(() => undefined)
  const { pdf } = await drawText(sentence.repeat(30 * pages))
  const copied = Array.from({ length: documents }, (_, at) => {
    const source = madeSource(new mupdf.PDFDocument(pdf))
    const title = `${sentence} ${String(at)}`
    const drawn = [...copyPages(source, { file, corner: profile.stamp.corner })]
    source.pdf.destroy()
    return { title, date: null, file: '', notes: new Set<never>(), pages: drawn, bookmarks: [] }
  })
  const work: BundleWork = BundleWork.parse({
    profile: 'general',
    title: sentence,
    sections: [
      {
        title: sentence,
        documents: copied.map(({ title }) => ({ title, date: null, file: '', from: { is: 'path', path: '-' } })),
      },
    ],
    to: { is: 'path', path: '-' },
    passwords: [],
    refused: [],
  })
  await finishBundle({ work, profile, file, structure: startStructure(file), sections: [copied] })
}
