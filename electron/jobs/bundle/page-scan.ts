import { applied, boxOf, joined, touches, type Box, type Matrix } from './geometry.ts'
import { wordsOf, type Operand } from './page-words.ts'

// Whether a page draws anything where its number is to stand: a quick look at its drawing commands, without its fonts. What it
// can't judge it calls unsure, and MuPDF looks properly. It errs towards "touches", which only makes a page a little smaller.

export type Finding = 'clear' | 'touches' | 'unsure'
export type ScanOptions = {
  /** From the page's own space to where it stands on the sheet. */
  matrix: Matrix
  /** Where the number is to stand, on the sheet. */
  zone: Box
  isPicture: (name: string) => boolean
}
type Paint = { light: boolean; white: boolean }
type State = {
  matrix: Matrix
  fill: Paint
  size: number
  leading: number
  charSpace: number
  wordSpace: number
  rise: number
  stretch: number
}
type Scan = {
  options: ScanOptions
  state: State
  stack: State[]
  textMatrix: Matrix
  lineMatrix: Matrix
  /** How far the words of this line may have come, in text space. */
  advance: number
  path: Box | null
  result: Finding
}
type Operands = readonly Operand[]

const black: Paint = { light: false, white: false }
const identity: Matrix = [1, 0, 0, 1, 0, 0]
const deepestStack = 500

export function scanPage(content: Buffer, options: ScanOptions): Finding {
  const state: State = {
    matrix: options.matrix,
    fill: black,
    size: 0,
    leading: 0,
    charSpace: 0,
    wordSpace: 0,
    rise: 0,
    stretch: 1,
  }
  const scan: Scan = {
    options,
    state,
    stack: [],
    textMatrix: identity,
    lineMatrix: identity,
    advance: 0,
    path: null,
    result: 'clear',
  }
  const nextWord = wordsOf(content)
  let operands: Operand[] = []
  for (;;) {
    const item = nextWord()
    if (item === null || scan.result !== 'clear') return scan.result
    if (typeof item === 'object' && 'operator' in item) {
      if (item.operator === 'BI') return 'unsure'
      known.get(item.operator)?.(scan, operands)
      operands = []
    } else if (operands.length < 64) operands.push(item)
  }
}

const number = (operands: Operands, at: number): number => {
  const value = operands.at(at)
  return typeof value === 'number' ? value : 0
}
const matrixOf = (operands: Operands): Matrix => [
  number(operands, 0), number(operands, 1), number(operands, 2), number(operands, 3), number(operands, 4), number(operands, 5),
] // prettier-ignore

function mark(scan: Scan, box: Box): void {
  if (touches(box, scan.options.zone)) scan.result = 'touches'
}

/** A line of text from where it began: every letter is taken to be as wide as it is high. */
function show(scan: Scan, operand: Operand | undefined): void {
  if (typeof operand !== 'object') return
  const { state } = scan
  const spacing = Math.max(0, state.charSpace) + Math.max(0, state.wordSpace)
  scan.advance +=
    (operand.letters * (state.size + spacing) + Math.max(0, -operand.shift / 1000) * state.size) *
    Math.abs(state.stretch)
  const { size, rise } = state
  const line: Box = [0, rise - 0.4 * Math.abs(size), scan.advance, rise + 1.1 * Math.abs(size)]
  mark(scan, boxOf(line, joined(scan.textMatrix, state.matrix)))
}

function moveLine(scan: Scan, x: number, y: number): void {
  scan.lineMatrix = joined([1, 0, 0, 1, x, y], scan.lineMatrix)
  scan.textMatrix = scan.lineMatrix
  scan.advance = 0
}

function addPoint(scan: Scan, x: number, y: number): void {
  const [px, py] = applied(scan.state.matrix, x, y)
  const { path } = scan
  scan.path = path
    ? [Math.min(path[0], px), Math.min(path[1], py), Math.max(path[2], px), Math.max(path[3], py)]
    : [px, py, px, py]
}

const endPath = (scan: Scan): void => void (scan.path = null)
function stroke(scan: Scan): void {
  if (scan.path) mark(scan, [scan.path[0] - 1, scan.path[1] - 1, scan.path[2] + 1, scan.path[3] + 1])
  endPath(scan)
}
/** White hides no number, and a light ground behind all of it leaves it legible. */
function fill(scan: Scan): void {
  const { path, options, state } = scan
  if (path && !state.fill.white && !(state.fill.light && covers(path, options.zone))) mark(scan, path)
  endPath(scan)
}
const fillAndStroke = (scan: Scan): void => {
  const { path } = scan
  fill(scan)
  scan.path = path
  stroke(scan)
}
const covers = (outer: Box, inner: Box): boolean =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]

