import type { PaperBlock, PaperContent } from '../../../shared/features/papers.ts'
import { drawText } from '../bundle/text-pages.ts'

/** A paper as pages. `missing`: some of its letters can't be printed. */
export const drawPaperContent = ({ title, blocks }: PaperContent): Promise<{ pdf: Buffer; missing: boolean }> =>
  drawText([title, ...blocks.map(wordsOf)].join('\n\n'))

function wordsOf(block: PaperBlock): string {
  if (block.is === 'facts') return block.rows.map(({ term, value }) => `${term}: ${value}`).join('\n')
  if (block.is === 'list') return block.items.join('\n')
  if (block.is !== 'table') return block.text
  return block.rows.map(row => row.map(cell => cell.map(({ text }) => text).join(' ')).join(' | ')).join('\n')
}
