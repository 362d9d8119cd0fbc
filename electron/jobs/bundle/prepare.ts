import { BundleWork } from '../../../shared/features/bundle-work.ts'
import { buildInto } from './build-bundle.ts'
import { sourceOf } from './inputs.ts'
import { drawText } from './text-pages.ts'

const sentence = 'Words that nobody reads, so that the code which sets them has run before. '
const pages = 6
const documents = 100
const rounds = 4

/** Builds bundles of nothing that go nowhere: an engine that has run is three times as quick. */
export async function prepareBundles(): Promise<void> {
  const { pdf } = await drawText(sentence.repeat(30 * pages))
  const nowhere = { is: 'path', path: '-' } as const
  const document = { title: sentence, date: '2026-01-02', file: '', from: nowhere }
  const work = BundleWork.parse({
    profile: 'general',
    title: sentence,
    sections: [{ title: sentence, documents: Array.from({ length: documents }, () => document) }],
    to: nowhere,
    passwords: [],
    refused: [],
  })
  const context = { signal: new AbortController().signal, report: () => undefined }
  const open = () => sourceOf(pdf, [])
  for (let round = 0; round < rounds; round += 1) await buildInto(() => undefined, { work, context, open })
}
