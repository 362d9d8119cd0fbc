import { bundleWords } from '../../../shared/wording/bundles.ts'
import { drawPaper, writeLine, type Element, type Paper } from './paper.ts'
import { upright } from './sheet.ts'
import { layOut, type LaidOut, type Line } from './text-layout.ts'

const margin = 72
const points = 12
const lineHeight = 17
const width = upright.width - 2 * margin
const linesOnPage = Math.floor((upright.height - 2 * margin) / lineHeight)

/** A plain text as pages. `missing`: some of its letters can't be printed. */
export async function drawText(text: string): Promise<{ pdf: Buffer; missing: boolean }> {
  const { lines, missing }: LaidOut = layOut(text, { font: 'text', points, width })
  const pdf = await drawPaper((paper, root) => {
    for (let from = 0; from < lines.length; from += linesOnPage) {
      paper.addPage()
      writeLines(paper, root, { lines: lines.slice(from, from + linesOnPage), top: margin, points })
    }
  })
  return { pdf, missing }
}

/** A sheet in the place of what could not be included: it says which, and why. */
export const drawSheet = (title: string, reason: string): Promise<Buffer> =>
  drawPaper((paper, root) => {
    paper.addPage()
    const name = layOut(title, { font: 'bold', points: 16, width }).lines.slice(0, 20)
    const below = 250 + name.length * 21
    writeLines(paper, root, { lines: name, top: 230, points: 16 })
    writeLines(paper, root, {
      lines: layOut(bundleWords.notIncluded, { font: 'text', points, width }).lines,
      top: below,
      points,
    })
    writeLines(paper, root, {
      lines: layOut(reason, { font: 'text', points, width }).lines,
      top: below + lineHeight,
      points,
    })
  })

type Block = { lines: readonly Line[]; top: number; points: number }
function writeLines(paper: Paper, root: Element, { lines, top, points: size }: Block): void {
  const paragraph = paper.struct('P')
  root.add(paragraph)
  paragraph.add(() => {
    for (const [index, line] of lines.entries()) {
      const x = line.isRightToLeft ? upright.width - margin - line.width : margin
      writeLine(paper, line, { x, y: top + size + index * Math.max(lineHeight, size + 5), points: size })
    }
  })
  paragraph.end()
}
