import PDFDocument from 'pdfkit'
import { fontBytes } from './fonts.ts'
import type { Line } from './text-layout.ts'

// Pages that we make ourselves: A4, tagged, in British English, in the fonts of `fonts.ts`. Places count from the top left.

export type Paper = InstanceType<typeof PDFDocument>
export type Element = ReturnType<Paper['struct']>

/** Draws with pdfkit and answers the finished PDF. It does not say when it was made: same input, same bytes. */
export async function drawPaper(
  draw: (paper: Paper, root: Element) => void,
  { title }: { title?: string } = {},
): Promise<Buffer> {
  const paper = new PDFDocument({
    autoFirstPage: false,
    size: 'A4',
    margin: 0,
    tagged: true,
    lang: 'en-GB',
    pdfVersion: '1.7',
    displayTitle: true,
    info: { CreationDate: new Date(0), ...(title === undefined ? {} : { Title: title }) },
    font: null as unknown as string, // none to begin with: pdfkit would read Helvetica, which we don't ship
  })
  const pieces: Buffer[] = []
  const finished = new Promise<Buffer>((resolve, reject) => {
    paper.on('data', (piece: Buffer) => pieces.push(piece))
    paper.on('end', () => resolve(Buffer.concat(pieces)))
    paper.on('error', reject)
  })
  const root = paper.struct('Document')
  paper.addStructure(root)
  draw(paper, root)
  root.end()
  paper.end()
  return finished
}

type At = { x: number; y: number; points: number }
/** Writes one line from `x` on. `y` is its baseline. */
export function writeLine(paper: Paper, line: Line, { x, y, points }: At): void {
  for (const run of line.runs) {
    paper.registerFont(run.font, fontBytes(run.font)).font(run.font).fontSize(points)
    // Naming features makes pdfkit shape a run whole, which a script from the right needs.
    const features = run.font === 'arabic' ? { features: [] } : {}
    paper.text(run.text, x + run.x, y, { lineBreak: false, baseline: 'alphabetic', ...features })
  }
}

/** What is drawn for the eye alone. */
export function decoration(paper: Paper, draw: () => void): void {
  paper.markContent('Artifact', { type: 'Layout' })
  draw()
  paper.endMarkedContent()
}
