import { createHash } from 'node:crypto'
import type * as z from 'zod'
import { paperCalls } from '../../shared/features/papers.ts'
import { writeWhole } from './bundle/output.ts'
import { drawPaperContent } from './papers/draw-paper.ts'
import { newFileKey } from './sealed-file.ts'
import type { JobContext } from './serve-job.ts'

const call = paperCalls['papers.make']

/** Lays a paper out and seals it under a key of its own. The record that holds the key is the store's to write. */
export async function makePaper(given: unknown, { signal }: JobContext): Promise<z.infer<typeof call.done>> {
  const { id, name, to, paper } = call.work.parse(given)
  const key = newFileKey()
  const { pdf } = await drawPaperContent(paper)
  signal.throwIfAborted()
  await writeWhole({ is: 'sealed', path: to, key }, sink => {
    sink(pdf)
    return Promise.resolve()
  })
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  return { file: { id, name, size: pdf.length, sha256, mediaType: 'application/pdf' }, key }
}