const shade = (scan: Scan, lightness: number): void =>
  void (scan.state.fill = { light: lightness >= 0.75, white: lightness >= 0.99 })

type Operate = (scan: Scan, operands: Operands) => void
const operators: Readonly<Record<string, Operate>> = {
  q(scan) {
    if (scan.stack.length > deepestStack) scan.result = 'unsure'
    else scan.stack.push({ ...scan.state })
  },
  Q(scan) {
    scan.state = scan.stack.pop() ?? scan.state
  },
  cm(scan, operands) {
    scan.state.matrix = joined(matrixOf(operands), scan.state.matrix)
  },
  g: (scan, operands) => shade(scan, number(operands, 0)),
  rg: (scan, operands) => shade(scan, Math.min(number(operands, 0), number(operands, 1), number(operands, 2))),
  k: (scan, operands) =>
    shade(scan, 1 - Math.max(number(operands, 0), number(operands, 1), number(operands, 2), number(operands, 3))),
  cs: scan => shade(scan, 0),
  sc: scan => shade(scan, 0),
  scn: scan => shade(scan, 0),
  BT(scan) {
    scan.textMatrix = identity
    scan.lineMatrix = identity
    scan.advance = 0
  },
  Tf: (scan, operands) => void (scan.state.size = number(operands, -1)),
  TL: (scan, operands) => void (scan.state.leading = number(operands, 0)),
  Tc: (scan, operands) => void (scan.state.charSpace = number(operands, 0)),
  Tw: (scan, operands) => void (scan.state.wordSpace = number(operands, 0)),
  Ts: (scan, operands) => void (scan.state.rise = number(operands, 0)),
  Tz: (scan, operands) => void (scan.state.stretch = number(operands, 0) / 100),
  Td: (scan, operands) => moveLine(scan, number(operands, 0), number(operands, 1)),
  TD(scan, operands) {
    scan.state.leading = -number(operands, 1)
    moveLine(scan, number(operands, 0), number(operands, 1))
  },
  Tm(scan, operands) {
    scan.lineMatrix = matrixOf(operands)
    scan.textMatrix = scan.lineMatrix
    scan.advance = 0
  },
  'T*': scan => moveLine(scan, 0, -scan.state.leading),
  Tj: (scan, operands) => show(scan, operands[0]),
  TJ: (scan, operands) => show(scan, operands[0]),
  "'"(scan, operands) {
    moveLine(scan, 0, -scan.state.leading)
    show(scan, operands[0])
  },
  '"'(scan, operands) {
    moveLine(scan, 0, -scan.state.leading)
    show(scan, operands[2])
  },
  m: (scan, operands) => addPoint(scan, number(operands, 0), number(operands, 1)),
  l: (scan, operands) => addPoint(scan, number(operands, 0), number(operands, 1)),
  c: addCurve,
  v: addCurve,
  y: addCurve,
  re(scan, operands) {
    const [x, y, width, height] = [number(operands, 0), number(operands, 1), number(operands, 2), number(operands, 3)]
    for (const [px, py] of [[x, y], [x + width, y], [x, y + height], [x + width, y + height]] as const) addPoint(scan, px, py) // prettier-ignore
  },
  S: stroke,
  s: stroke,
  f: fill,
  F: fill,
  'f*': fill,
  B: fillAndStroke,
  'B*': fillAndStroke,
  b: fillAndStroke,
  'b*': fillAndStroke,
  n: endPath,
  sh: scan => void (scan.result = 'touches'),
  Do(scan, operands) {
    const name = operands[0]
    if (typeof name === 'string' && scan.options.isPicture(name)) mark(scan, boxOf([0, 0, 1, 1], scan.state.matrix))
    else scan.result = 'unsure'
  },
}
const known: ReadonlyMap<string, Operate> = new Map(Object.entries(operators))
function addCurve(scan: Scan, operands: Operands): void {
  for (let at = 0; at + 1 < operands.length; at += 2) addPoint(scan, number(operands, at), number(operands, at + 1))
}
